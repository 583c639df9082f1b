import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Criterion } from './criterion.ts'
import { slug } from './reading/clean.ts'
import type { Block, Section } from './reading/source.ts'
import type { Scope, When } from './rules.ts'

/** What an import brings: the plan's facts alone, the published page, or the whole source, from the poorest to the fullest. */
export const sourceKinds = ['facts', 'page', 'folder'] as const
export type SourceKind = (typeof sourceKinds)[number]

export interface ChapterBody {
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

export interface ChapterContent {
  readonly slug: string
  readonly position: number
  readonly number: number | null
  readonly title: string
  readonly part: string | null
  /** Null where the source tells of the chapter without its text. */
  readonly body: ChapterBody | null
  readonly plainText: string
}

export interface ResultContent {
  readonly text: string
  readonly due: When | null
  readonly criterion: Criterion | null
}

export interface AreaContent {
  readonly name: string
  readonly horizons: readonly ('short' | 'medium' | 'long')[]
}

/** The text of an action, field by field, as one version keeps it. */
export interface ActionContent {
  readonly code: string
  readonly number: number
  readonly title: string
  readonly chapter: string | null
  readonly anchor: string | null
  readonly scopes: readonly Scope[]
  readonly timingText: string
  readonly timing: When | null
  readonly actorsText: string
  readonly actors: readonly string[]
  readonly description: readonly Block[]
  readonly descriptionText: string
  readonly results: readonly ResultContent[]
  readonly areasText: string
  readonly areas: readonly AreaContent[]
  readonly source: SourceKind
}

export interface PlanContent {
  readonly source: SourceKind
  readonly chapters: readonly ChapterContent[]
  readonly actions: readonly ActionContent[]
}

/** The fields of an action that a reader sees, in the plan's own order. */
export const fields = ['title', 'chapter', 'scopes', 'timing', 'actors', 'description', 'results', 'areas'] as const
export type Field = (typeof fields)[number]

function seen(field: Field, content: ActionContent): unknown {
  switch (field) {
    case 'title':
      return content.title
    case 'chapter':
      return [content.chapter, content.anchor]
    case 'scopes':
      return content.scopes
    case 'timing':
      return [content.timingText, content.timing]
    case 'actors':
      return [content.actorsText, content.actors.map(slug)]
    case 'description':
      return content.description
    case 'results':
      return content.results
    case 'areas':
      return [content.areasText, content.areas.map(({ name, horizons }) => [slug(name), horizons])]
  }
}

const same = (a: unknown, b: unknown) => canonicalize(a) === canonicalize(b)

export function changedFields(before: ActionContent, after: ActionContent): Field[] {
  return fields.filter((field) => !same(seen(field, before), seen(field, after)))
}

/** Two texts that differ at most in what the platform counts for their results. */
export function sameWords(before: ActionContent, after: ActionContent): boolean {
  return changedFields(uncounted(before), uncounted(after)).length === 0
}

const uncounted = (content: ActionContent): ActionContent => ({
  ...content,
  results: content.results.map((result) => ({ ...result, criterion: null })),
})

/** The same content has the same hash, whatever order its keys are in. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(String(canonicalize(content)))
    .digest('hex')
}

export const fullness = (kind: SourceKind) => sourceKinds.indexOf(kind)

/**
 * What stands after a source is taken in. A poorer source never replaces a richer text, it only adds what it alone
 * knows; a scope, once told, is not denied by a source that does not tell it; a criterion stays with its result.
 */
export function taken(standing: ActionContent | null, incoming: ActionContent, matches: readonly (number | null)[]): ActionContent {
  if (!standing) return incoming
  const scopes = (['central', 'territorial'] as const).filter((one) => standing.scopes.includes(one) || incoming.scopes.includes(one))
  if (fullness(incoming.source) < fullness(standing.source)) return { ...standing, scopes, chapter: standing.chapter ?? incoming.chapter }
  return {
    ...incoming,
    scopes,
    chapter: incoming.chapter ?? standing.chapter,
    anchor: incoming.anchor ?? standing.anchor,
    results: incoming.results.map((result, index) => {
      const before = matches[index]
      return { ...result, criterion: result.criterion ?? (before == null ? null : (standing.results[before]?.criterion ?? null)) }
    }),
  }
}

/**
 * Which former result each new one is: the same words first, then the most alike, then the same place when both are left
 * over. Declarations hang on a result, so it must keep its identity while its wording is refined.
 */
export function matchResults(before: readonly { readonly text: string }[], after: readonly { readonly text: string }[]): (number | null)[] {
  const matches: (number | null)[] = after.map(() => null)
  const free = new Set(before.keys())
  const take = (index: number, former: number) => {
    matches[index] = former
    free.delete(former)
  }
  after.forEach(({ text }, index) => {
    const former = [...free].find((one) => before[one]?.text === text)
    if (former !== undefined) take(index, former)
  })
  const pairs = after.flatMap(({ text }, index) =>
    matches[index] === null ? [...free].map((former) => ({ index, former, alike: likeness(text, before[former]?.text ?? '') })) : [],
  )
  for (const { index, former, alike } of pairs.toSorted((a, b) => b.alike - a.alike || a.index - b.index || a.former - b.former)) {
    if (alike >= 0.5 && matches[index] === null && free.has(former)) take(index, former)
  }
  after.forEach((_, index) => {
    if (matches[index] === null && free.has(index)) take(index, index)
  })
  return matches
}

/** Shared words over all words, from 0 to 1. */
function likeness(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu))
  const [left, right] = [words(a), words(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}
