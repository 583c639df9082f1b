import { paths, withQuery } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { MarkChart } from '../../ui/mark-chart.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ReaderContext, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Legend, StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Time } from '../../ui/time.tsx'
import type { ListedAction } from '../listing.ts'
import { planMessages } from '../messages/plan.ts'
import { timelineMessages } from '../messages/timeline.ts'
import { severity } from '../rules.ts'
import { type Edition, getEdition } from '../store/editions.ts'
import { type DueMark, type TimelineRow, timelineOf, worstByDay } from '../timeline.ts'
import { listActions } from '../views.ts'
import { dayAsked } from './address.ts'
import { editionTabs, OtherDay, yearsOf } from './words.tsx'

export const timelinePages = router()

timelinePages.get('/piano/:edition{\\d{4}-\\d{4}}/tempi', async (c) => {
  const { db, today, reader } = c.var
  const on = dayAsked(c)
  const edition = await getEdition(db, c.req.param('edition'))
  const actions = await listActions(db, edition, on ?? today)
  return c.html(<TimelinePage reader={reader} edition={edition} actions={actions} on={on} />)
})

interface TimelineProps {
  readonly reader: Reader
  readonly edition: Edition
  readonly actions: readonly ListedAction[]
  readonly on: Day | null
}

function TimelinePage({ reader, edition, actions, on }: TimelineProps) {
  const t = wordsFor(reader, timelineMessages)
  const p = wordsFor(reader, planMessages)
  const years = yearsOf(edition.code)
  const rows = timelineOf(actions)
  const undated = actions.flatMap(({ results }) => results).filter(({ deadline }) => !deadline).length
  return (
    <Page
      reader={reader}
      title={`${p('timeline')}, ${p('editionLong', { years })}`}
      description={t('lead')}
      section="plan"
      trail={[
        { label: p('plan'), to: paths.plan },
        { label: p('edition', { years }), to: paths.edition(edition.code) },
        { label: p('timeline') },
      ]}
    >
      <div class="container">
        <PageHead title={p('timeline')} kicker={[p('editionLong', { years })]} lead={t('lead')} />
        <Tabs {...editionTabs(reader, edition.code, 'timeline', on)} />
        <OtherDay on={on} back={paths.timeline(edition.code)} />
        {rows.length === 0 ? (
          <Empty>
            <p>{t('nothing')}</p>
          </Empty>
        ) : (
          <Drawing rows={rows} on={on} />
        )}
        {rows.length > 0 && <p class="quiet">{t('undated', { count: undated })}</p>}
        {rows.length > 0 && (
          <Section id="tabella" title={t('table')}>
            <Twin edition={edition.code} rows={rows} on={on} />
          </Section>
        )}
      </div>
    </Page>
  )
}

function Drawing({ rows, on }: { readonly rows: readonly TimelineRow[]; readonly on: Day | null }) {
  const t = useWords(timelineMessages)
  const reader = useReader()
  const used = severity.filter((state) => rows.some(({ marks }) => marks.some((mark) => mark.state === state)))
  return (
    <figure>
      <figcaption>
        <Legend only={used} />
      </figcaption>
      {/* The line of the drawing stands on the day that the page tells of. */}
      <ReaderContext.Provider value={{ ...reader, today: on ?? reader.today }}>
        <MarkChart
          label={t('chart')}
          rows={rows.map(({ chapter, marks }) => ({ label: chapter?.name ?? t('noChapter'), marks: worstByDay(marks) }))}
        />
      </ReaderContext.Provider>
    </figure>
  )
}

interface TwinRow extends DueMark {
  readonly chapter: TimelineRow['chapter']
}

function Twin({ edition, rows, on }: { readonly edition: string; readonly rows: readonly TimelineRow[]; readonly on: Day | null }) {
  const t = useWords(timelineMessages)
  const { number } = useFormats()
  const flat = rows.flatMap(({ chapter, marks }): TwinRow[] => marks.map((mark) => ({ ...mark, chapter })))
  return (
    <Table
      caption={t('table')}
      captionHidden
      rows={flat}
      columns={[
        {
          label: t('chapter'),
          rowHeader: true,
          cell: ({ chapter }) =>
            chapter ? <Link to={withQuery(paths.chapter(edition, chapter.slug), { al: on })}>{chapter.name}</Link> : t('noChapter'),
        },
        { label: t('day'), cell: ({ day }) => <Time day={day} /> },
        { label: t('states'), selfEvident: true, cell: ({ state }) => <StateMark state={state} /> },
        { label: t('results'), numeric: true, cell: ({ count }) => number(count) },
        {
          label: t('actions'),
          cell: ({ actions }) =>
            actions.map(({ number: ordinal, code }, index) => (
              <>
                {index > 0 && ', '}
                <Link to={withQuery(paths.action(edition, ordinal), { al: on })}>{code}</Link>
              </>
            )),
        },
      ]}
    />
  )
}
