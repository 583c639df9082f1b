import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { BlockId } from '../rules/blocks.ts'
import type { VersionId } from '../rules/versions.ts'

const own = (db: Db) => db.$pickTables<'document' | 'documentVersion' | 'versionBlock' | 'documentBlock'>()

/** A block that speaks of something, with the text it stands in. */
interface Speaking {
  readonly documentId: string
  readonly titleIt: string
  readonly titleEn: string | null
  readonly blockId: BlockId
  readonly text: string
}

export interface SpeakingVersion extends Speaking {
  readonly versionId: VersionId
  readonly number: number
}

const speaksOf = (data: string, id: string) =>
  sql<boolean>`${sql.ref(data)} -> 'refs' @> ${JSON.stringify([{ id }])}::jsonb and ${sql.ref(data)} ? 'refs'`

/** The versions that speak of something, frozen or further, with the first block of each that does. */
export async function versionsSpeakingOf(db: Db, id: string): Promise<SpeakingVersion[]> {
  return own(db)
    .selectFrom('versionBlock as b')
    .innerJoin('documentVersion as v', 'v.id', 'b.versionId')
    .distinctOn('v.id')
    .select(['v.documentId', 'v.titleIt', 'v.titleEn', 'v.id as versionId', 'v.number', 'b.blockId', 'b.text'])
    .where(speaksOf('b.data', id))
    .orderBy('v.id')
    .orderBy('b.position')
    .$narrowType<{ blockId: BlockId; versionId: VersionId }>()
    .execute()
}

/** The drafts that speak of something, with the first block of each that does. */
export async function draftsSpeakingOf(db: Db, id: string): Promise<Speaking[]> {
  return own(db)
    .selectFrom('documentBlock as b')
    .innerJoin('document as d', 'd.id', 'b.documentId')
    .distinctOn('d.id')
    .select(['d.id as documentId', 'd.titleIt', 'd.titleEn', 'b.id as blockId', 'b.text'])
    .where(speaksOf('b.data', id))
    .orderBy('d.id')
    .orderBy('b.position')
    .$narrowType<{ blockId: BlockId }>()
    .execute()
}
