import { paths, withQuery } from '../../charter/paths.ts'
import { isDay } from '../../kernel/day.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Fields } from '../../ui/facts.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Time } from '../../ui/time.tsx'
import { formWords } from '../messages/forms.ts'
import { projectWords } from '../messages/projects.ts'
import { titleIn } from '../rules/projects.ts'
import { type Content, changedParts, type Part, type Revision } from '../rules/revisions.ts'
import { projectsById } from '../store/projects.ts'
import { revisionsOf } from '../store/revisions.ts'
import { type Around, aroundProject, trailIn } from './around.tsx'

export const historyPages = router()

const perPage = 20

interface Whole extends Around {
  /** The latest first; one more than is shown, to compare the last shown with. */
  readonly revisions: readonly Revision[]
  readonly names: ReadonlyMap<string, string>
  readonly from: number | undefined
}

historyPages.get('/progetti/:id/storia', async (c) => c.html(<HistoryPage c={c} whole={await gather(c)} />))

async function gather(c: Ctx): Promise<Whole> {
  const { db, today, reader } = c.var
  const around = await aroundProject(c, c.req.param('id') ?? '')
  const asked = Number(c.req.query('da'))
  const from = Number.isInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : undefined
  const revisions = await revisionsOf(db, around.project.id, { limit: perPage + 1, ...(from ? { before: from } : {}) })
  const organisations = revisions.flatMap(({ content }) => content.organisationIds)
  const wholes = await projectsById(db, [...new Set(revisions.flatMap(({ content }) => content.partOfId ?? []))])
  const titles = [...wholes].map(([id, project]): [string, string] => [id, titleIn(reader.lang, project)])
  const names = new Map([...(await namesOf(db, [...new Set(organisations)], today)), ...titles])
  return { ...around, revisions, names, from }
}

function HistoryPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, formWords)
  const { project, revisions, from } = whole
  const title = t('historyOf', { title: titleIn(reader.lang, project) })
  const shown = revisions.slice(0, perPage)
  const last = shown.at(-1)?.number
  const at = (da: number | undefined) => withQuery(paths.projectHistory(project.id), { da })
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailIn(reader.lang, whole, { label: wordsFor(reader, projectWords)('history') })}
    >
      <div class="container">
        <PageHead title={title} lead={t('historyLead')} />
        {shown.map((revision, index) => (
          <Version revision={revision} before={revisions[index + 1]?.content ?? null} names={whole.names} />
        ))}
        <Pager shown={shown.length} next={revisions.length > perPage ? at(last) : null} first={from ? at(undefined) : null} />
      </div>
    </Page>
  )
}

interface VersionProps {
  readonly revision: Revision
  readonly before: Content | null
  readonly names: ReadonlyMap<string, string>
}

function Version({ revision: { number, day, content }, before, names }: VersionProps) {
  const t = useWords(formWords)
  const { list } = useFormats()
  const changed = before ? changedParts(before, content) : []
  return (
    <Section id={`v${number}`} title={t('version', { number })} lead={<Time day={day} />}>
      {before ? <p>{t('changed', { parts: list(changed.map((part) => t(`part.${part}`))) })}</p> : <p>{t('first')}</p>}
      {before && (
        <>
          <p class="quiet">{t('before')}</p>
          <Fields
            items={changed.map((part) => ({
              term: t(`part.${part}`),
              details: <Value content={before} part={part} names={names} />,
            }))}
          />
        </>
      )}
    </Section>
  )
}

function Value({ content, part, names }: { readonly content: Content; readonly part: Part; readonly names: ReadonlyMap<string, string> }) {
  const { lang } = useReader()
  const t = useWords(formWords)
  const p = useWords(projectWords)
  const { day, list } = useFormats()
  const value = content[part]
  if (part === 'needs') return <>{t('needCount', { count: content.needs.length })}</>
  if (value === null || value === '') return <>{t('nothing')}</>
  if (part === 'kind') return <>{p(`kind.${content.kind}`)}</>
  if (part === 'audiences') return <>{list(content.audiences.map((one) => p(`audience.${one}`)))}</>
  if (part === 'organisationIds') return <>{list(content.organisationIds.map((id) => names.get(id) ?? ''))}</>
  if (part === 'partOfId') return <>{names.get(String(value))}</>
  const text = String(value)
  return isDay(text) ? <>{day(text)}</> : <span lang={part.endsWith('En') ? 'en' : lang === 'en' ? 'it' : lang}>{text}</span>
}
