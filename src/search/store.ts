import { type RawBuilder, sql } from 'kysely'
import { decodeCursor, sliceOf } from '../kernel/cursor.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Db } from '../platform/db.ts'
import { type Answer, countedAtMost, type Found, type Kind, kinds, setRight, wordsOf } from './rules.ts'

const own = (db: Db) => db.$pickTables<'searchEntry' | 'searchWord'>()

export interface Question {
  readonly words: string
  readonly kind: Kind | null
  readonly lang: Lang
  readonly cursor: string | null
  readonly limit: number
}

/** Few of them, and they are what the site is about: they come before the rest when words match as well. */
const boosts: Record<Kind, number> = {
  ecosystem: 4,
  body: 2,
  hearing: 1.5,
  need: 1,
  document: 1.5,
  consultation: 2,
  project: 1.5,
  system: 1.5,
  action: 2,
  result: 1,
  chapter: 1.2,
  organisation: 1,
}

/**
 * Looks for all the words; when nothing has them all, for the same words set right by the nearest that exist; and
 * at last for those that have some of them.
 */
export async function search(db: Db, question: Question): Promise<Answer> {
  const exact = await lookFor(db, question, allOf(question.words))
  if (exact.found) return { ...exact, reading: 'all', words: question.words }
  const words = setRight(question.words, await nearestWords(db, question.words))
  if (words !== question.words) {
    const corrected = await lookFor(db, question, allOf(words))
    if (corrected.found) return { ...corrected, reading: 'corrected', words }
  }
  const some = await lookFor(db, question, someOf(words))
  return { ...some, reading: 'some', words }
}

type Query = RawBuilder<unknown>

/** A word is looked for by its Italian stem and by its English one. */
function allOf(words: string): Query {
  return sql`websearch_to_tsquery('public.italian_plain', ${words}) || websearch_to_tsquery('public.english_plain', ${words})`
}

/** Any of the words, save those left out with a minus sign. */
function someOf(question: string): Query {
  const words = question.replace(/(^|\s)-\S+/g, ' ')
  const either = (configuration: string) => sql`replace(plainto_tsquery(${sql.lit(configuration)}, ${words})::text, ' & ', ' | ')::tsquery`
  return sql`${either('public.italian_plain')} || ${either('public.english_plain')}`
}

interface Row {
  readonly counts: Partial<Record<Kind, number>> | null
  readonly page: (Found & { score: string })[] | null
}

/** One statement. What is ranked is bounded for each kind, so that a word that everything has costs as much as a rare one. */
async function lookFor(db: Db, { kind, lang, cursor, limit }: Question, query: Query) {
  const after = cursor ? decodeCursor(cursor, 3) : null
  const beyond = after
    ? sql`and (score < ${after[0]}::numeric or (score = ${after[0]}::numeric and (kind, key) > (${after[1]}::text, ${after[2]}::uuid)))`
    : sql``
  const { rows } = await sql<Row>`
    with q as materialized (select query from (select ${query} as query) w where querytree(query) not in ('', 'T')),
    candidates as (
      select e.kind, e.key, e.part, round((ts_rank('{0.05, 0.1, 0.3, 1}', e.document, q.query, 1) * k.boost)::numeric, 6) as score
      from q
      cross join (values ${sql.join(kinds.map((one) => sql`(${sql.lit(one)}, ${sql.lit(boosts[one])}::float8)`))}) k (kind, boost)
      cross join lateral (
        select * from search_entry where document @@ (q.query && ('''=' || k.kind || '''')::tsquery) limit ${sql.lit(countedAtMost)}
      ) e
    ),
    things as (select distinct on (kind, key) * from candidates order by kind, key, score desc, part),
    page as (
      select * from things where ${kind ? sql`kind = ${kind}` : sql`true`} ${beyond}
      order by score desc, kind, key limit ${limit + 1}
    )
    select
      (select json_object_agg(kind, n) from (select kind, count(*) as n from things group by kind) c) as counts,
      (select json_agg(json_build_object('kind', p.kind, 'id', p.key, 'score', p.score::text, 'place', e.place,
        'title', ${marked(lang, 'title', 'HighlightAll=true')},
        'excerpt', ${marked(lang, 'body', 'MaxFragments=2, MaxWords=28, MinWords=16, FragmentDelimiter=" … "')}) order by p.score desc, p.kind, p.key)
       from page p join search_entry e on (e.kind, e.key, e.part) = (p.kind, p.key, p.part) cross join q) as page`.execute(db)
  const { items, next } = sliceOf(rows[0]?.page ?? [], limit, (found) => [found.score, found.kind, found.id])
  return { items: items.map(({ score: _, ...found }) => found), next, counts: rows[0]?.counts ?? {}, found: rows[0]?.counts != null }
}

