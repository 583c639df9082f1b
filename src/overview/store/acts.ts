import { sql } from 'kysely'
import { officialActs } from '../../charter/policy.ts'
import { namesOfBodies } from '../../groups/index.ts'
import type { Day } from '../../kernel/day.ts'
import { namesOf } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'event'>()

/** A line of the record, with the name of the organisation it concerns. */
export interface ActTold {
  readonly id: string
  readonly act: string
  readonly day: Day
  readonly placeKind: string
  readonly placeId: string | null
  readonly facts: Readonly<Record<string, unknown>>
  readonly organisation: string | null
  /** The body in which it happened, by name. */
  readonly body: string | null
}

export interface WhichActs {
  /** Those that happened in one of these places. */
  readonly places?: readonly string[]
  /** Those of one person, the personal ones too. */
  readonly actorId?: string
  /** Only these acts. */
  readonly acts?: readonly string[]
  readonly limit: number
}

/** The latest acts, in three statements: the others only where organisations and bodies must be named. */
export async function latestActs(db: Db, { places, actorId, acts, limit }: WhichActs, today: Day): Promise<ActTold[]> {
  const rows = await own(db)
    .selectFrom('event')
    .select(['id', 'act', 'day', 'placeKind', 'placeId', 'subjectId', 'facts'])
    .$if(places !== undefined, (q) => q.where('placeId', '=', sql<string>`any(${[...(places ?? [])]}::uuid[])`))
    .$if(actorId !== undefined, (q) => q.where('actorId', '=', actorId as string))
    .$if(actorId === undefined || acts !== undefined, (q) => q.where('act', 'in', [...(acts ?? officialActs)]))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  const concerned = (row: (typeof rows)[number]) => {
    const { organisationId } = row.facts as { organisationId?: unknown }
    return row.act.startsWith('organisations.') ? row.subjectId : typeof organisationId === 'string' ? organisationId : null
  }
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => concerned(row) ?? []))], today)
  const bodies = await namesOfBodies(
    db,
    rows.flatMap(({ placeKind, placeId }) => (placeKind === 'body' && placeId ? [placeId] : [])),
  )
  return rows.map((row) => {
    const { id, act, day, placeKind, placeId } = row
    const facts = row.facts as ActTold['facts']
    return {
      id,
      act,
      day,
      placeKind,
      placeId,
      facts,
      organisation: names.get(concerned(row) ?? '') ?? null,
      body: bodies.get(placeId ?? '')?.name ?? null,
    }
  })
}

const countedAtMost = 1000

/** How many official acts happened in a place, counted up to a thousand. */
export async function countActs(db: Db, placeId: string): Promise<number> {
  const row = await db
    .selectFrom(
      own(db)
        .selectFrom('event')
        .select('id')
        .where('placeId', '=', placeId)
        .where('act', 'in', [...officialActs])
        .limit(countedAtMost)
        .as('some'),
    )
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}
