import { paths } from '../../charter/paths.ts'
import { states } from '../../charter/states.ts'
import type { Reader } from '../../platform/reader.ts'
import { type FilterGroup, type FilterLink, FilterPanel } from '../../ui/filters.tsx'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { messages as uiMessages } from '../../ui/messages.ts'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { counts, type Facet, facets, type ListedAction, type Named } from '../listing.ts'
import { listMessages } from '../messages/list.ts'
import { planMessages } from '../messages/plan.ts'
import { scopes } from '../rules.ts'
import { type Asked, addressOf, filtered, parameters, queryOf } from './address.ts'

/** How many actors and areas stand as links; all of them stand in the form. */
const most = 8

type Labels = Readonly<Record<Facet, ReadonlyMap<string, string>>>

/** What each value of each facet is called, in the order in which it is listed. */
export function labelsOf(reader: Reader, actions: readonly ListedAction[]): Labels {
  const t = wordsFor(reader, planMessages)
  const state = wordsFor(reader, uiMessages)
  const named = (all: readonly Named[]) => new Map(all.map(({ slug, name }) => [slug, name]))
  const byName = (a: Named, b: Named) => a.name.localeCompare(b.name, 'it')
  const years = actions.flatMap(({ results }) => results.flatMap(({ deadline }) => deadline?.slice(0, 4) ?? []))
  return {
    state: new Map(states.map((one) => [one, state(`state.${one}.f`)])),
    chapter: named(actions.flatMap(({ chapter }) => chapter ?? [])),
    year: new Map([...new Set(years)].sort().map((year) => [year, year])),
    actor: named(actions.flatMap(({ actors }) => actors).toSorted(byName)),
    area: named(actions.flatMap(({ areas }) => areas).toSorted(byName)),
    scope: new Map(scopes.map((one) => [one, t(`scope.${one}`)])),
  }
}

interface PanelProps {
  readonly asked: Asked
  /** The actions among which the filters choose: all of the edition, or those that the words found. */
  readonly actions: readonly ListedAction[]
  readonly labels: Labels
}

export function ActionsPanel({ asked, actions, labels }: PanelProps) {
  const t = useWords(listMessages)
  const order: Facet[] = ['state', 'chapter', 'year', 'actor', 'area', 'scope']
  const groups = order.map((facet) => ({ title: t(`facet.${facet}`), items: linksOf(facet, asked, actions, labels) }))
  return (
    <FilterPanel
      groups={groups satisfies FilterGroup[]}
      chosen={chosenOf(asked, labels, t)}
      clear={addressOf({ ...asked, filters: {}, words: '' })}
      search={<WordsForm asked={asked} actions={actions} labels={labels} />}
    />
  )
}

function linksOf(facet: Facet, asked: Asked, actions: readonly ListedAction[], labels: Labels): FilterLink[] {
  const found = counts(actions, asked.filters, facet)
  const values = [...labels[facet]].flatMap(([value, label]) => {
    const count = found.get(value) ?? 0
    const current = asked.filters[facet] === value
    if (count === 0 && !current) return []
    return [{ label, count, current, to: addressOf(filtered(asked, facet, current ? null : value)) }]
  })
  if (facet !== 'actor' && facet !== 'area') return values
  return values.toSorted((a, b) => Number(b.current) - Number(a.current) || b.count - a.count).slice(0, most)
}

function chosenOf(asked: Asked, labels: Labels, t: ReturnType<typeof useWords<keyof typeof listMessages.it & string>>) {
  const words = asked.words ? [{ label: t('wordsChip', { words: asked.words }), remove: addressOf({ ...asked, words: '' }) }] : []
  const filters = facets.flatMap((facet) => {
    const value = asked.filters[facet]
    if (value === undefined) return []
    const label = facet === 'year' ? t('yearChip', { year: value }) : (labels[facet].get(value) ?? value)
    return [{ label, remove: addressOf(filtered(asked, facet, null)) }]
  })
  return [...words, ...filters]
}

function WordsForm({ asked, actions, labels }: PanelProps) {
  const t = useWords(listMessages)
  const { q: _, [parameters.actor]: __, [parameters.area]: ___, ...others } = queryOf(asked)
  return (
    <Form action={paths.edition(asked.edition)} method="get" role="search" class="filter-form">
      {Object.entries(others).map(([name, value]) => (value ? <HiddenField name={name} value={value} /> : <></>))}
      <div class="field">
        <label for="filter-q">{t('words')}</label>
        <input id="filter-q" class="control" type="search" name="q" value={asked.words} maxlength={200} />
      </div>
      <details {...(asked.filters.actor || asked.filters.area ? { open: true } : {})}>
        <summary>{t('actorAndArea')}</summary>
        <Choice facet="actor" label={t('actor')} empty={t('anyActor')} asked={asked} actions={actions} labels={labels} />
        <Choice facet="area" label={t('area')} empty={t('anyArea')} asked={asked} actions={actions} labels={labels} />
      </details>
      <SubmitButton kind="secondary" small>
        {t('apply')}
      </SubmitButton>
    </Form>
  )
}

function Choice({
  facet,
  label,
  empty,
  asked,
  actions,
  labels,
}: PanelProps & { readonly facet: 'actor' | 'area'; readonly label: string; readonly empty: string }) {
  const id = `filter-${facet}`
  const found = counts(actions, asked.filters, facet)
  const chosen = asked.filters[facet]
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select class="control control--select" id={id} name={parameters[facet]}>
        <option value="">{empty}</option>
        {[...labels[facet]]
          .filter(([value]) => found.has(value) || value === chosen)
          .map(([value, name]) => (
            <option value={value} {...(value === chosen ? { selected: true } : {})}>
              {name} ({found.get(value) ?? 0})
            </option>
          ))}
      </select>
    </div>
  )
}
