import type { ActionContent, AreaContent, ChapterContent, PlanContent, SourceKind } from './content.ts'
import type { Criterion } from './criterion.ts'
import { slug } from './reading/clean.ts'
import { type Chapter, dueDay, type PlanAction, type PlanSource, type Timing } from './reading/index.ts'
import type { When } from './rules.ts'
import { plainText, withoutPositions } from './text.ts'

/** What is counted for a result, by action and position, where the platform has records of its own. */
export type KnownCriteria = Readonly<Record<string, readonly (Criterion | null)[]>>

/** A source as it was read becomes what the room keeps: no lines of files, plain text beside the blocks. */
export function contentOf(source: Pick<PlanSource, 'chapters' | 'actions'>, kind: SourceKind, criteria: KnownCriteria = {}): PlanContent {
  return {
    source: kind,
    chapters: source.chapters.map(chapterContent),
    actions: source.actions.map((action) => actionContent(action, source.chapters, kind, criteria[action.code] ?? [])),
  }
}

function chapterContent({ slug, position, number, title, part, blocks, sections }: Chapter): ChapterContent {
  return { slug, position, number, title, part, body: withoutPositions({ blocks, sections }), plainText: plainText(blocks, sections) }
}

function actionContent(
  action: PlanAction,
  chapters: readonly Chapter[],
  kind: SourceKind,
  criteria: readonly (Criterion | null)[],
): ActionContent {
  const { code, number, title, readMore, timingText, actorsText, areasText } = action
  const chapter = readMore?.chapter ?? chapters.find(({ file }) => file === action.file)?.slug ?? null
  return {
    code,
    number,
    title,
    chapter,
    anchor: readMore?.anchor ?? null,
    scopes: action.scope,
    timingText,
    timing: action.timing && startOf(action.timing),
    actorsText,
    actors: once(action.actors.map(({ name }) => name)),
    description: withoutPositions(action.description),
    descriptionText: plainText(action.description),
    results: action.results.map(({ text, due }, index) => ({ text, due: due && deadline(due), criterion: criteria[index] ?? null })),
    areasText,
    areas: areasIn(action),
    source: kind,
  }
}

export const startOf = ({ qualifier, precision, day }: Timing): When => ({ qualifier, precision, day })

/** Of a month that is due, the last day counts. */
export const deadline = (due: Timing): When => ({ qualifier: due.qualifier, precision: due.precision, day: dueDay(due) ?? due.day })

/** One area for each subject that feels the impact, with the horizons at which it does. */
function areasIn({ areas }: PlanAction): AreaContent[] {
  return once(areas.flatMap(({ subjects }) => subjects)).map((name) => {
    const felt = areas.filter(({ subjects }) => subjects.some((subject) => slug(subject) === slug(name)))
    return { name, horizons: (['short', 'medium', 'long'] as const).filter((one) => felt.some(({ horizons }) => horizons.includes(one))) }
  })
}

/** Each name once, as first written. */
function once(names: readonly string[]): string[] {
  return names.filter((name, index) => names.findIndex((other) => slug(other) === slug(name)) === index)
}
