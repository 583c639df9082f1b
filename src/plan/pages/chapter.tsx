import { paths, withQuery } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import type { ChapterBody } from '../content.ts'
import type { ListedAction } from '../listing.ts'
import { chapterMessages } from '../messages/chapters.ts'
import { planMessages } from '../messages/plan.ts'
import type { Section } from '../reading/source.ts'
import { type ChapterHead, type ChapterText, chapterOn, chaptersOn } from '../store/chapters.ts'
import { type Edition, getEdition } from '../store/editions.ts'
import { listActions } from '../views.ts'
import { dayAsked } from './address.ts'
import { Blocks } from './blocks.tsx'
import { OtherDay, yearsOf } from './words.tsx'

export const chapterPages = router()

chapterPages.get('/piano/:edition{\\d{4}-\\d{4}}/capitoli/:slug', async (c) => {
  const { db, today, reader } = c.var
  const on = dayAsked(c)
  const edition = await getEdition(db, c.req.param('edition'))
  const chapter = await chapterOn(db, edition, c.req.param('slug'), on ?? today)
  const chapters = await chaptersOn(db, edition.id, on ?? today)
  const actions = (await listActions(db, edition, on ?? today)).filter((action) => action.chapter?.slug === chapter.slug)
  return c.html(<ChapterPage reader={reader} edition={edition} chapter={chapter} chapters={chapters} actions={actions} on={on} />)
})

interface ChapterProps {
  readonly reader: Reader
  readonly edition: Edition
  readonly chapter: ChapterText
  readonly chapters: readonly ChapterHead[]
  readonly actions: readonly ListedAction[]
  readonly on: Day | null
}

function ChapterPage({ reader, edition, chapter, chapters, actions, on }: ChapterProps) {
  const t = wordsFor(reader, chapterMessages)
  const p = wordsFor(reader, planMessages)
  const years = yearsOf(edition.code)
  const { title, body, number } = chapter
  const trail = [
    { label: p('edition', { years }), to: withQuery(paths.edition(edition.code), { al: on }) },
    { label: p('chapters'), to: withQuery(paths.chapters(edition.code), { al: on }) },
    { label: title },
  ]
  return (
    <Page reader={reader} title={title} description={t('description', { title, years })} section="plan" trail={trail}>
      <div class="container">
        <PageHead
          kicker={[p('editionLong', { years }), number === null ? null : t('number', { number })]}
          title={<span lang="it">{title}</span>}
          {...(t('textInItalian') && body ? { lead: t('textInItalian') } : {})}
        />
        <OtherDay on={on} back={paths.chapter(edition.code, chapter.slug)} />
        {body ? (
          <Reading body={body} edition={edition.code} actions={actions} on={on} />
        ) : (
          <FactsOnly edition={edition} actions={actions} on={on} />
        )}
        <Neighbours edition={edition.code} chapters={chapters} slug={chapter.slug} on={on} />
      </div>
    </Page>
  )
}

/** An anchor begins with a letter: the glossary has a section called '0-9'. */
const anchorOf = (slug: string) => (/^[a-z]/.test(slug) ? slug : `s-${slug}`)

interface TextProps {
  readonly edition: string
  readonly actions: readonly ListedAction[]
  readonly on: Day | null
}

function Reading({ body, ...around }: TextProps & { readonly body: ChapterBody }) {
  const t = useWords(chapterMessages)
  return (
    <div class="reader">
      <nav class="contents" aria-label={t('contents')}>
        <details>
          <summary>{t('contents')}</summary>
          <ul class="plain" lang="it">
            {body.sections.map(({ slug, title }) => (
              <li>
                <Link to={`#${anchorOf(slug)}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      <div class="prose" lang="it">
        <Text blocks={body.blocks} {...around} level={3} />
        {body.sections.map((section) => (
          <SectionText section={section} depth={0} {...around} />
        ))}
      </div>
    </div>
  )
}

function SectionText({ section, depth, ...around }: TextProps & { readonly section: Section; readonly depth: number }) {
  const Heading = (['h2', 'h3', 'h4', 'h5'] as const)[Math.min(depth, 3)] ?? 'h5'
  return (
    <>
      <Heading id={anchorOf(section.slug)}>{section.title}</Heading>
      <Text blocks={section.blocks} {...around} level={depth === 0 ? 3 : 4} />
      {section.sections.map((inner) => (
        <SectionText section={inner} depth={depth + 1} {...around} />
      ))}
    </>
  )
}

function Text({ blocks, edition, actions, on, level }: TextProps & { readonly blocks: Section['blocks']; readonly level: 3 | 4 }) {
  const drawn = (code: string) => {
    const action = actions.find((one) => one.code === code)
    return action && <ActionCard action={action} edition={edition} on={on} />
  }
  return <Blocks blocks={blocks} edition={edition} level={level} action={drawn} />
}

/** Where an action stands in the text: its name, its state, and the way to the rest. */
function ActionCard({ action, edition, on }: { readonly action: ListedAction; readonly edition: string; readonly on: Day | null }) {
  return (
    <div class={`result result--${action.state}`} id={action.code.toLowerCase()}>
      <p>
        <span class="code">{action.code}</span> <Link to={withQuery(paths.action(edition, action.number), { al: on })}>{action.title}</Link>
      </p>
      <p>
        <StateMark state={action.state} days={action.state === 'late' ? action.days : null} feminine />
      </p>
    </div>
  )
}

function FactsOnly({ edition, actions, on }: Omit<TextProps, 'edition'> & { readonly edition: Edition }) {
  const t = useWords(chapterMessages)
  return (
    <>
      <Notice>
        <p>
          {t('factsOnly')} {edition.readMoreUrl && <Link to={edition.readMoreUrl}>{t('originalText')}</Link>}
        </p>
      </Notice>
      <section class="section" aria-labelledby="azioni">
        <h2 id="azioni">{t('actionsHere')}</h2>
        {actions.length === 0 ? (
          <Empty>
            <p>{t('noActionsHere')}</p>
          </Empty>
        ) : (
          actions.map((action) => <ActionCard action={action} edition={edition.code} on={on} />)
        )}
      </section>
    </>
  )
}

function Neighbours({
  edition,
  chapters,
  slug,
  on,
}: {
  readonly edition: string
  readonly chapters: readonly ChapterHead[]
  readonly slug: string
  readonly on: Day | null
}) {
  const t = useWords(chapterMessages)
  const here = chapters.findIndex((one) => one.slug === slug)
  const ways = [
    { label: t('previous'), chapter: chapters[here - 1], rel: 'prev' },
    { label: t('next'), chapter: chapters[here + 1], rel: 'next' },
  ]
  return (
    <nav class="section" aria-label={t('neighbours')}>
      <ul class="plain">
        {ways.map(
          ({ label, chapter, rel }) =>
            chapter && (
              <li>
                {label}:{' '}
                <Link to={withQuery(paths.chapter(edition, chapter.slug), { al: on })} rel={rel}>
                  <span lang="it">{chapter.title}</span>
                </Link>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
