import { z } from 'zod'
import { allow, mustBeAble, type PersonId } from '../../charter/policy.ts'
import { keepable } from '../../kernel/text.ts'
import { type Db, transact } from '../../platform/db.ts'
import { prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { addJob } from '../../platform/jobs.ts'
import { record } from '../../platform/record.ts'
import { dropUpload, holdUpload, type UploadId } from '../../platform/uploads.ts'
import { Judge, type Judged } from '../bulk/judge.ts'
import type { Table } from '../bulk/line.ts'
import type { Bulk } from '../bulk/mapping.ts'
import { isThere } from '../bulk/there.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { fileKeptUntil, type Import, mustBeEntering, mustHaveSomethingToTakeOut, type Stop } from '../rules/imports.ts'
import { mustNotBeConcluded } from '../rules/windows.ts'
import { getConsultation, lockConsultation } from '../store/consultations.ts'
import { getImport, insertImport, lockImport, updateImport } from '../store/imports.ts'
import { arrivedUnder } from '../store/protocols.ts'

/** What each line of a file becomes: taken, known because it arrived before, or refused and why. */
export interface BulkReport {
  readonly taken: readonly Judged[]
  readonly known: readonly Judged[]
  readonly refused: readonly Judged[]
}

/** Nothing is written: what would be taken, what is there already, what cannot be, line by line. */
export async function previewContributions(desk: Desk, consultationId: string, table: Table, bulk: Bulk): Promise<BulkReport> {
  const consultation = await getConsultation(desk.db, consultationId)
  mustBeAble(desk.actor, 'consultations.import', placeOfConsultation(consultation))
  const judge = await Judge.of(desk.db, consultation, table, bulk)
  const lines = await judge.lines(consultation, desk.today, table.lines)
  const numbers = lines.flatMap(({ entry }) => entry?.protocolNumber ?? [])
  const arrived = await arrivedUnder(desk.db, consultationId, numbers)
  const isKnown = ({ entry, cells }: Judged) => entry !== null && isThere(entry, cells.reference, arrived.get(entry.protocolNumber) ?? [])
  const known = new Set(lines.filter(isKnown))
  return {
    taken: lines.filter((one) => one.entry && !known.has(one)),
    known: [...known],
    refused: lines.filter(({ entry }) => !entry),
  }
}

/** The names of a file's columns, as they are kept to recognise another that has the same. */
export const columnsKept = ({ columns }: Pick<Table, 'columns'>): string[] => columns.map(keepable)

interface ToImport {
  readonly upload: { readonly id: UploadId; readonly name: string }
  readonly table: Table
  readonly bulk: Bulk
}

/** In milliseconds: how long the file of an import that nobody carries out is kept. It goes as soon as it is of no more use. */
const longest = 60 * 24 * 60 * 60 * 1000

/** A file has one job at a time. */
export const importJob = (id: string) => ({ key: `consultations.import:${id}` })

/** What was confirmed enters by itself from here on, whether or not anybody watches. Confirmed twice, it enters once. */
export async function beginImport(desk: Desk, consultationId: string, { upload, table, bulk }: ToImport): Promise<Import> {
  return transact(desk.db, async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    mustBeAble(desk.actor, 'consultations.import', placeOfConsultation(consultation))

    mustNotBeConcluded(consultation)
    const fresh = await insertImport(tx, {
      consultationId,
      ...bulk,
      id: upload.id,
      name: keepable(upload.name),
      columns: columnsKept(table),
      begunBy: desk.actor.id as PersonId,
      begunAt: desk.now,
      total: table.lines.length,
    })
    if (fresh) {
      await holdUpload(tx, upload.id, new Date(desk.now.getTime() + longest))
      await addJob(tx, 'consultations.import', { consultationId, importId: upload.id }, importJob(upload.id))
    }
    return getImport(tx, consultationId, upload.id)
  })
}

/** What entered stays, each with its number and its receipt. */
export async function stopImport(desk: Desk, consultationId: string, id: string): Promise<Import> {
  return transact(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const one = await lockImport(tx, consultationId, id)
    mustBeAble(desk.actor, 'consultations.import', placeOfConsultation(consultation))

    mustBeEntering(one)
    return endImport(tx, desk, consultation, one, 'by-hand')
  })
}

/** The last line was looked at, or none is any more: what entered is on record as one act. */
export async function endImport(tx: Db, desk: Desk, consultation: Consultation, one: Import, stopped: Stop | null): Promise<Import> {
  const fileUntil = fileKeptUntil(one, desk.now)
  const stoppedBy = stopped === 'by-hand' ? desk.actor.id : null
  const change = { endedAt: desk.now, stopped, stoppedBy, fileUntil, movedAt: desk.now }
  await updateImport(tx, one, change)
  await (fileUntil ? holdUpload(tx, one.id, fileUntil) : dropUpload(tx, one.id))
  if (one.entered > 0) {
    const permit = allow(desk, 'consultations.import', placeOfConsultation(consultation))
    await record(tx, permit, one.consultationId, { added: one.entered, channel: one.channel })
  }
  return { ...one, ...change }
}

export const UndoForm = z.object({ reason: prose(2000) })

/** All that entered with a file leaves the lists again: withdrawn one by one, each with its number and its author told. */
export async function undoImport(desk: Desk, consultationId: string, id: string, { reason }: z.output<typeof UndoForm>): Promise<Import> {
  return transact(desk.db, async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    const one = await lockImport(tx, consultationId, id)
    mustBeAble(desk.actor, 'consultations.undo-import', placeOfConsultation(consultation))

    mustHaveSomethingToTakeOut(one)
    mustNotBeConcluded(consultation)
    const change = { undoAskedAt: desk.now, undoAskedBy: desk.actor.id, undoReason: reason, movedAt: desk.now }

    await updateImport(tx, one, change)
    await addJob(tx, 'consultations.undo-import', { consultationId, importId: one.id }, { key: `consultations.undo-import:${one.id}` })
    return { ...one, ...change }
  })
}