/** A column in the reader's language, or else in Italian, with the words sought between two characters that no text holds. */
function marked(lang: Lang, column: 'title' | 'body', options: string): Query {
  const settings = sql.lit(`StartSel="\uE000", StopSel="\uE001", ${options}`)
  const headline = (as: Lang) => {
    const text = sql.ref(`e.${column}_${as}`)
    const found = sql`ts_headline(${sql.lit(as === 'en' ? 'public.english_plain' : 'public.italian_plain')}, ${text}, q.query, ${settings})`
    return sql`(select h || case when right(${text}, 12) = right(translate(h, ${sql.lit('\uE000\uE001')}, ''), 12) then '' else ' …' end from (select ${found} as h) _)`
  }
  return sql`nullif(${lang === 'en' ? sql`coalesce(${headline('en')}, ${headline('it')})` : headline('it')}, '')`
}

/** For each word that nothing contains, the most similar one that something does; of two alike, the one as long. */
async function nearestWords(db: Db, question: string): Promise<Map<string, string>> {
  const words = wordsOf(question)
  if (words.length === 0) return new Map()
  const { rows } = await sql<{ written: string; nearest: string | null }>`
    select written, (
      select word from search_word
      where word % plain and abs(length(word) - length(plain)) <= 3
      order by similarity(word, plain) - 0.05 * abs(length(word) - length(plain)) desc, word limit 1
    ) as nearest
    from unnest(${words}::text[]) as written, lower(public.unaccent(written)) as plain,
      lateral (select to_tsquery('public.italian_plain', plain) || to_tsquery('public.english_plain', plain) as query) q
    where numnode(query) > 0 and not exists (select from search_entry where document @@ query)`.execute(db)
  return new Map(rows.flatMap(({ written, nearest }) => (nearest ? [[written, nearest]] : [])))
}

export interface Address {
  readonly kind: Kind
  readonly place: readonly string[]
}

/** A page of everything that has an address of its own, for the map of the site. */
export async function listAddresses(db: Db, offset: number, limit: number): Promise<Address[]> {
  const rows = await own(db)
    .selectFrom('searchEntry')
    .select(['kind', 'place'])
    .where('part', '=', 0)
    .where('kind', '<>', 'result')
    .orderBy('kind')
    .orderBy('key')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(({ kind, place }) => ({ kind: kind as Kind, place }))
}

export async function countAddresses(db: Db): Promise<number> {
  const row = await own(db)
    .selectFrom('searchEntry')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('part', '=', 0)
    .where('kind', '<>', 'result')
    .executeTakeFirstOrThrow()
  return row.n
}

export interface Titled extends Address {
  readonly titleIt: string
  readonly titleEn: string | null
}

/** What things are called, of those among some ids that anybody can find. */
export async function titlesOf(db: Db, ids: readonly string[]): Promise<Map<string, Titled>> {
  if (ids.length === 0) return new Map()
  const rows = await own(db)
    .selectFrom('searchEntry')
    .select(['kind', 'key', 'place', 'titleIt', 'titleEn'])
    .where('kind', 'in', [...kinds])
    .where('key', 'in', [...ids])
    .where('part', '=', 0)
    .execute()
  return new Map(rows.map(({ key, ...titled }) => [key, { ...titled, kind: titled.kind as Kind }]))
}
