import { paths } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { Ways } from '../../ui/ways.tsx'
import { coverageWords } from '../messages/coverage.ts'
import { projectWords } from '../messages/projects.ts'
import { placeOfProjects } from '../place.ts'
import { type Project, projectState, summaryIn, titleIn } from '../rules/projects.ts'
import { partsOf, projectsById } from '../store/projects.ts'
import { NeedLink, Source, type Thread, threadsOf } from './answers.tsx'
import { type Around, aroundProject, Done, trailIn } from './around.tsx'
import { Owners, ProjectMark, Term } from './parts.tsx'
import { Prose } from './prose.tsx'

export const projectPages = router()

projectPages.get('/progetti/:id', async (c) => c.html(<ProjectPage c={c} whole={await gather(c, c.req.param('id'))} />))

interface Whole extends Around {
  readonly names: ReadonlyMap<string, string>
  readonly partOf: Project | null
  readonly parts: readonly Project[]
  readonly threads: readonly Thread[]
  readonly may: (act: Act) => boolean
}

async function gather(c: Ctx, id: string): Promise<Whole> {
  const { db, today, actor } = c.var
  const around = await aroundProject(c, id)
  const { project } = around
  const place = placeOfProjects(project.ecosystemId)
  const above = project.partOfId ? await projectsById(db, [project.partOfId]) : new Map<string, Project>()
  return {
    ...around,
    names: await namesOf(db, project.organisationIds, today),
    partOf: above.get(project.partOfId ?? '') ?? null,
    parts: await partsOf(db, project.id),
    threads: await threadsOf(db, project.needs),
    may: (act) => can(actor, act, place),
  }
}

function ProjectPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, projectWords)
  const { project, ecosystem, parts } = whole
  const title = titleIn(reader.lang, project)
  const summary = summaryIn(reader.lang, project)
  const inItalian = reader.lang === 'en' && !project.summaryEn
  return (
    <Page reader={reader} title={title} description={summary.slice(0, 160)} section="ecosystems" trail={trailIn(reader.lang, whole)}>
      <div class="container">
        <Done words={projectWords} done={c.req.query('fatto')} />
        <PageHead
          title={title}
          kicker={[t(`kind.${project.kind}`), <Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link>]}
          verdict={<ProjectMark project={project} />}
        >
          <Actions whole={whole} />
        </PageHead>
        <Standing project={project} />
        <Columns kind="aside" section>
          <Section id="descrizione" title={t('summary')} lead={inItalian ? t('italianOnly') : undefined} band="bare">
            <Prose text={summary} lang={inItalian ? 'it' : reader.lang} />
          </Section>
          <ProjectFacts whole={whole} />
        </Columns>
        <Section id="esigenze" title={t('answered')} lead={t('answeredLead')}>
          <Answered whole={whole} />
        </Section>
        {parts.length > 0 && (
          <Section id="parti" title={t('parts')}>
            <Ways
              items={parts.map((part) => ({
                label: titleIn(reader.lang, part),
                to: paths.project(part.id),
                text: <ProjectMark project={part} />,
              }))}
            />
          </Section>
        )}
      </div>
    </Page>
  )
}

/** What whoever reads may do here. */
function Actions({ whole: { project, may } }: { readonly whole: Whole }) {
  const t = useWords(projectWords)
  const { today } = useReader()
  if (project.withdrawnOn) return <></>
  const state = projectState(project, today)
  const ways = [
    { label: t('answeredNow'), to: paths.projectNeeds(project.id), shown: may('portfolio.answer-need') },
    { label: t('edit'), to: paths.projectEdit(project.id), shown: may('portfolio.correct') },
    { label: t('stop'), to: paths.projectStop(project.id), shown: !project.stoppedOn && state !== 'ended' && may('portfolio.stop') },
    { label: t('resume'), to: paths.projectResume(project.id), shown: project.stoppedOn !== null && may('portfolio.resume') },
    { label: t('withdraw'), to: paths.projectWithdrawal(project.id), shown: may('portfolio.withdraw') },
  ]
  return <ActionLinks items={ways} />
}

/** The thread from what was heard to what is realised. */
function Answered({ whole: { threads } }: { readonly whole: Whole }) {
  const t = useWords(projectWords)
  const c = useWords(coverageWords)
  if (threads.length === 0)
    return (
      <Empty>
        <p>{t('noNeeds')}</p>
      </Empty>
    )
  return (
    <Table
      caption={t('answered')}
      captionHidden
      rows={threads}
      columns={[
        { label: c('need'), rowHeader: true, cell: ({ need }) => <NeedLink need={need} /> },
        { label: c('source'), cell: (thread) => <Source {...thread} /> },
        { label: c('extent'), cell: ({ extent }) => c(`extent.${extent}`) },
      ]}
    />
  )
}

/** Why it stands still, or is in no list any more. */
function Standing({ project }: { readonly project: Project }) {
  const t = useWords(projectWords)
  const { day } = useFormats()
  return (
    <>
      {project.stoppedOn && (
        <Notice kind="blocked" title={t('stoppedTitle', { on: day(project.stoppedOn) })}>
          <p lang="it">{project.stoppedReason}</p>
        </Notice>
      )}
      {project.withdrawnOn && (
        <Notice kind="late" title={t('withdrawnTitle', { on: day(project.withdrawnOn) })}>
          <p>
            {t('withdrawnText')} <span lang="it">{project.withdrawnReason}</span>
          </p>
        </Notice>
      )}
    </>
  )
}

function ProjectFacts({ whole: { project, names, partOf } }: { readonly whole: Whole }) {
  const { lang } = useReader()
  const { list } = useFormats()
  const t = useWords(projectWords)
  const { expectedStart, expectedEnd, startedOn, endedOn, link } = project
  const foreseen = expectedStart || expectedEnd
  return (
    <aside aria-label={t('term')}>
      <Facts
        items={[
          { term: t('organisations'), details: <Owners ids={project.organisationIds} names={names} /> },
          { term: t('audience'), details: list(project.audiences.map((one) => t(`audience.${one}`))) },
          { term: t('expected'), details: foreseen ? <Term from={expectedStart} to={expectedEnd} kind="expected" /> : t('unknownTerm') },
          { term: t('actual'), details: (startedOn || endedOn) && <Term from={startedOn} to={endedOn} kind="actual" /> },
          { term: t('partOf'), details: partOf && <Link to={paths.project(partOf.id)}>{titleIn(lang, partOf)}</Link> },
          { term: t('link'), details: link && <Link to={link}>{t('linkText', { host: new URL(link).host })}</Link> },
          { term: t('addedOn'), details: <Time day={project.addedOn} /> },
          {
            term: t('history'),
            details: <Link to={paths.projectHistory(project.id)}>{t('historyText', { count: project.revision })}</Link>,
          },
        ]}
      />
    </aside>
  )
}
