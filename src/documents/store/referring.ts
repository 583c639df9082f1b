import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { BlockId, BlockKind, Reference } from '../rules/blocks.ts'

const own = (db: Db) => db.$pickTables<'document' | 'documentVersion' | 'versionBlock'>()

/** A block of a text in force that speaks of something. */
export interface Referring {
  readonly ref: Reference
  readonly blockId: BlockId
  readonly kind: BlockKind
  readonly text: string
  readonly documentId: string
  readonly ecosystemId: string
  readonly version: number
}

/** The blocks of the versions in force that speak of some things of one kind: in one statement. Without ids, of all in an ecosystem; without a day, of the last ones published. */
export async function blocksReferringTo(
  db: Db,
  kind: string,
  of: { readonly ids: readonly string[] } | { readonly ecosystemId: string },
  today: Day | null,
): Promise<Referring[]> {
  if ('ids' in of && of.ids.length === 0) return []
  const inForce = own(db)
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .distinctOn('documentVersion.documentId')
    .select(['documentVersion.id', 'documentVersion.documentId', 'documentVersion.number', 'document.ecosystemId'])
    .where('publishedOn', 'is not', null)
    .$if(today !== null, (some) => some.where('publishedOn', '<=', today))
    .$if('ecosystemId' in of, (some) => some.where('document.ecosystemId', '=', 'ecosystemId' in of ? of.ecosystemId : ''))
    .orderBy('documentVersion.documentId')
    .orderBy('documentVersion.number', 'desc')
  const rows = await own(db)
    .selectFrom(inForce.as('v'))
    .innerJoin('versionBlock as b', 'b.versionId', 'v.id')
    .innerJoinLateral(sql<{ ref: Reference }>`(select jsonb_array_elements(b.data -> 'refs') as ref)`.as('r'), (join) => join.onTrue())
    .select(['r.ref', 'b.blockId', 'b.kind', 'b.text', 'v.documentId', 'v.ecosystemId', 'v.number as version'])
    .where('b.kind', 'in', ['perimeter-item', 'objective', 'intervention'])
    .where(sql<boolean>`r.ref ->> 'kind' = ${kind}`)
    .$if('ids' in of, (some) => some.where(sql<boolean>`r.ref ->> 'id' = any(${'ids' in of ? [...of.ids] : []}::text[])`))
    .orderBy('b.versionId')
    .orderBy('b.position')
    .$narrowType<{ blockId: BlockId; kind: BlockKind }>()
    .execute()
  return rows
}
