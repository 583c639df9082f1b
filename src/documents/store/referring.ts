import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { BlockId, BlockKind, Reference } from '../rules/blocks.ts'
import type { Annulments } from '../rules/versions.ts'

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

/** Some things, or all those that the texts of an ecosystem speak of. */
type Asked = { readonly ids: readonly string[] } | { readonly ecosystemId: string }

/** The blocks of the versions in force that speak of some things of one kind: in three statements. Without a day, of the last ones published. */
export async function blocksReferringTo(db: Db, kind: string, of: Asked, today: Day | null, annulments: Annulments): Promise<Referring[]> {
  if ('ids' in of && of.ids.length === 0) return []
  const versionIds = await versionsInForce(db, of, today, annulments)
  if (versionIds.length === 0) return []
  const rows = await own(db)
    .selectFrom('documentVersion as v')
    .innerJoin('document as d', 'd.id', 'v.documentId')
    .innerJoin('versionBlock as b', 'b.versionId', 'v.id')
    .innerJoinLateral(sql<{ ref: Reference }>`(select jsonb_array_elements(b.data -> 'refs') as ref)`.as('r'), (join) => join.onTrue())
    .select(['r.ref', 'b.blockId', 'b.kind', 'b.text', 'v.documentId', 'd.ecosystemId', 'v.number as version'])
    .where('v.id', 'in', versionIds)
    .where('b.kind', 'in', ['perimeter-item', 'objective', 'intervention'])
    .where(sql<boolean>`r.ref ->> 'kind' = ${kind}`)
    .$if('ids' in of, (some) => some.where(sql<boolean>`r.ref ->> 'id' = any(${'ids' in of ? [...of.ids] : []}::text[])`))
    .orderBy('b.versionId')
    .orderBy('b.position')
    .$narrowType<{ blockId: BlockId; kind: BlockKind }>()
    .execute()
  return rows
}

/** The last version published of each document, those left out whose adoption was annulled. */
async function versionsInForce(db: Db, of: Asked, today: Day | null, annulments: Annulments): Promise<string[]> {
  const published = await own(db)
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .select(['documentVersion.id', 'documentVersion.documentId', 'documentVersion.decisionId'])
    .where('publishedOn', 'is not', null)
    .$if(today !== null, (some) => some.where('publishedOn', '<=', today))
    .$if('ecosystemId' in of, (some) => some.where('document.ecosystemId', '=', 'ecosystemId' in of ? of.ecosystemId : ''))
    .orderBy('documentVersion.number')
    .execute()
  const annulled = await annulments(
    db,
    published.flatMap(({ decisionId }) => decisionId ?? []),
  )
  const stands = ({ decisionId }: { decisionId: string | null }) => {
    const on = annulled.get(decisionId ?? '')
    return on === undefined || (today !== null && on > today)
  }
  return [...new Map(published.filter(stands).map(({ documentId, id }) => [documentId, id])).values()]
}
