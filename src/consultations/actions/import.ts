import { allow, mustBeAble, type PersonId } from '../../charter/policy.ts'
import { writePeopleDown } from '../../identity/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, tell } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { type Act, record } from '../../platform/record.ts'
import { type Bulk, isThere, type Judged, judged } from '../bulk/judge.ts'
import type { Table } from '../bulk/line.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { closedDoors } from '../rules/contributions.ts'
import { getConsultation } from '../store/consultations.ts'
import { arrivedUnder, lockProtocols } from '../store/protocols.ts'
import { type NewContribution, nextNumbers, receive } from '../store/receive.ts'
import { receiptOf } from './contribute.ts'
import { arrivalOf, authorOf, type EnterInput } from './enter.ts'

/** What each line of a file becomes: taken, known because it arrived before, or refused and why. */
export interface BulkReport {
  readonly taken: readonly Judged[]
  readonly known: readonly Judged[]
  readonly refused: readonly Judged[]
}

/** Nothing is written: what would be taken, what is there already, what cannot be, line by line. */
export async function previewContributions(desk: Desk, lang: Lang, consultationId: string, table: Table, bulk: Bulk): Promise<BulkReport> {
  const consultation = await getConsultation(desk.db, consultationId)
  mustBeAble(desk.actor, 'consultations.import', placeOfConsultation(consultation))
  const lines = await judged(desk.db, lang, desk.today, consultation, table, bulk)
  const numbers = lines.flatMap(({ entry }) => entry?.protocolNumber ?? [])
  const there = Map.groupBy(await arrivedUnder(desk.db, consultationId, numbers), ({ protocolNumber }) => protocolNumber)
  const isKnown = ({ entry, cells }: Judged) => entry !== null && isThere(entry, cells.reference, there.get(entry.protocolNumber) ?? [])
  return {
    taken: lines.filter((one) => one.entry && !isKnown(one)),
    known: lines.filter(isKnown),
    refused: lines.filter(({ entry }) => !entry),
  }
}

/** How many lines enter in one transaction. */
const atOnce = 100

/**
 * Each line enters as if keyed in by hand: its own number, its own event, its own receipt. Cut off halfway, the same file
 * given again goes on from there.
 */
export async function importContributions(desk: Desk, lang: Lang, consultationId: string, table: Table, bulk: Bulk): Promise<BulkReport> {
  const consultation = await getConsultation(desk.db, consultationId)
  const report = await previewContributions(desk, lang, consultationId, table, bulk)
  const [taken, known, refused] = [[] as Judged[], [...report.known], [...report.refused]]
  for (let from = 0; from < report.taken.length; from += atOnce) {
    const lines = report.taken.slice(from, from + atOnce)
    // Where one cannot enter, each enters alone: the others do not wait for it, and it gets its own answer.
    const whole = await enterLines(desk, consultation, lines).catch(onlyProblems)
    for (const one of lines)
      try {
        const isNew = (whole ?? (await enterLines(desk, consultation, [one]))).has(one.line)
        ;(isNew ? taken : known).push(one)
      } catch (error) {
        refused.push({ ...one, entry: null, why: tell(lang, problemIn(error)) })
      }
  }
  if (taken.length > 0)
    await transact(desk.db, async (tx) => {
      const permit = allow(desk, 'consultations.import', placeOfConsultation(consultation))
      await record(tx, permit, consultationId, { added: taken.length, channel: bulk.channel })
    })
  return { taken, known, refused: refused.toSorted((a, b) => a.line - b.line) }
}

function problemIn(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}

function onlyProblems(error: unknown): null {
  problemIn(error)
  return null
}

/** All of them or none, but for those that arrived before. Tells which lines are new. */
function enterLines(desk: Desk, consultation: Consultation, lines: readonly Judged[]): Promise<ReadonlySet<number>> {
  return transact(desk.db, async (tx) => {
    const given = lines.flatMap(({ line, entry, cells }) => (entry ? [{ line, entry, reference: cells.reference }] : []))
    const numbers = given.map(({ entry }) => entry.protocolNumber)
    // Two people who import the same file at once take turns on its lines.
    await lockProtocols(tx, consultation.id, numbers)
    const there = Map.groupBy(await arrivedUnder(tx, consultation.id, numbers), ({ protocolNumber }) => protocolNumber)
    const fresh = given.filter(({ entry, reference }) => !isThere(entry, reference, there.get(entry.protocolNumber) ?? []))
    if (fresh.length > 0)
      await enterFresh(
        tx,
        desk,
        consultation,
        fresh.map(({ entry }) => entry),
      )
    return new Set(fresh.map(({ line }) => line))
  })
}

async function enterFresh(tx: Db, desk: Desk, consultation: Consultation, entries: readonly EnterInput[]): Promise<void> {
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
}

/** Organisations are few, however many write for them. */
async function kindsOf(tx: Db, entries: readonly EnterInput[]): Promise<ReadonlyMap<string | null, string>> {
  const ids = new Set(entries.flatMap(({ organisationId }) => organisationId ?? []))
  const kinds = new Map<string | null, string>()
  for (const id of ids) kinds.set(id, (await getOrganisation(tx, id)).kind)
  return kinds
}
