import { paths } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Done } from '../../ui/done.tsx'
import { Fields } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Time } from '../../ui/time.tsx'
import { flowWords } from '../messages/interconnections.ts'
import { systemWords } from '../messages/systems.ts'
import type { LivingProject, Neighbours } from '../neighbours.ts'
import { placeOfLandscape } from '../place.ts'
import { dataIn, purposeIn } from '../rules/interconnections.ts'
import type { Joined } from '../store/interconnections.ts'
import { type AroundFlow, aroundFlow, nameOfFlow, trailInFlow } from './around.ts'
import { Due, FlowMark, hostOf, Means, Since, SystemLink } from './parts.tsx'

interface Whole extends AroundFlow {
  readonly project: LivingProject | undefined
  readonly may: (act: Act) => boolean
}

/** One interconnection: from where to where, what for, whether it is there. */
export function interconnectionPages({ projectsById }: Neighbours) {
  const pages = router()
  pages.get('/interconnessioni/:id', async (c) => {
    const { db, actor, reader } = c.var
    const around = await aroundFlow(c)
    const { ecosystemId, projectId } = around.flow
    const project = projectId ? (await projectsById(db, [projectId], reader)).get(projectId) : undefined
    const may = (act: Act) => can(actor, act, placeOfLandscape(ecosystemId))
    return c.html(<FlowPage c={c} whole={{ ...around, project, may }} />)
  })
  return pages
}

function FlowPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, flowWords)
  const { flow, ecosystem } = whole
  const title = nameOfFlow(reader.lang, flow)
  const purpose = purposeIn(reader.lang, flow)
  return (
    <Page reader={reader} title={title} description={purpose.slice(0, 160)} section="ecosystems" trail={trailInFlow(reader.lang, whole)}>
      <div class="container">
        <Done words={flowWords} done={c.req.query('fatto')} />
        <PageHead
          title={title}
          kicker={[t('interconnection'), <Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link>]}
          verdict={<FlowMark flow={flow} />}
          lead={<span lang={reader.lang === 'en' && !flow.purposeEn ? 'it' : reader.lang}>{purpose}</span>}
        >
          <Actions whole={whole} />
        </PageHead>
        <Standing flow={flow} />
        <FlowFields whole={whole} />
      </div>
    </Page>
  )
}

function Actions({ whole: { flow, may } }: { readonly whole: Whole }) {
  const t = useWords(flowWords)
  if (flow.withdrawnOn) return <></>
  const ways = [
    { label: t('built'), to: paths.interconnectionBuilt(flow.id), shown: !flow.realisedOn && may('landscape.realise') },
    { label: t('edit'), to: paths.interconnectionEdit(flow.id), shown: may('landscape.correct-connection') },
    { label: t('withdraw'), to: paths.interconnectionEnd(flow.id), shown: may('landscape.withdraw-connection') },
  ]
  return <ActionLinks items={ways} />
}

function Standing({ flow: { endsOn, withdrawnOn, withdrawnReason } }: { readonly flow: Joined }) {
  const t = useWords(flowWords)
  const { today } = useReader()
  const { day } = useFormats()
  return (
    <>
      {endsOn && endsOn <= today && (
        <Notice kind="late" title={t('endedTitle', { on: day(endsOn) })}>
          <p>{t('endedText')}</p>
        </Notice>
      )}
      {withdrawnOn && (
        <Notice kind="late" title={t('withdrawnTitle', { on: day(withdrawnOn) })}>
          <p>
            {t('withdrawnText')} <span lang="it">{withdrawnReason}</span>
          </p>
        </Notice>
      )}
    </>
  )
}

function FlowFields({ whole: { flow, ecosystem, project } }: { readonly whole: Whole }) {
  const t = useWords(flowWords)
  const s = useWords(systemWords)
  const { lang } = useReader()
  const { evidenceUrl, realisedOn, plannedOn } = flow
  const inItalian = (english: string | null) => (lang === 'en' && !english ? 'it' : lang)
  return (
    <Fields
      items={[
        { term: t('from'), details: <SystemLink system={flow.from} /> },
        { term: t('to'), details: <SystemLink system={flow.to} /> },
        { term: t('data'), details: <span lang={inItalian(flow.dataEn)}>{dataIn(lang, flow)}</span> },
        { term: t('means'), details: <Means flow={flow} /> },
        { term: t('since'), details: realisedOn && <Since on={realisedOn} precision={flow.realisedPrecision} /> },
        {
          term: t('evidence'),
          details: evidenceUrl && <Link to={evidenceUrl}>{t('evidenceText', { host: hostOf(evidenceUrl) })}</Link>,
        },
        {
          term: t('planned'),
          details: plannedOn ? <Due on={plannedOn} precision={flow.plannedPrecision} /> : !realisedOn && t('unplanned'),
        },
        {
          term: t('project'),
          details: project && (
            <>
              <Link to={project.path}>{project.title}</Link> <StateMark {...project.state} />
            </>
          ),
        },
        { term: t('keeper'), details: <Link to={paths.interconnections(ecosystem.slug)}>{ecosystem.name}</Link> },
        { term: s('addedOn'), details: <Time day={flow.addedOn} /> },
        {
          term: s('history'),
          details: <Link to={paths.interconnectionHistory(flow.id)}>{s('historyText', { count: flow.revision })}</Link>,
        },
      ]}
    />
  )
}
