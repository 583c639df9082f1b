import { paths, withQuery } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import { namesOf } from '../../organisations/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Ways } from '../../ui/ways.tsx'
import { flowWords } from '../messages/interconnections.ts'
import { systemWords } from '../messages/systems.ts'
import type { Neighbours, SpeakingText } from '../neighbours.ts'
import { placeOfLandscape } from '../place.ts'
import { purposeIn } from '../rules/interconnections.ts'
import { fullName, nameOf, type System, systemState } from '../rules/systems.ts'
import { interconnectionsOf, type Joined } from '../store/interconnections.ts'
import { type Around, aroundSystem, trailIn } from './around.ts'
import { Ends, FlowState, Means, SystemMark } from './parts.tsx'
import { SystemFacts } from './system-facts.tsx'

interface Whole extends Around {
  readonly holder: string
  readonly flows: readonly Joined[]
  readonly texts: readonly SpeakingText[]
  readonly may: (act: Act) => boolean
}

/** One database or system: what it is, what it exchanges data with, who speaks of it. */
export function systemPages(neighbours: Neighbours) {
  const pages = router()
  pages.get('/sistemi/:id', async (c) => c.html(<SystemPage c={c} whole={await gather(c, neighbours)} />))
  return pages
}

async function gather(c: Ctx, { texts }: Neighbours): Promise<Whole> {
  const { db, today, actor, reader } = c.var
  const around = await aroundSystem(c)
  const { system } = around
  const { from, to } = await interconnectionsOf(db, system.id)
  return {
    ...around,
    holder: (await namesOf(db, [system.holderId], today)).get(system.holderId) ?? '',
    flows: [...to, ...from],
    texts: await texts(db, system.id, reader),
    may: (act) => can(actor, act, placeOfLandscape(system.ecosystemId)),
  }
}

function SystemPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, systemWords)
  const { system, ecosystem } = whole
  const title = nameOf(reader.lang, system)
  const inItalian = reader.lang === 'en' && !system.descriptionEn
  const description = (reader.lang === 'en' && system.descriptionEn) || system.descriptionIt
  return (
    <Page
      reader={reader}
      title={fullName(reader.lang, system)}
      description={description.slice(0, 160)}
      section="ecosystems"
      trail={trailIn(reader.lang, whole)}
    >
      <div class="container">
        <Done words={systemWords} done={c.req.query('fatto')} />
        <PageHead
          title={title}
          kicker={[
            system.acronym,
            t(system.nationalInterest ? 'national' : `kind.${system.kind}`),
            <Link to={paths.ecosystem(ecosystem.slug)}>{ecosystem.name}</Link>,
          ]}
          verdict={<SystemMark system={system} />}
          lead={t('heldBy', { holder: whole.holder, access: t(`access.${system.access}`) })}
        >
          <Actions whole={whole} />
        </PageHead>
        <Standing system={system} />
        <Columns kind="aside" section>
          <div>
            <Section id="descrizione" title={t('description')} lead={inItalian ? t('italianOnly') : undefined} band="bare">
              <Prose text={description} lang={inItalian ? 'it' : reader.lang} />
            </Section>
            <Section id="interconnessioni" title={t('flows')} lead={t('flowsLead')}>
              <Flows whole={whole} />
            </Section>
            <Section id="documenti" title={t('texts')} lead={t('textsLead')}>
              <Texts texts={whole.texts} />
            </Section>
          </div>
          <SystemFacts {...whole} />
        </Columns>
      </div>
    </Page>
  )
}

/** What whoever reads may do here. */
function Actions({ whole: { system, ecosystem, may } }: { readonly whole: Whole }) {
  const t = useWords(systemWords)
  const { today } = useReader()
  if (system.withdrawnOn) return <></>
  const inService = systemState(system, today) === 'in-service'
  const ways = [
    {
      label: t('connect'),
      to: withQuery(paths.newInterconnection(ecosystem.slug), { di: system.id }),
      shown: may('landscape.connect'),
    },
    { label: t('edit'), to: paths.systemEdit(system.id), shown: may('landscape.correct') },
    { label: t('retire'), to: paths.systemRetirement(system.id), shown: inService && !system.retiredOn && may('landscape.retire') },
    { label: t('reinstate'), to: paths.systemReturn(system.id), shown: system.retiredOn !== null && may('landscape.reinstate') },
    { label: t('withdraw'), to: paths.systemWithdrawal(system.id), shown: may('landscape.withdraw') },
  ]
  return <ActionLinks items={ways} />
}

/** Why it is in service no more, or in no list. */
function Standing({ system: { retiredOn, retiredReason, withdrawnOn, withdrawnReason } }: { readonly system: System }) {
  const t = useWords(systemWords)
  const { today } = useReader()
  const { day } = useFormats()
  return (
    <>
      {retiredOn && (
        <Notice kind="late" title={t(retiredOn <= today ? 'retiredTitle' : 'retiringTitle', { on: day(retiredOn) })}>
          <p lang="it">{retiredReason}</p>
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

function Flows({ whole: { flows } }: { readonly whole: Whole }) {
  const t = useWords(systemWords)
  const f = useWords(flowWords)
  const { lang } = useReader()
  if (flows.length === 0)
    return (
      <Empty>
        <p>{t('noFlows')}</p>
      </Empty>
    )
  return (
    <>
      <Table
        caption={t('flows')}
        captionHidden
        rows={flows}
        columns={[
          { label: f('flow'), rowHeader: true, cell: (flow) => <Ends flow={flow} /> },
          {
            label: f('purpose'),
            cell: (flow) => <Link to={paths.interconnection(flow.id)}>{purposeIn(lang, flow)}</Link>,
          },
          { label: f('means'), cell: (flow) => <Means flow={flow} /> },
          {
            label: f('state'),
            cell: (flow) => <FlowState flow={flow} />,
          },
        ]}
      />
    </>
  )
}

function Texts({ texts }: { readonly texts: readonly SpeakingText[] }) {
  const t = useWords(systemWords)
  if (texts.length === 0)
    return (
      <Empty>
        <p>{t('noTexts')}</p>
      </Empty>
    )
  return <Ways items={texts.map(({ title, path, text }) => ({ label: title, to: path, text: <span lang="it">{text}</span> }))} />
}
