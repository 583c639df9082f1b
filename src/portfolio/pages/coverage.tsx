import { z } from 'zod'
import { paths, withQuery } from '../../charter/paths.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { type Cover, codeOf, type HeardIn, heardIn, type Need, voiceKinds } from '../../listening/index.ts'
import { csvOf } from '../../platform/csv.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilterPills } from '../../ui/filters.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { type Coverage, coverageIn, coverageLevels, needsAt, projectsWithoutNeed } from '../coverage.ts'
import { coversOf } from '../covers.ts'
import { coverageWords } from '../messages/coverage.ts'
import { projectWords } from '../messages/projects.ts'
import { type Project, titleIn } from '../rules/projects.ts'
import { Covers, NeedLink, Source } from './answers.tsx'
import { type Place, trailTo } from './around.tsx'
import { csvHeaders } from './csv.ts'
import { ProjectMark } from './parts.tsx'
import { VoicesTable } from './voices-table.tsx'

export const coveragePages = router()

const perPage = 30
const csvRows = 20_000

/** What the address says; what it says badly is as if it were not there. */
const Address = z.object({
  risposta: z.enum(coverageLevels).catch('open').default('open'),
  voce: z.enum(voiceKinds).optional().catch(undefined),
  da: z.string().max(500).optional(),
  progetti: z.string().max(2000).optional(),
})
type Asked = z.output<typeof Address>

const at = (slug: string, { risposta, voce, da, progetti }: Asked) =>
  withQuery(paths.coverage(slug), { risposta: risposta === 'open' ? undefined : risposta, voce, da, progetti })

interface Whole {
  readonly ecosystem: Place
  readonly asked: Asked
  readonly coverage: Coverage
  readonly needs: Slice<Need>
  readonly covers: ReadonlyMap<string, readonly Cover[]>
  readonly heard: ReadonlyMap<string, HeardIn>
  readonly orphans: Slice<Project>
}

coveragePages.get('/ecosistemi/:slug/copertura', async (c) => c.html(<CoveragePage c={c} whole={await gather(c)} />))

async function gather(c: Ctx): Promise<Whole> {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const asked = Address.parse(c.req.query())
  const coverage = await coverageIn(db, ecosystem.id, today)
  const needs = await needsAt(db, ecosystem.id, coverage, asked.risposta, asked.voce, { cursor: asked.da, limit: perPage })
  const ids = needs.items.map(({ id }) => id)
  return {
    ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) },
    asked,
    coverage,
    needs,
    covers: asked.risposta === 'open' ? new Map() : await coversOf(db, ids, reader),
    heard: await heardIn(db, statementsOf(needs.items)),
    orphans: await projectsWithoutNeed(db, ecosystem.id, today, { cursor: asked.progetti, limit: perPage }),
  }
}

const statementsOf = (needs: readonly Need[]) => needs.flatMap(({ source }) => (source.kind === 'hearing' && source.id ? [source.id] : []))

coveragePages.get('/ecosistemi/:slug/copertura.csv', async (c) => {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const coverage = await coverageIn(db, ecosystem.id, today)
  const t = wordsFor(reader, coverageWords)
  const rows: (string | number | null)[][] = []
  for (const level of coverageLevels) {
    const { items } = await needsAt(db, ecosystem.id, coverage, level, undefined, { limit: csvRows })
    const covers = await coversOf(
      db,
      items.map(({ id }) => id),
      reader,
    )
    for (const need of items) {
      const some = covers.get(need.id) ?? []
      const answers = some.map(({ kind, title, extent }) => `${t(`kind.${kind}`)}: ${title}${extent ? ` (${t(`extent.${extent}`)})` : ''}`)
      rows.push([codeOf(need), need.statement, t(`voice.${need.voiceKind}`), need.severity, t(`level.${level}`), answers.join(' | ')])
    }
  }
  const head = (['code', 'need', 'voice', 'severity', 'level', 'answers'] as const).map((key) => t(key))
  return c.body(csvOf([head, ...rows]), 200, csvHeaders(`${ecosystem.slug}-copertura`))
})

