import { type RawBuilder, sql } from 'kysely'
import { type Db, kept } from '../../platform/db.ts'
import type { Contribution } from '../rules/contributions.ts'

/** As much of a contribution as is shown beside the text. */
export type Note = Pick<
  Contribution,
  | 'id'
  | 'consultationId'
  | 'number'
  | 'versionId'
  | 'receivedAt'
  | 'changedAt'
  | 'authorId'
  | 'organisationId'
  | 'showsName'
  | 'lang'
  | 'text'
  | 'supports'
> & { readonly blockId: string; readonly onWords: boolean }

const columns =
  sql.raw(`consultation_id, id, number, version_id, block_id, target_kind = 'words' as on_words, received_at, changed_at, author_id,
  organisation_id, shows_name, lang, text, supports`)

export interface NotesQuery {
  readonly consultationId: string
  readonly blockIds: readonly string[]
  /** How many for each block. */
  readonly each: number
  readonly contributorKind?: 'person' | 'organisation' | undefined
  readonly order?: 'newest' | 'supported' | undefined
}

/** A few of the contributions on each block that can be read, however many there are. */
export async function notesOf(db: Db, { consultationId, blockIds, each, contributorKind, order }: NotesQuery): Promise<Note[]> {
  if (blockIds.length === 0) return []
  const who = {
    person: sql`and contributor_kind = 'person'`,
    organisation: sql`and contributor_kind <> 'person'`,
    any: sql``,
  }[contributorKind ?? 'any']
  const few = (more: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql`(
      select ${columns} from contribution
      where consultation_id = ${consultationId} and block_id = block.id and withdrawn_at is null and hidden_at is null ${who} ${more}
      order by ${by} limit ${each}
    )`
  const newest = sql`number desc`
  const supported = sql`supports desc, number desc`
  // What nobody supports comes last, the newest first: each half is read by its own index.
  const found =
    order === 'supported'
      ? sql`(select both_halves.* from (${few(sql`and supports > 0`, supported)} union all ${few(sql`and supports = 0`, newest)}) both_halves
          order by ${supported} limit ${each})`
      : few(sql``, newest)
  const { rows } = await sql<Note>`
    select note.* from unnest(${[...blockIds]}::uuid[]) as block (id) cross join lateral ${found} note ${kept}`.execute(db)
  return rows
}
