import { paths, withQuery } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { ListedAction } from '../listing.ts'
import { chapterMessages } from '../messages/chapters.ts'
import { planMessages } from '../messages/plan.ts'
import { type ChapterHead, chaptersOn } from '../store/chapters.ts'
import { type Edition, getEdition } from '../store/editions.ts'
import { listActions } from '../views.ts'
import { dayAsked } from './address.ts'
import { editionTabs, OtherDay, yearsOf } from './words.tsx'

export const chaptersPages = router()

chaptersPages.get('/piano/:edition{\\d{4}-\\d{4}}/capitoli', async (c) => {
  const { db, today, reader } = c.var
  const on = dayAsked(c)
  const edition = await getEdition(db, c.req.param('edition'))
  const chapters = await chaptersOn(db, edition.id, on ?? today)
  const actions = await listActions(db, edition, on ?? today)
  return c.html(<ChaptersPage reader={reader} edition={edition} chapters={chapters} actions={actions} on={on} />)
})

interface ChaptersProps {
  readonly reader: Reader
  readonly edition: Edition
  readonly chapters: readonly ChapterHead[]
  readonly actions: readonly ListedAction[]
  readonly on: Day | null
}

function ChaptersPage({ reader, edition, chapters, actions, on }: ChaptersProps) {
  const t = wordsFor(reader, chapterMessages)
  const p = wordsFor(reader, planMessages)
  const years = yearsOf(edition.code)
  const title = `${p('chapters')}, ${p('editionLong', { years })}`
  return (
    <Page
      reader={reader}
      title={title}
      description={t('lead')}
      section="plan"
      trail={[
        { label: p('plan'), to: paths.plan },
        { label: p('edition', { years }), to: paths.edition(edition.code) },
        { label: p('chapters') },
      ]}
    >
      <div class="container">
        <PageHead title={p('chapters')} kicker={[p('editionLong', { years })]} lead={t('lead')} />
        <Tabs {...editionTabs(reader, edition.code, 'chapters', on)} />
        <OtherDay on={on} back={paths.chapters(edition.code)} />
        {chapters.length === 0 ? (
          <Empty>
            <p>{t('noChapters')}</p>
          </Empty>
        ) : (
          <Chapters edition={edition.code} chapters={chapters} actions={actions} on={on} />
        )}
      </div>
    </Page>
  )
}

function Chapters({ edition, chapters, actions, on }: Pick<ChaptersProps, 'chapters' | 'actions' | 'on'> & { readonly edition: string }) {
  const t = useWords(chapterMessages)
  const p = useWords(planMessages)
  const { number } = useFormats()
  const within = (slug: string) => actions.filter(({ chapter }) => chapter?.slug === slug)
  return (
    <Table
      caption={p('chapters')}
      captionHidden
      rows={chapters}
      columns={[
        {
          label: t('chapter'),
          rowHeader: true,
          cell: ({ slug, title, number: ordinal }) => (
            <>
              {ordinal !== null && `${ordinal}. `}
              <Link to={withQuery(paths.chapter(edition, slug), { al: on })}>
                <span lang="it">{title}</span>
              </Link>
            </>
          ),
        },
        {
          label: t('actions'),
          cell: ({ slug }) => {
            const count = within(slug).length
            return count > 0 ? (
              <Link to={withQuery(paths.edition(edition), { capitolo: slug, al: on })}>{p('actionsCount', { count })}</Link>
            ) : null
          },
        },
        {
          label: t('late'),
          cell: ({ slug }) => {
            const late = within(slug).filter(({ state }) => state === 'late').length
            return late > 0 ? <StateMark state="late" label={number(late)} /> : null
          },
        },
      ]}
    />
  )
}
