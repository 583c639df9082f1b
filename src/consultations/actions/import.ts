import { allow, mustBeAble } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, tell } from '../../kernel/problem.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { type Bulk, isThere, type Judged, judged } from '../bulk/judge.ts'
import type { Table } from '../bulk/line.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { getConsultation } from '../store/consultations.ts'
import { arrivedUnder, lockProtocol } from '../store/protocols.ts'
import { type EnterInput, writeDown } from './enter.ts'

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

/**
 * Each line enters by itself, as if keyed in by hand: its own number, its own event, its own receipt. Cut off halfway,
 * the same file given again goes on from there.
 */
export async function importContributions(desk: Desk, lang: Lang, consultationId: string, table: Table, bulk: Bulk): Promise<BulkReport> {
  const consultation = await getConsultation(desk.db, consultationId)
  const report = await previewContributions(desk, lang, consultationId, table, bulk)
  const [taken, known, refused] = [[] as Judged[], [...report.known], [...report.refused]]
  for (const one of report.taken) {
    try {
      const isNew = one.entry && (await enterLine(desk, consultation, one.entry, one.cells.reference))
      ;(isNew ? taken : known).push(one)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ ...one, entry: null, why: tell(lang, error) })
    }
  }
  if (taken.length > 0)
    await transact(desk.db, async (tx) => {
      const permit = allow(desk, 'consultations.import', placeOfConsultation(consultation))
      await record(tx, permit, consultationId, { added: taken.length, channel: bulk.channel })
    })
  return { taken, known, refused: refused.toSorted((a, b) => a.line - b.line) }
}

function enterLine(desk: Desk, consultation: Consultation, entry: EnterInput, reference: string): Promise<boolean> {
  return transact(desk.db, async (tx) => {
    // Two people who import the same file at once take turns on each of its lines.
    await lockProtocol(tx, consultation.id, entry.protocolNumber)
    if (isThere(entry, reference, await arrivedUnder(tx, consultation.id, [entry.protocolNumber]))) return false
    const permit = allow(desk, 'consultations.enter', placeOfConsultation(consultation))
    await writeDown(tx, desk, consultation, permit, entry, [])
    return true
  })
}
