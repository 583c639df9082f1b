import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilteredList } from '../../ui/filters.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { projectWords } from '../messages/projects.ts'
import { placeOfProjects } from '../place.ts'
import { type Project, projectState, titleIn } from '../rules/projects.ts'
import { countProjects, listProjects, type ProjectCounts } from '../store/list.ts'
import { csvAt, type ListAddress, listAt, queryOf, readAddress } from './address.ts'
import { type Place, trailTo } from './around.tsx'
import { csvHeaders, projectsCsv } from './csv.ts'
import { ProjectsPanel } from './filter-panel.tsx'
import { Owners, ProjectMark, Term } from './parts.tsx'

export const listPages = router()

/** More than any ecosystem has; a table is made to be worked on whole. */
const csvRows = 5000

listPages.get('/ecosistemi/:slug/progetti', async (c) => c.html(<ProjectsPage c={c} whole={await gather(c)} />))

listPages.get('/ecosistemi/:slug/progetti.csv', async (c) => {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const { items } = await listProjects(db, ecosystem.id, queryOf(readAddress(c)), today, { limit: csvRows })
  return c.body(projectsCsv(reader, items, await namesOfOwners(c, items)), 200, csvHeaders(`${ecosystem.slug}-progetti`))
})

listPages.get('/ecosistemi/:slug/progetti/suggerimenti', async (c) => {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  return c.json({ options: await suggestProjects(c, ecosystem.id, c.req.query('q') ?? '', reader.lang) })
})

/** The projects whose title holds the words typed where one is chosen. */
export async function suggestProjects(c: Ctx, ecosystemId: string, words: string, lang = c.var.reader.lang) {
  const { db, today, reader } = c.var
  const t = wordsFor(reader, projectWords)
  const q = words.slice(0, 200).trim()
  if (!q) return []
  const { items } = await listProjects(db, ecosystemId, { q }, today, { limit: 10 })
  return items.map((project) => ({
    value: project.id as string,
    label: titleIn(lang, project),
    detail: t('partOption', { kind: t(`kind.${project.kind}`), state: t(`state.${projectState(project, today)}`) }),
  }))
}

const namesOfOwners = (c: Ctx, projects: readonly Project[]) =>
  namesOf(c.var.db, [...new Set(projects.flatMap(({ organisationIds }) => organisationIds))], c.var.today)

interface Whole {
  readonly ecosystem: Place
  readonly address: ListAddress
  readonly found: Slice<Project>
  readonly counts: ProjectCounts
  readonly names: ReadonlyMap<string, string>
  readonly may: boolean
}

async function gather(c: Ctx): Promise<Whole> {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const address = readAddress(c)
  const query = queryOf(address)
  const found = await listProjects(db, ecosystem.id, query, today, { cursor: address.da })
  const owners = found.items.flatMap(({ organisationIds }) => organisationIds)
  return {
    ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) },
    address,
    found,
    counts: await countProjects(db, ecosystem.id, query, today),
    names: await namesOf(db, [...new Set([...owners, ...(address.di ? [address.di] : [])])], today),
    may: can(actor, 'portfolio.add', placeOfProjects(ecosystem.id)),
  }
}

function ProjectsPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, projectWords)
  const { ecosystem, address, found, may } = whole
  const title = t('projectsOf', { name: ecosystem.name })
  return (
    <Page reader={reader} title={title} description={t('lead')} section="ecosystems" trail={trailTo(reader.lang, ecosystem)}>
      <div class="container">
        <PageHead title={title} lead={t('lead')}>
          <p class="actions">
            {may && (
              <ButtonLink to={paths.newProject(ecosystem.slug)} kind="primary">
                {t('add')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.coverage(ecosystem.slug)}>{t('coverage')}</ButtonLink>
          </p>
        </PageHead>
        <FilteredList panel={<ProjectsPanel {...whole} />}>
          {found.items.length > 0 ? <Results {...whole} /> : <Nothing slug={ecosystem.slug} address={address} />}
        </FilteredList>
      </div>
    </Page>
  )
}

function Results({ ecosystem, address, found, counts, names }: Whole) {
  const t = useWords(projectWords)
  const { da, ...first } = address
  return (
    <>
      <Table
        caption={t('caption')}
        captionHidden
        rows={found.items}
        columns={[
          { label: t('title'), rowHeader: true, cell: (one) => <Title project={one} /> },
          { label: t('state'), cell: (one) => <ProjectMark project={one} /> },
          { label: t('term'), cell: (one) => <Term from={one.expectedStart} to={one.expectedEnd} kind="expected" /> },
          { label: t('organisations'), cell: (one) => <Owners ids={one.organisationIds} names={names} /> },
          { label: t('needs'), numeric: true, cell: (one) => one.needs.length },
        ]}
      />
      <Pager
        shown={found.items.length}
        total={counts.total}
        next={found.next && listAt(ecosystem.slug, { ...first, da: found.next })}
        first={da ? listAt(ecosystem.slug, first) : null}
      />
      <p class="more">
        <Link to={csvAt(ecosystem.slug, first)}>{t('csv')}</Link>
      </p>
    </>
  )
}

function Title({ project }: { readonly project: Project }) {
  const { lang } = useReader()
  const t = useWords(projectWords)
  return (
    <>
      <Link to={paths.project(project.id)}>{titleIn(lang, project)}</Link>
      <small class="quiet">{t(`kind.${project.kind}`)}</small>
    </>
  )
}

function Nothing({ slug, address: { da, ...filters } }: { readonly slug: string; readonly address: ListAddress }) {
  const t = useWords(projectWords)
  const filtered = Object.values(filters).some(Boolean) || da
  return (
    <Empty>
      <p>{t(filtered ? 'noneFound' : 'noneYet')}</p>
      {filtered && (
        <p>
          <Link to={paths.projects(slug)}>{t('showAll')}</Link>
        </p>
      )}
    </Empty>
  )
}
