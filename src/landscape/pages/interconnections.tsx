import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilterPills } from '../../ui/filters.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Table } from '../../ui/table.tsx'
import { flowWords } from '../messages/interconnections.ts'
import { placeOfLandscape } from '../place.ts'
import { interconnectionStates, purposeIn } from '../rules/interconnections.ts'
import { interconnectionCounts, type Joined, listInterconnections, type StateCounts } from '../store/interconnections.ts'
import { type FlowsAddress, flowsAt, readFlowsAddress } from './address.ts'
import { type Place, trailToFlows } from './around.ts'
import { csvHeaders, interconnectionsCsv } from './csv.ts'
import { FlowMap, mostDrawn } from './flow-map.tsx'
import { Ends, FlowState, Means } from './parts.tsx'

export const interconnectionsPages = router()

const csvRows = 5000

interconnectionsPages.get('/ecosistemi/:slug/interconnessioni', async (c) => c.html(<FlowsPage c={c} whole={await gather(c)} />))

interconnectionsPages.get('/ecosistemi/:slug/interconnessioni.csv', async (c) => {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const { items } = await listInterconnections(db, ecosystem.id, { state: readFlowsAddress(c).stato }, today, { limit: csvRows })
  return c.body(interconnectionsCsv(reader, items), 200, csvHeaders(`${ecosystem.slug}-interconnessioni`))
})

interface Whole {
  readonly ecosystem: Place
  readonly address: FlowsAddress
  readonly found: Slice<Joined>
  readonly counts: StateCounts
  readonly may: boolean
}

async function gather(c: Ctx): Promise<Whole> {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const address = readFlowsAddress(c)
  const counts = await interconnectionCounts(db, [ecosystem.id], today)
  return {
    ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) },
    address,
    found: await listInterconnections(db, ecosystem.id, { state: address.stato }, today, { cursor: address.da }),
    counts: counts.get(ecosystem.id) ?? { existing: 0, 'to-build': 0, ended: 0 },
    may: can(actor, 'landscape.connect', placeOfLandscape(ecosystem.id)),
  }
}

const totalOf = (counts: StateCounts) => interconnectionStates.reduce((sum, state) => sum + counts[state], 0)

function FlowsPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, flowWords)
  const { ecosystem, address, found, counts, may } = whole
  const title = t('interconnectionsOf', { name: ecosystem.name })
  return (
    <Page reader={reader} title={title} description={t('lead')} section="ecosystems" trail={trailToFlows(reader.lang, ecosystem)}>
      <div class="container">
        <PageHead title={title} lead={t('lead')}>
          <p class="actions">
            {may && (
              <ButtonLink to={paths.newInterconnection(ecosystem.slug)} kind="primary">
                {t('add')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.systems(ecosystem.slug)}>{t('systems')}</ButtonLink>
          </p>
        </PageHead>
        {totalOf(counts) > 0 && (
          <FilterPills
            label={t('stateFilter')}
            items={[
              { label: t('all'), to: flowsAt(ecosystem.slug, {}), count: totalOf(counts), current: !address.stato },
              ...interconnectionStates
                .filter((stato) => counts[stato] > 0 || stato === address.stato)
                .map((stato) => ({
                  label: t(`states.${stato}`),
                  to: flowsAt(ecosystem.slug, { stato }),
                  count: counts[stato],
                  current: stato === address.stato,
                })),
            ]}
          />
        )}
        {found.items.length > 0 ? <Results {...whole} /> : <Nothing {...whole} />}
      </div>
    </Page>
  )
}

function Results({ ecosystem, address, found, counts }: Whole) {
  const t = useWords(flowWords)
  const { lang } = useReader()
  const { da, ...first } = address
  const drawn = !da && !found.next && found.items.length > 1 && found.items.length <= mostDrawn
  return (
    <>
      {drawn && <FlowMap flows={found.items} />}
      <Table
        caption={t('caption')}
        captionHidden
        rows={found.items}
        columns={[
          { label: t('flow'), rowHeader: true, cell: (flow) => <Ends flow={flow} /> },
          { label: t('purpose'), cell: (flow) => <Link to={paths.interconnection(flow.id)}>{purposeIn(lang, flow)}</Link> },
          { label: t('means'), cell: (flow) => <Means flow={flow} /> },
          {
            label: t('state'),
            cell: (flow) => <FlowState flow={flow} />,
          },
        ]}
      />
      <Pager
        shown={found.items.length}
        total={address.stato ? counts[address.stato] : totalOf(counts)}
        next={found.next && flowsAt(ecosystem.slug, { ...first, da: found.next })}
        first={da ? flowsAt(ecosystem.slug, first) : null}
      />
      <p class="more">
        <Link to={paths.interconnectionsCsv(ecosystem.slug)}>{t('csv')}</Link>
      </p>
    </>
  )
}

function Nothing({ ecosystem, address }: Whole) {
  const t = useWords(flowWords)
  const filtered = address.stato || address.da
  return (
    <Empty>
      <p>{t(filtered ? 'noneFound' : 'noneYet')}</p>
      {filtered && (
        <p>
          <Link to={paths.interconnections(ecosystem.slug)}>{t('showAll')}</Link>
        </p>
      )}
    </Empty>
  )
}
