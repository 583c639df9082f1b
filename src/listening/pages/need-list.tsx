import { paths } from '../../charter/paths.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import { router } from '../../platform/http.ts'
import { FilteredList } from '../../ui/filters.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { coverageIn, filterFor, type NeedMount } from '../coverage.ts'
import { callWords } from '../messages/calls.ts'
import { needWords } from '../messages/needs.ts'
import { callState, type NeedCall } from '../rules/calls.ts'
import type { Cover, NeedState } from '../rules/needs.ts'
import { callsOf } from '../store/calls.ts'
import { countLikenesses } from '../store/likenesses.ts'
import { countNeeds, type NeedFilter, needsOf, seek } from '../store/need-list.ts'
import { countWaiting } from '../store/proposals.ts'
import { type NeedAddress, readNeedAddress } from './need-address.ts'
import { may, needTrail } from './need-around.tsx'
import type { NeedsPageProps } from './need-list-props.ts'
import { NeedPanel, NeedResults } from './need-results.tsx'

export function needListPages({ covers }: NeedMount) {
  const pages = router()

  pages.get('/ecosistemi/:slug/esigenze', async (c) => {
    const { db, today, reader } = c.var
    const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
    const address = readNeedAddress(c.req.query())
    const coverage = await coverageIn(db, covers, ecosystem.id)
    const plain = { ...plainFilter(address), sought: await seek(db, ecosystem.id, address.q) }
    const filter = { ...plain, ...filterFor(address.stato, coverage) }
    const found = await needsOf(db, ecosystem.id, {
      ...filter,
      sort: address.ordine,
      descending: !address.verso,
      cursor: address.da,
      limit: 50,
    })
    const keeps = may(c, 'listening.record-need', ecosystem)
    const props = {
      reader,
      ecosystem,
      address,
      found,
      coverage,
      counts: await countNeeds(db, ecosystem.id, filter),
      states: await countStates(db, ecosystem.id, plain, coverage),
      open: (await callsOf(db, [ecosystem.id])).filter((call) => callState(call, today) === 'open'),
      toKeep: keeps
        ? {
            alike: await countLikenesses(db, ecosystem.id),
            waiting: (await countWaiting(db, [ecosystem.id])).get(ecosystem.id)?.waiting ?? 0,
          }
        : null,
    }
    return c.html(<NeedsPage {...props} />)
  })

  return pages
}

export function plainFilter({ q, voce, origine, peso }: NeedAddress): NeedFilter {
  return { q, voice: voce, source: origine, severity: peso }
}

async function countStates(
  db: Parameters<typeof countNeeds>[0],
  ecosystemId: string,
  filter: NeedFilter,
  coverage: ReadonlyMap<string, readonly Cover[]>,
): Promise<Record<NeedState | 'all', number>> {
  const count = async (more: NeedFilter) => (await countNeeds(db, ecosystemId, { ...filter, ...more })).total
  const all = await count({})
  const some = coverage.size > 0
  const covered = some ? await count(filterFor('covered', coverage)) : 0
  const partly = some ? await count(filterFor('partly-covered', coverage)) : 0
  return { all, covered, 'partly-covered': partly, open: all - covered - partly, merged: await count({ merged: true }) }
}

function NeedsPage(props: NeedsPageProps) {
  const { reader, ecosystem, open, toKeep } = props
  const t = wordsFor(reader, needWords)
  const name = nameIn(reader.lang, ecosystem)
  return (
    <Page
      reader={reader}
      title={t('needsOf', { name })}
      description={t('lead')}
      section="ecosystems"
      trail={needTrail(reader.lang, { ...ecosystem, name })}
    >
      <div class="container">
        <PageHead title={t('needsOf', { name })} lead={t('lead')}>
          {toKeep && <Keeping slug={ecosystem.slug} {...toKeep} />}
        </PageHead>
        {open.map((call) => (
          <OpenCall call={call} primary={!toKeep} />
        ))}
        <FilteredList panel={<NeedPanel {...props} />}>
          <NeedResults {...props} />
        </FilteredList>
      </div>
    </Page>
  )
}

function Keeping({ slug, alike, waiting }: { readonly slug: string; readonly alike: number; readonly waiting: number }) {
  const t = useWords(needWords)
  const k = useWords(callWords)
  const { number } = useFormats()
  return (
    <p class="actions">
      <ButtonLink kind="primary" to={paths.newNeed(slug)}>
        {t('record')}
      </ButtonLink>
      <ButtonLink to={paths.needProposals(slug)}>
        {k('queue')} ({number(waiting)})
      </ButtonLink>
      <ButtonLink to={paths.needLikenesses(slug)}>
        {t('likenesses')} ({number(alike)})
      </ButtonLink>
      <ButtonLink to={paths.needCalls(slug)}>{k('calls')}</ButtonLink>
    </p>
  )
}

function OpenCall({ call, primary }: { readonly call: NeedCall; readonly primary: boolean }) {
  const k = useWords(callWords)
  const { day, distance } = useFormats()
  return (
    <Notice title={call.title}>
      <p>{k('openUntil', { day: day(call.closesOn), distance: distance(call.closesOn) })}</p>
      <p class="actions">
        <ButtonLink kind={primary ? 'primary' : 'secondary'} small to={paths.newProposal(call.id)}>
          {k('propose')}
        </ButtonLink>
        <Link to={paths.needCall(call.id)}>{k('readCall')}</Link>
      </p>
    </Notice>
  )
}
