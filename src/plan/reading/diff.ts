import { canonicalAction } from './canonical.ts'
import { plainBlocks } from './plain.ts'
import type { EcosystemRow, PlanAction, PlanSource } from './source.ts'

export type ActionField = 'title' | 'timing' | 'actors' | 'description' | 'results' | 'areas' | 'scope' | 'chapter'
export type EcosystemField = 'description' | 'leads' | 'actors' | 'status' | 'priority'

export interface FieldChange<Field extends string> {
  readonly field: Field
  readonly before: string
  readonly after: string
}

export interface PlanDiff {
  readonly actions: {
    readonly added: readonly PlanAction[]
    readonly removed: readonly PlanAction[]
    readonly changed: readonly { readonly code: string; readonly changes: readonly FieldChange<ActionField>[] }[]
    readonly unchanged: number
  }
  readonly ecosystems: {
    readonly added: readonly EcosystemRow[]
    readonly removed: readonly EcosystemRow[]
    readonly changed: readonly { readonly name: string; readonly changes: readonly FieldChange<EcosystemField>[] }[]
    readonly unchanged: number
  }
}

type Compared = Pick<PlanSource, 'actions' | 'ecosystems'>

/** What an import would change, in words a person can check. Moved lines are no change. */
export function diffPlan(before: Compared, after: Compared): PlanDiff {
  const actions = compare(before.actions, after.actions, (action) => action.code, actionTexts)
  const ecosystems = compare(before.ecosystems, after.ecosystems, (ecosystem) => ecosystem.name, ecosystemTexts)
  // Markup alone (a word in italics) changes the content but none of the words.
  const silent = after.actions.filter((action) => {
    const old = before.actions.find((one) => one.code === action.code)
    return old && canonicalAction(old) !== canonicalAction(action) && !actions.changed.some((one) => one.key === action.code)
  })
  const markup = silent.map((action) => {
    const text = plainBlocks(action.description)
    return { key: action.code, changes: [{ field: 'description' as const, before: text, after: text }] }
  })
  const changed = [...actions.changed, ...markup].sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    actions: {
      ...actions,
      changed: changed.map(({ key, changes }) => ({ code: key, changes })),
      unchanged: actions.unchanged - markup.length,
    },
    ecosystems: { ...ecosystems, changed: ecosystems.changed.map(({ key, changes }) => ({ name: key, changes })) },
  }
}

function actionTexts(action: PlanAction): Record<ActionField, string> {
  return {
    title: action.title,
    timing: action.timingText,
    actors: action.actors.map(({ name }) => name).join('; ') || action.actorsText,
    description: plainBlocks(action.description),
    results: action.results.map((result) => result.text).join('\n\n'),
    areas: action.areasText,
    scope: action.scope.join(', '),
    chapter: action.readMore?.chapter ?? '',
  }
}

function ecosystemTexts(ecosystem: EcosystemRow): Record<EcosystemField, string> {
  const { description, leads, actors, status, priority } = ecosystem
  return { description, leads: leads.join('; '), actors: actors.join('; '), status, priority: priority?.action ?? '' }
}

function compare<Item, Field extends string>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  textsOf: (item: Item) => Record<Field, string>,
) {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const fresh = new Map(after.map((item) => [keyOf(item), item]))
  const both = after.flatMap((item) => {
    const was = old.get(keyOf(item))
    return was === undefined ? [] : [{ key: keyOf(item), changes: changesOf(textsOf(was), textsOf(item)) }]
  })
  return {
    added: after.filter((item) => !old.has(keyOf(item))),
    removed: before.filter((item) => !fresh.has(keyOf(item))),
    changed: both.filter(({ changes }) => changes.length > 0),
    unchanged: both.filter(({ changes }) => changes.length === 0).length,
  }
}

function changesOf<Field extends string>(before: Record<Field, string>, after: Record<Field, string>): FieldChange<Field>[] {
  const fields = Object.keys(after) as Field[]
  return fields.filter((field) => before[field] !== after[field]).map((field) => ({ field, before: before[field], after: after[field] }))
}
