import type { Place } from '../../charter/policy.ts'
import { type Consultation, getConsultation, isOpened, type OpenedConsultation, placeOfConsultation } from '../../consultations/index.ts'
import { type BlockId, blocksOf, versionsOf } from '../../documents/index.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import { notOpenedYet, outcomeConcluded } from '../rules/replies.ts'
import { findReport } from '../store/reports.ts'

export interface Answering {
  readonly consultation: OpenedConsultation
  readonly place: Place
}

/** A consultation whose contributions can be answered: opened, and its outcomes not yet published. */
export async function gatherAnswering(tx: Db, consultationId: string): Promise<Answering> {
  const consultation = await openedConsultation(tx, consultationId)
  if ((await findReport(tx, consultationId))?.publishedOn) throw new Problem(outcomeConcluded)
  return { consultation, place: placeOfConsultation(consultation) }
}

export async function openedConsultation(db: Db, id: string): Promise<OpenedConsultation> {
  return mustBeOpened(await getConsultation(db, id))
}

export function mustBeOpened(consultation: Consultation): OpenedConsultation {
  if (!isOpened(consultation)) throw new Problem(notOpenedYet)
  return consultation
}

export const noSuchPlace = {
  slug: 'reply-block-unknown',
  status: 422,
  it: 'Uno dei paragrafi indicati non è in questo documento: scegline tra quelli proposti.',
  en: 'One of the paragraphs named is not in this document: choose among those offered.',
} as const satisfies ProblemKind

/** What changes is in the text consulted upon, or was added to a later version of it. */
export async function mustKnowBlocks(tx: Db, consultation: Consultation, blockIds: readonly string[]): Promise<void> {
  if (blockIds.length === 0) return
  const asked = new Set(blockIds)
  const versions = (await versionsOf(tx, consultation.documentId)).toSorted((a, b) => b.number - a.number)
  for (const { id } of [...versions.filter(({ id }) => id === consultation.versionId), ...versions.slice(0, 1)])
    for (const block of await blocksOf(tx, id)) asked.delete(block.id as BlockId)
  if (asked.size > 0) throw new Problem(noSuchPlace, { field: 'blockIds' })
}