function CoveragePage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, coverageWords)
  const { ecosystem, coverage } = whole
  const title = t('title', { name: ecosystem.name })
  const { total, levels } = coverage
  return (
    <Page
      reader={reader}
      title={title}
      description={t('lead')}
      section="ecosystems"
      trail={trailTo(reader.lang, ecosystem, { label: t('trail') })}
    >
      <div class="container">
        <PageHead title={title} lead={t('lead')} verdict={total > 0 ? t('verdict', { open: levels.open, total }) : t('verdictNone')} />
        {total > 0 && (
          <Section id="voci" title={t('byVoice')} lead={t('byVoiceLead')}>
            <VoicesTable coverage={coverage} />
          </Section>
        )}
        <Section id="esigenze" title={t('needs')} lead={t('needsLead')}>
          <Pills whole={whole} />
          <Needs whole={whole} />
          <p class="more">
            <Link to={paths.coverageCsv(ecosystem.slug)}>{t('csv')}</Link>
          </p>
        </Section>
        <Section id="progetti" title={t('orphans')} lead={t('orphansLead')}>
          <Orphans whole={whole} />
        </Section>
      </div>
    </Page>
  )
}

function Pills({ whole: { ecosystem, asked, coverage } }: { readonly whole: Whole }) {
  const t = useWords(coverageWords)
  const first = { ...asked, da: undefined }
  const here = coverage.voices.find(({ voice }) => voice === asked.voce)?.levels ?? coverage.levels
  return (
    <>
      <FilterPills
        label={t('level')}
        items={coverageLevels.map((risposta) => ({
          label: t(`level.${risposta}`),
          to: at(ecosystem.slug, { ...first, risposta }),
          count: here[risposta],
          current: risposta === asked.risposta,
        }))}
      />
      {coverage.voices.length > 1 && (
        <FilterPills
          label={t('voice')}
          items={[
            { label: t('all'), to: at(ecosystem.slug, { ...first, voce: undefined }), current: !asked.voce },
            ...coverage.voices.map(({ voice }) => ({
              label: t(`voice.${voice}`),
              to: at(ecosystem.slug, { ...first, voce: voice }),
              current: voice === asked.voce,
            })),
          ]}
        />
      )}
    </>
  )
}

function Needs({ whole: { ecosystem, asked, needs, covers, heard } }: { readonly whole: Whole }) {
  const t = useWords(coverageWords)
  if (needs.items.length === 0)
    return (
      <Empty good={asked.risposta === 'open' && !asked.voce}>
        <p>{t(asked.risposta === 'open' && !asked.voce ? 'noneOpen' : 'noneHere')}</p>
      </Empty>
    )
  return (
    <>
      <Table
        caption={t(`level.${asked.risposta}`)}
        captionHidden
        rows={needs.items}
        columns={[
          { label: t('need'), rowHeader: true, cell: (need) => <NeedLink need={need} /> },
          { label: t('severity'), cell: ({ severity }) => t('severityOf', { severity: severity ?? 'none' }) },
          { label: t('voice'), cell: ({ voiceKind }) => t(`voice.${voiceKind}`) },
          { label: t('source'), cell: (need) => <Source need={need} heard={heard.get(need.source.id ?? '') ?? null} /> },
          ...(asked.risposta === 'open'
            ? []
            : [{ label: t('answers'), cell: (need: Need) => <Covers covers={covers.get(need.id) ?? []} /> }]),
        ]}
      />
      <Pager
        shown={needs.items.length}
        next={needs.next && at(ecosystem.slug, { ...asked, da: needs.next })}
        first={asked.da ? at(ecosystem.slug, { ...asked, da: undefined }) : null}
      />
    </>
  )
}

function Orphans({ whole: { ecosystem, asked, orphans } }: { readonly whole: Whole }) {
  const t = useWords(coverageWords)
  const p = useWords(projectWords)
  if (orphans.items.length === 0)
    return (
      <Empty good>
        <p>{t('noOrphans')}</p>
      </Empty>
    )
  return (
    <>
      <Table
        caption={t('orphans')}
        captionHidden
        rows={orphans.items}
        columns={[
          { label: t('project'), rowHeader: true, cell: (one) => <OrphanLink project={one} /> },
          { label: p('kind'), cell: ({ kind }) => p(`kind.${kind}`) },
          { label: p('state'), cell: (one) => <ProjectMark project={one} /> },
        ]}
      />
      <Pager
        shown={orphans.items.length}
        next={orphans.next && at(ecosystem.slug, { ...asked, progetti: orphans.next })}
        first={asked.progetti ? at(ecosystem.slug, { ...asked, progetti: undefined }) : null}
      />
    </>
  )
}

function OrphanLink({ project }: { readonly project: Project }) {
  const { lang } = useReader()
  return <Link to={paths.project(project.id)}>{titleIn(lang, project)}</Link>
}
