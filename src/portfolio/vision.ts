import {
  type Block,
  blocksOf,
  type Document,
  type DocumentKind,
  decisionsOn,
  documentsOf,
  draftOf,
  inForce,
  standingOn,
  type Version,
  versionsOf,
} from '../documents/index.ts'
import type { CycleId } from '../ecosystems/index.ts'
import { annulments } from '../groups/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'

export interface Text {
  readonly document: Document | null
  /** The version that everybody reads; null until one is published. */
  readonly version: Version | null
}

/** The perimeter or the vision of an ecosystem's present cycle, in three statements. */
export async function textOf(
  db: Db,
  ecosystem: { readonly id: string; readonly cycle: { readonly id: CycleId } },
  kind: DocumentKind,
  today: Day,
): Promise<Text> {
  const documents = await documentsOf(db, ecosystem.id)
  const document = documents.find((one) => one.kind === kind && one.cycleId === ecosystem.cycle.id) ?? null
  if (!document) return { document, version: null }
  const versions = await versionsOf(db, document.id)
  return { document, version: inForce(standingOn(today, versions, await annulments(db, decisionsOn(versions))), today) }
}

/** Its blocks: of the draft, or of the version in force. */
export async function blocksIn(db: Db, { document, version }: Text, which: 'draft' | 'version'): Promise<readonly Block[]> {
  if (which === 'draft') return document ? draftOf(db, document.id) : []
  return version ? blocksOf(db, version.id) : []
}

export const interventionsIn = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind === 'intervention')

/** The needs that an objective or an intervention answers. */
export const needIdsOf = ({ data }: Pick<Block, 'data'>) => (data.refs ?? []).flatMap(({ kind, id }) => (kind === 'need' ? [id] : []))
