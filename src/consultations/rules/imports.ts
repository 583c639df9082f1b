import type { PersonId } from '../../charter/policy.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Bulk } from '../bulk/mapping.ts'

export type ImportId = Id<'upload'>

/** Why a file ended before its last line. */
export const stops = ['by-hand', 'no-permit', 'file-gone'] as const
export type Stop = (typeof stops)[number]

/** A file of contributions that came on other channels, on its way into the ledger or arrived there. */
export interface Import extends Bulk {
  readonly consultationId: string
  readonly id: ImportId
  readonly name: string
  readonly columns: readonly string[]
  readonly begunBy: PersonId
  readonly begunAt: Date
  readonly total: number
  /** How many lines were looked at: those entered, there already and refused. */
  readonly position: number
  readonly entered: number
  readonly known: number
  readonly refused: number
  readonly movedAt: Date
  readonly endedAt: Date | null
  readonly stopped: Stop | null
  readonly stoppedBy: PersonId | null
  /** Until when the file itself is kept; null once it is gone. */
  readonly fileUntil: Date | null
  readonly undoAskedAt: Date | null
  readonly undoAskedBy: PersonId | null
  readonly undoReason: string | null
  readonly undoLine: number
  readonly removed: number
  readonly undoneAt: Date | null
}

export const importStates = ['under-way', 'stopped', 'ended', 'undoing', 'undone'] as const
export type ImportState = (typeof importStates)[number]

export function importState({ endedAt, stopped, undoAskedAt, undoneAt }: Import): ImportState {
  if (undoneAt) return 'undone'
  if (undoAskedAt) return 'undoing'
  if (!endedAt) return 'under-way'
  return stopped ? 'stopped' : 'ended'
}

export const isUnderWay = (one: Import): boolean => ['under-way', 'undoing'].includes(importState(one))

/** What an undo leaves where it is has an answer, which everybody can read. */
export const leftByUndo = ({ entered, removed, undoneAt }: Import): number => (undoneAt ? entered - removed : 0)

const day = 24 * 60 * 60 * 1000

/** Long enough to mend the lines refused and give them again; no longer, because a file holds names and addresses. */
export const daysToMend = 7

export function fileKeptUntil({ refused }: Pick<Import, 'refused'>, now: Date): Date | null {
  return refused > 0 ? new Date(now.getTime() + daysToMend * day) : null
}

export const importEnded = {
  slug: 'import-ended',
  status: 409,
  it: 'Questo file è già arrivato in fondo, o qualcuno lo ha fermato prima di te.',
  en: 'This file came to its end already, or somebody stopped it before you did.',
} as const satisfies ProblemKind

export const importUnderWay = {
  slug: 'import-under-way',
  status: 409,
  it: 'Un file di osservazioni sta ancora entrando nel registro: aspetta che finisca, oppure fermalo.',
  en: 'A file of contributions is still entering the ledger: wait until it ends, or stop it.',
} as const satisfies ProblemKind

export const nothingToTakeOut = {
  slug: 'nothing-to-take-out',
  status: 409,
  it: 'Di questo file non c’è più nulla da togliere.',
  en: 'Nothing of this file is left to take out.',
} as const satisfies ProblemKind

export function mustBeEntering(one: Import): void {
  if (one.endedAt) throw new Problem(importEnded)
}

export function mustHaveSomethingToTakeOut(one: Import): void {
  if (!one.endedAt) throw new Problem(importUnderWay)
  if (one.undoAskedAt || one.entered === 0) throw new Problem(nothingToTakeOut)
}
