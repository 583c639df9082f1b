import { paths } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { excerpt } from '../../kernel/excerpt.ts'
import type { Lang } from '../../kernel/lang.ts'
import { type Cover, codeOf, type HeardIn, heardIn, type Need, needsByIds } from '../../listening/index.ts'
import type { Db } from '../../platform/db.ts'
import { Link } from '../../ui/link.tsx'
import { useWords } from '../../ui/reader.tsx'
import { coverageWords } from '../messages/coverage.ts'
import type { AnsweredNeed } from '../rules/projects.ts'

/** A need that a project answers, with the hearing in which it was said, where it was in one. */
export interface Thread extends AnsweredNeed {
  readonly need: Need
  readonly heard: HeardIn | null
}

/** From hearing to project, in two statements. */
export async function threadsOf(db: Db, answers: readonly AnsweredNeed[]): Promise<Thread[]> {
  const needs = await needsByIds(
    db,
    answers.map(({ needId }) => needId),
  )
  const statements = [...needs.values()].flatMap(({ source }) => (source.kind === 'hearing' && source.id ? [source.id] : []))
  const heard = await heardIn(db, statements)
  return answers.flatMap((answer) => {
    const need = needs.get(answer.needId)
    return need ? [{ ...answer, need, heard: heard.get(need.source.id ?? '') ?? null }] : []
  })
}

export type Reading = { readonly lang: Lang; readonly today: Day }

export function NeedLink({ need }: { readonly need: Need }) {
  return (
    <>
      <Link to={paths.need(need.id)}>{codeOf(need)}</Link> <span lang="it">{excerpt(need.statement)}</span>
    </>
  )
}

/** Where a need was heard: a hearing is named, of the other sources their kind is said. */
export function Source({ need, heard }: { readonly need: Need; readonly heard: HeardIn | null }) {
  const t = useWords(coverageWords)
  if (!heard) return <>{t(`source.${need.source.kind}`)}</>
  return (
    <Link to={paths.hearingMinutes(heard.hearingId)}>
      {t('source.hearing')} {heard.number}: {heard.title}
    </Link>
  )
}

/** What answers a need, each told apart by its kind. */
export function Covers({ covers }: { readonly covers: readonly Cover[] }) {
  const t = useWords(coverageWords)
  if (covers.length === 0) return <></>
  return (
    <ul class="plain">
      {covers.map(({ kind, title, path, extent }) => (
        <li>
          <span class="quiet small">{t(`kind.${kind}`)}: </span>
          <Link to={path}>{excerpt(title, 100)}</Link>
          {extent && <span class="quiet small">, {t(`extent.${extent}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
