import type { Day } from '../kernel/day.ts'
import {
  type ActionContent,
  type ChapterContent,
  changedFields,
  contentHash,
  type Field,
  fullness,
  matchResults,
  type PlanContent,
  sameWords,
  taken,
} from './content.ts'
import type { ActionId, ResultId } from './rules.ts'

export interface StandingAction {
  readonly id: ActionId
  readonly version: number
  readonly validFrom: Day
  readonly content: ActionContent
  readonly resultIds: readonly ResultId[]
}

export interface StandingChapter {
  readonly id: string
  readonly version: number
  readonly validFrom: Day
  readonly content: ChapterContent
}

export interface StandingPlan {
  readonly chapters: readonly StandingChapter[]
  readonly actions: readonly StandingAction[]
}

export interface ActionChange {
  readonly standing: StandingAction | null
  readonly content: ActionContent
  /** For each result, the former one that it is. */
  readonly resultIds: readonly (ResultId | null)[]
  readonly fields: readonly Field[]
  /** Set when a fuller source tells the text that stood all along, or only what is counted changes; otherwise the change holds from the day of the import. */
  readonly heldSince: Day | null
}

export interface ChapterChange {
  readonly standing: StandingChapter | null
  readonly content: ChapterContent
  readonly heldSince: Day | null
}

/** What an import would do to a plan. Nothing is ever taken away: what the source no longer has is told, and stands. */
export interface Changes {
  readonly actions: readonly ActionChange[]
  readonly chapters: readonly ChapterChange[]
  readonly unchanged: number
  readonly absent: readonly string[]
  /** The same changes on the same plan have the same fingerprint: a confirmation holds only for what was previewed. */
  readonly fingerprint: string
}

export function changesOf(standing: StandingPlan, incoming: PlanContent): Changes {
  const chapters = incoming.chapters.flatMap((content) => chapterChange(standing.chapters, content))
  const actions = incoming.actions.map((content) => actionChange(standing.actions, content))
  const changed = actions.filter(({ standing: before, fields }) => !before || fields.length > 0)
  const codes = new Set(incoming.actions.map(({ code }) => code))
  return {
    actions: changed,
    chapters,
    unchanged: actions.length - changed.length,
    absent: incoming.source === 'page' ? [] : standing.actions.map(({ content }) => content.code).filter((code) => !codes.has(code)),
    fingerprint: contentHash({
      actions: changed.map(({ standing: before, content }) => [before?.version ?? 0, content]),
      chapters: chapters.map(({ standing: before, content }) => [before?.version ?? 0, content]),
    }),
  }
}

function actionChange(standing: readonly StandingAction[], incoming: ActionContent): ActionChange {
  const before = standing.find(({ content }) => content.code === incoming.code) ?? null
  const matches = matchResults(before?.content.results ?? [], incoming.results)
  const content = taken(before?.content ?? null, incoming, matches)
  const kept = before !== null && content.results === before.content.results
  return {
    standing: before,
    content,
    resultIds: kept ? before.resultIds : matches.map((former) => (former === null ? null : (before?.resultIds[former] ?? null))),
    fields: before ? changedFields(before.content, content) : [],
    heldSince:
      before && (fullness(incoming.source) > fullness(before.content.source) || sameWords(before.content, content))
        ? before.validFrom
        : null,
  }
}

function chapterChange(standing: readonly StandingChapter[], incoming: ChapterContent): ChapterChange[] {
  const before = standing.find(({ content }) => content.slug === incoming.slug) ?? null
  const content =
    before && incoming.body === null ? { ...incoming, body: before.content.body, plainText: before.content.plainText } : incoming
  if (before && contentHash(before.content) === contentHash(content)) return []
  return [{ standing: before, content, heldSince: before && before.content.body === null ? before.validFrom : null }]
}
