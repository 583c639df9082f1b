import { paths, withQuery } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilteredList } from '../../ui/filters.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { type ListedAction, matching, type SortKey, sorted } from '../listing.ts'
import { listMessages } from '../messages/list.ts'
import { planMessages } from '../messages/plan.ts'
import { type Edition, getEdition } from '../store/editions.ts'
import { speakingOf } from '../store/listing.ts'
import { listActions } from '../views.ts'
import { type Asked, addressOf, askedOf, sortedBy } from './address.ts'
import { actionsCsv } from './csv.ts'
import { ActionsPanel, labelsOf } from './filter-panel.tsx'
import { editionTabs, OtherDay, whenWords, yearsOf } from './words.tsx'

export const listPages = router()

listPages.get('/piano/:edition{\\d{4}-\\d{4}}', async (c) => {
  const { db, today, reader } = c.var
  const edition = await getEdition(db, c.req.param('edition'))
  const asked = askedOf(c, edition.code)
  const all = await listActions(db, edition, asked.on ?? today)
  const found = asked.words ? await speakingOf(db, edition.id, asked.words, asked.on ?? today) : null
  return c.html(
    <ListPage reader={reader} edition={edition} asked={asked} all={all} spoken={found ? all.filter(({ id }) => found.has(id)) : all} />,
  )
})

listPages.get('/piano/:edition{\\d{4}-\\d{4}}/azioni.csv', async (c) => {
  const { db, today, reader } = c.var
  const edition = await getEdition(db, c.req.param('edition'))
  const asked = askedOf(c, edition.code)
  const all = await listActions(db, edition, asked.on ?? today)
  const found = asked.words ? await speakingOf(db, edition.id, asked.words, asked.on ?? today) : null
  const actions = sorted(matching(found ? all.filter(({ id }) => found.has(id)) : all, asked.filters), asked.order)
  return c.body(actionsCsv(reader, edition.code, actions), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="piano-${edition.code}-azioni.csv"`,
    'cache-control': 'public, max-age=0, s-maxage=5',
  })
})

interface ListProps {
  readonly reader: Reader
  readonly edition: Edition
  readonly asked: Asked
  readonly all: readonly ListedAction[]
  readonly spoken: readonly ListedAction[]
}

function ListPage({ reader, edition, asked, all, spoken }: ListProps) {
  const t = wordsFor(reader, listMessages)
  const p = wordsFor(reader, planMessages)
  const years = yearsOf(edition.code)
  const late = all.filter(({ state }) => state === 'late').length
  return (
    <Page
      reader={reader}
      title={p('editionLong', { years })}
      description={t('whatAnActionIs')}
      section="plan"
      trail={[{ label: p('plan'), to: paths.plan }, { label: p('edition', { years }) }]}
    >
      <div class="container">
        <PageHead title={p('editionLong', { years })} lead={`${t('outOf', { late, total: all.length })} ${t('whatAnActionIs')}`} />
        <Tabs {...editionTabs(reader, edition.code, 'actions', asked.on)} />
        <OtherDay on={asked.on} back={addressOf({ ...asked, on: null })} />
        {all.length === 0 ? (
          <Empty>
            <p>{t('noActions')}</p>
          </Empty>
        ) : (
          <FilteredList panel={<ActionsPanel asked={asked} actions={spoken} labels={labelsOf(reader, all)} />}>
            <Actions asked={asked} actions={sorted(matching(spoken, asked.filters), asked.order)} />
          </FilteredList>
        )}
      </div>
    </Page>
  )
}

function Actions({ asked, actions }: { readonly asked: Asked; readonly actions: readonly ListedAction[] }) {
  const t = useWords(listMessages)
  const p = useWords(planMessages)
  if (actions.length === 0) return <NothingFound asked={asked} />
  return (
    <>
      <p class="quiet" role="status">
        {p('actionsCount', { count: actions.length })}
      </p>
      <Table caption={t('caption', { years: yearsOf(asked.edition) })} captionHidden rows={actions} columns={useColumns(asked)} />
      <p class="more">
        <Link to={addressOf(asked, paths.actionsCsv(asked.edition))}>{t('csv')}</Link>
      </p>
    </>
  )
}

function NothingFound({ asked }: { readonly asked: Asked }) {
  const t = useWords(listMessages)
  const [before, after] = t('nothingHelp', { link: '\u0000' }).split('\u0000')
  return (
    <Empty>
      <p>{t('nothing')}</p>
      <p>
        {before}
        <Link to={addressOf({ ...asked, filters: {}, words: '' })}>{t('seeAll')}</Link>
        {after}
      </p>
    </Empty>
  )
}

function useColumns(asked: Asked): Column<ListedAction>[] {
  const t = useWords(listMessages)
  const reader = useReader()
  const { list } = useFormats()
  const sort = (by: SortKey) => {
    const now = asked.order.by !== by ? ('none' as const) : asked.order.descending ? ('descending' as const) : ('ascending' as const)
    return { to: addressOf(sortedBy(asked, by)), now }
  }
  return [
    { label: t('code'), sort: sort('code'), cell: ({ code }) => <span class="code">{code}</span>, selfEvident: true },
    {
      label: t('title'),
      sort: sort('title'),
      rowHeader: true,
      cell: ({ number, title }) => <Link to={withQuery(paths.action(asked.edition, number), { al: asked.on })}>{title}</Link>,
    },
    { label: t('actors'), cell: ({ actors }) => list(actors.map(({ name }) => name)) },
    { label: t('due'), sort: sort('due'), cell: (action) => dueOf(reader, action) ?? t('noDue') },
    {
      label: t('state'),
      sort: sort('state'),
      selfEvident: true,
      cell: ({ state, days }) => <StateMark state={state} days={state === 'late' ? days : null} feminine compact />,
    },
  ]
}

function dueOf(reader: Reader, { results, deadline }: ListedAction): string | null {
  const due = results.find((result) => result.deadline === deadline)?.due
  return deadline && due ? whenWords(reader, due, true) : null
}
