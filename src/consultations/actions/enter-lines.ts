import { allow, type PersonId } from '../../charter/policy.ts'
import { writePeopleDown } from '../../identity/index.ts'
import { malformed, Problem } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { attempt, type Db, isUnholdable } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import type { Act } from '../../platform/record.ts'
import { type Judged, type Why, whyOf } from '../bulk/judge.ts'
import { isThere, keyAmong } from '../bulk/there.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { closedDoors } from '../rules/contributions.ts'
import { arrivedUnder, lockProtocols } from '../store/protocols.ts'
import { type NewContribution, nextNumbers, receive } from '../store/receive.ts'
import { receiptOf } from './contribute.ts'
import { arrivalOf, authorOf, type EnterInput } from './enter.ts'

/** What became of the lines of a batch, by their place in the file; what was there already is in neither. */
export interface Entered {
  readonly entered: ReadonlyMap<number, string>
  readonly refused: ReadonlyMap<number, Why>
}

interface Fresh {
  readonly line: number
  readonly entry: EnterInput
}

/**
 * Each line enters as if keyed in by hand: its own number, its own event, its own receipt. Where one cannot enter, each
 * enters alone: the others do not wait for it, and it gets its own answer.
 */
export async function enterLines(tx: Db, desk: Desk, consultation: Consultation, lines: readonly Judged[]): Promise<Entered> {
  const fresh = await unknownAmong(tx, consultation.id, lines)
  const entered = new Map<number, string>()
  const refused = new Map<number, Why>()
  const whole = await enterAll(tx, desk, consultation, fresh)
  for (const one of fresh) {
    const result = whole instanceof Problem ? await enterAll(tx, desk, consultation, [one]) : whole
    if (result instanceof Problem) refused.set(one.line, whyOf(result))
    else entered.set(one.line, result.get(one.line) as string)
  }
  return { entered, refused }
}

/** Two people who import the same file at once take turns on its lines. */
async function unknownAmong(tx: Db, consultationId: string, lines: readonly Judged[]): Promise<Fresh[]> {
  const given = lines.flatMap(({ line, entry, cells }) => (entry ? [{ line, entry, reference: cells.reference }] : []))
  const numbers = given.map(({ entry }) => entry.protocolNumber)
  await lockProtocols(tx, consultationId, numbers)
  const arrived = await arrivedUnder(tx, consultationId, numbers)
  return given.flatMap(({ line, entry, reference }) => {
    const there = arrived.get(entry.protocolNumber) ?? []
    return isThere(entry, reference, there) ? [] : [{ line, entry: { ...entry, key: keyAmong(entry, there) } }]
  })
}

/** All of them, told by their id, or none and why. */
async function enterAll(tx: Db, desk: Desk, consultation: Consultation, fresh: readonly Fresh[]): Promise<Map<number, string> | Problem> {
  try {
    return await attempt(tx, () => enter(tx, desk, consultation, fresh))
  } catch (error) {
    if (error instanceof Problem) return error
    if (isUnholdable(error)) return new Problem(malformed)
    throw error
  }
}

async function enter(tx: Db, desk: Desk, consultation: Consultation, fresh: readonly Fresh[]): Promise<Map<number, string>> {
  if (fresh.length === 0) return new Map()
  const entries = fresh.map(({ entry }) => entry)
  const kinds = await kindsOf(tx, entries)
  const authors = await writePeopleDown(tx, entries.map(authorOf), desk.now)
  const numbers = await nextNumbers(tx, entries.length)
  const rows: NewContribution[] = []
  const acts: Act[] = []
  for (const [at, entry] of entries.entries()) {
    const permit = allow(desk, 'consultations.enter', placeOfConsultation(consultation))
    const contributorKind = kinds.get(entry.organisationId) ?? 'person'
    const sources = { authorId: authors[at] as PersonId, contributorKind, files: [] }
    const row = { ...(await arrivalOf(tx, desk, consultation, permit, entry, sources)), number: numbers[at] as number }
    rows.push(row)
    acts.push(receiptOf(permit, row))
  }
  const receptions = await receive(tx, rows, acts)
  const missed = rows[receptions.findIndex((reception) => reception !== 'added')]
  if (missed) throw closedDoors(consultation, missed.protocolDay ?? desk.today)
  return new Map(fresh.map(({ line }, at) => [line, rows[at]?.id as string]))
}

/** Organisations are few, however many write for them. */
async function kindsOf(tx: Db, entries: readonly EnterInput[]): Promise<ReadonlyMap<string | null, string>> {
  const ids = new Set(entries.flatMap(({ organisationId }) => organisationId ?? []))
  const kinds = new Map<string | null, string>()
  for (const id of ids) kinds.set(id, (await getOrganisation(tx, id)).kind)
  return kinds
}
