import { can } from '../../charter/policy.ts'
import { actorOf } from '../../identity/index.ts'
import { Problem } from '../../kernel/problem.ts'
import { keepable } from '../../kernel/text.ts'
import { transact } from '../../platform/db.ts'
import type { Desk } from '../../platform/http.ts'
import { addJob } from '../../platform/jobs.ts'
import { heldUpload } from '../../platform/uploads.ts'
import { Judge, type Judged } from '../bulk/judge.ts'
import type { Table } from '../bulk/line.ts'
import { readTable } from '../bulk/table.ts'
import { placeOfConsultation } from '../rules/consultation.ts'
import type { Import, Stop } from '../rules/imports.ts'
import { getConsultation } from '../store/consultations.ts'
import { getImport, type ImportLine, insertLines, lockImport, updateImport } from '../store/imports.ts'
import { type Entered, enterLines } from './enter-lines.ts'
import { endImport, importJob } from './import.ts'

/** How many lines enter in one transaction, and how many before others who wait for the same workers get a turn. */
const atOnce = 100
const inOneGo = 2_000

/**
 * Goes on with a file from where it came to. The lines and how far it came are one transaction: whoever is killed in the
 * middle of a batch wrote none of it, and two who carry out the same file take turns.
 */
export async function carryOutImport(desk: Desk, consultationId: string, importId: string): Promise<void> {
  let one = await getImport(desk.db, consultationId, importId)
  if (one.endedAt) return
  const table = await tableOf(desk, one)
  if (!table) return endEarly(desk, one, 'file-gone')
  const last = one.position + inOneGo
  const judge = await Judge.of(desk.db, await getConsultation(desk.db, consultationId), table, one)
  let [seen, goesOn] = [0, true]
  while (goesOn && !one.endedAt && one.position < last) {
    const consultation = await getConsultation(desk.db, consultationId)
    // A line is judged by those before it, also by those that entered another time.
    await judge.lines(consultation, desk.today, table.lines.slice(seen, one.position))
    const lines = await judge.lines(consultation, desk.today, table.lines.slice(one.position, one.position + atOnce))
    seen = one.position + lines.length
    goesOn = judge.isOf(consultation)
    if (goesOn) one = await takeBatch(desk, one, lines)
  }
  if (!one.endedAt) await addJob(desk.db, 'consultations.import', { consultationId, importId }, importJob(importId))
}

async function tableOf({ db, now }: Desk, { id }: Import): Promise<Table | null> {
  const bytes = await heldUpload(db, id, { room: 'consultations', now })
  try {
    return bytes && (await readTable(bytes))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

async function endEarly(desk: Desk, { consultationId, id }: Import, why: Stop): Promise<void> {
  await transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const one = await lockImport(tx, consultationId, id)
    if (!one.endedAt) await endImport(tx, desk, consultation, one, why)
  })
}

/** Whoever confirmed enters them, as long as they may. Gives the file as it stands after, whoever moved it. */
function takeBatch(desk: Desk, { consultationId, id, position }: Import, lines: readonly Judged[]): Promise<Import> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const one = await lockImport(tx, consultationId, id)
    if (one.endedAt || one.position !== position) return one
    const actor = await actorOf(tx, one.begunBy, desk.today)
    if (!can(actor, 'consultations.import', placeOfConsultation(consultation))) return endImport(tx, desk, consultation, one, 'no-permit')

    const theirs = { ...desk, actor }
    const done = await enterLines(tx, theirs, consultation, lines)
    const told = linesTold(lines, done)
    const refused = told.filter(({ why }) => why).length
    const change = {
      position: one.position + lines.length,
      entered: one.entered + done.entered.size,
      refused: one.refused + refused,
      known: one.known + lines.length - done.entered.size - refused,
      movedAt: desk.now,
    }

    await insertLines(tx, one, told)
    await updateImport(tx, one, change)
    const after = { ...one, ...change }
    return after.position === after.total ? endImport(tx, theirs, consultation, after, null) : after
  })
}

/** Of those that were there already there is nothing to tell. */
function linesTold(lines: readonly Judged[], { entered, refused }: Entered): ImportLine[] {
  return lines.flatMap(({ line, cells, why: judged }) => {
    const contributionId = entered.get(line) ?? null
    const why = judged ?? refused.get(line) ?? null
    const protocolNumber = keepable(cells.protocolNumber.slice(0, 100))
    return contributionId || why ? [{ line, protocolNumber, contributionId, why }] : []
  })
}
