import { paths, withQuery } from '../charter/paths.ts'
import { router } from '../platform/http.ts'
import type { Reader } from '../platform/reader.ts'
import { Empty } from '../ui/empty.tsx'
import { TextField } from '../ui/field.tsx'
import { FilterPills } from '../ui/filters.tsx'
import { SubmitButton } from '../ui/form.tsx'
import { Highlight, type Hit, Hits } from '../ui/hits.tsx'
import { Form, Link } from '../ui/link.tsx'
import { Page } from '../ui/page.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { useWords, wordsFor } from '../ui/reader.tsx'
import { searchWords } from './messages.ts'
import { type Answer, addressOf, countedAtMost, type Found, isKind, type Kind, kinds } from './rules.ts'
import { search } from './store.ts'

export const searchPages = router()

const perPage = 20
const longest = 200

searchPages.get(paths.search, async (c) => {
  const { db, reader } = c.var
  const asked = plain(c.req.query('q'))
  const kind = c.req.query('tipo')
  const chosen = isKind(kind) ? kind : null
  const cursor = c.req.query('da') ?? null
  const answer = asked ? await search(db, { words: asked, kind: chosen, lang: reader.lang, cursor, limit: perPage }) : null
  return c.html(<SearchPage reader={reader} asked={asked} kind={chosen} cursor={cursor} answer={answer} />)
})

/** The words as they are looked for: one line, without what no index holds, of a length that a person types. */
function plain(text: string | undefined): string {
  return (text ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFD\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
}

interface View {
  readonly reader: Reader
  readonly asked: string
  readonly kind: Kind | null
  readonly cursor: string | null
  readonly answer: Answer | null
}

function SearchPage({ reader, asked, kind, cursor, answer }: View) {
  const t = wordsFor(reader, searchWords)
  const title = asked ? t('titleFor', { words: asked }) : t('title')
  return (
    <Page reader={reader} title={title} trail={[{ label: t('title') }]} head={<meta name="robots" content="noindex" />}>
      <div class="container">
        <PageHead title={t('title')} lead={asked ? undefined : t('lead')} />
        <Form action={paths.search} method="get" class="form" role="search" aria-label={t('title')}>
          <TextField name="q" type="search" label={t('label')} help={t('help')} maxlength={longest} values={{ q: asked }} errors={{}} />
          <p>
            <SubmitButton>{t('go')}</SubmitButton>
          </p>
        </Form>
        {answer ? <Results asked={asked} kind={kind} cursor={cursor} answer={answer} /> : <Starts />}
      </div>
    </Page>
  )
}

function Results({ asked, kind, cursor, answer }: Omit<View, 'reader' | 'answer'> & { readonly answer: Answer }) {
  const t = useWords(searchWords)
  const at = (more: Record<string, string | null>) => withQuery(paths.search, { q: asked, tipo: kind, ...more })
  if (Object.keys(answer.counts).length === 0) {
    return (
      <Empty>
        <p>
          <b>{t('nothing', { words: asked })}</b>
        </p>
        <p>{t('tryThis')}</p>
        <Starts />
      </Empty>
    )
  }
  return (
    <>
      <FilterPills
        label={t('facets')}
        items={[{ label: t('everything'), to: at({ tipo: null }), current: kind === null }, ...facets(answer, kind, at, t)]}
      />
      <p role="status">
        <Verdict asked={asked} answer={answer} />
      </p>
      {answer.items.length > 0 ? (
        <Hits items={answer.items.map((found) => hitOf(found, t))} />
      ) : (
        <p>{t('nothingHere', { words: asked })}</p>
      )}
      <Pager next={answer.next && at({ da: answer.next })} first={cursor ? at({}) : null} shown={answer.items.length} />
    </>
  )
}

type Words = ReturnType<typeof useWords<keyof (typeof searchWords)['it']>>

function Verdict({ asked, answer }: { readonly asked: string; readonly answer: Answer }) {
  const t = useWords(searchWords)
  if (answer.reading === 'some') return <>{t('some', { asked })}</>
  if (answer.reading === 'corrected') return <>{t('corrected', { asked, words: answer.words })}</>
  const counts = Object.values(answer.counts)
  const count = counts.reduce((sum, one) => sum + one, 0)
  return <>{t(counts.some((one) => one >= countedAtMost) ? 'foundMany' : 'found', { count, words: asked })}</>
}

function facets({ counts }: Answer, kind: Kind | null, at: (more: Record<string, string | null>) => string, t: Words) {
  return kinds
    .filter((one) => counts[one] || one === kind)
    .map((one) => {
      const count = counts[one] ?? 0
      const label = t(`kinds.${one}`)
      const counted = count < countedAtMost ? { label, count } : { label: t('atLeast', { label, count: countedAtMost }) }
      return { ...counted, to: at({ tipo: one }), current: kind === one }
    })
}

function hitOf(found: Found, t: Words): Hit {
  const [edition = '', number = ''] = found.place
  return {
    kind: t(`kind.${found.kind}`, { edition, number }),
    title: <Highlight text={found.title} />,
    to: addressOf(found),
    excerpt: found.excerpt ? <Highlight text={found.excerpt} /> : undefined,
  }
}

function Starts() {
  const t = useWords(searchWords)
  return (
    <>
      <p>{t('startFrom')}</p>
      <ul>
        <li>
          <Link to={paths.ecosystems}>{t('startEcosystems')}</Link>
        </li>
        <li>
          <Link to={paths.plan}>{t('startPlan')}</Link>
        </li>
        <li>
          <Link to={paths.organisations}>{t('startOrganisations')}</Link>
        </li>
      </ul>
    </>
  )
}
