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
import type { Suggestion } from '../../ui/suggest.tsx'
import { Table } from '../../ui/table.tsx'
import { systemWords } from '../messages/systems.ts'
import { placeOfLandscape } from '../place.ts'
import { fullName, type System, systemState } from '../rules/systems.ts'
import { interconnectionCountsOf } from '../store/interconnections.ts'
import { countSystems, listSystems, type SystemCounts } from '../store/list.ts'
import { csvAt, type ListAddress, listAt, queryOf, readAddress } from './address.ts'
import { type Place, trailTo } from './around.ts'
import { csvHeaders, systemsCsv } from './csv.ts'
import { SystemsPanel } from './filter-panel.tsx'
import { SystemMark } from './parts.tsx'

export const listPages = router()

/** More than any ecosystem has; a table is made to be worked on whole. */
const csvRows = 5000

listPages.get('/ecosistemi/:slug/sistemi', async (c) => c.html(<SystemsPage c={c} whole={await gather(c)} />))

listPages.get('/ecosistemi/:slug/sistemi.csv', async (c) => {
  const { db, today, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const { items } = await listSystems(db, ecosystem.id, queryOf(readAddress(c)), today, { limit: csvRows })
  const counts = await interconnectionCountsOf(
    db,
    items.map(({ id }) => id),
  )
  return c.body(systemsCsv(reader, items, await holdersOf(c, items), counts), 200, csvHeaders(`${ecosystem.slug}-sistemi`))
})

listPages.get(paths.systemOptions, async (c) => c.json({ options: await suggestSystems(c, c.req.query('q') ?? '') }))

/** The databases and systems of any ecosystem whose name holds the words typed where one is chosen. */
export async function suggestSystems(c: Ctx, words: string): Promise<Suggestion[]> {
  const { db, today } = c.var
  const q = words.slice(0, 200).trim()
  if (!q) return []
  const { items } = await listSystems(db, null, { q }, today, { limit: 10 })
  return items.map((system) => optionOf(c, system))
}

export function optionOf({ var: { reader } }: Ctx, system: System): Suggestion {
  const t = wordsFor(reader, systemWords)
  const state = t(`state.${systemState(system, reader.today)}`)
  return { value: system.id, label: fullName(reader.lang, system), detail: t('option', { kind: t(`kind.${system.kind}`), state }) }
}

const holdersOf = (c: Ctx, systems: readonly System[]) =>
  namesOf(c.var.db, [...new Set(systems.map(({ holderId }) => holderId))], c.var.today)

interface Whole {
  readonly ecosystem: Place
  readonly address: ListAddress
  readonly found: Slice<System>
  readonly counts: SystemCounts
  readonly names: ReadonlyMap<string, string>
  readonly flows: ReadonlyMap<string, number>
  readonly may: boolean
}

async function gather(c: Ctx): Promise<Whole> {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  const address = readAddress(c)
  const query = queryOf(address)
  const found = await listSystems(db, ecosystem.id, query, today, { cursor: address.da })
  const holders = found.items.map(({ holderId }) => holderId)
  return {
    ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) },
    address,
    found,
    counts: await countSystems(db, ecosystem.id, query, today),
    names: await namesOf(db, [...new Set([...holders, ...(address.di ? [address.di] : [])])], today),
    flows: await interconnectionCountsOf(
      db,
      found.items.map(({ id }) => id),
    ),
    may: can(actor, 'landscape.add', placeOfLandscape(ecosystem.id)),
  }
}

function SystemsPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, systemWords)
  const { ecosystem, address, found, may } = whole
  const title = t('systemsOf', { name: ecosystem.name })
  return (
    <Page reader={reader} title={title} description={t('lead')} section="ecosystems" trail={trailTo(reader.lang, ecosystem)}>
      <div class="container">
        <PageHead title={title} lead={t('lead')}>
          <p class="actions">
            {may && (
              <ButtonLink to={paths.newSystem(ecosystem.slug)} kind="primary">
                {t('add')}
              </ButtonLink>
            )}
            <ButtonLink to={paths.interconnections(ecosystem.slug)}>{t('interconnections')}</ButtonLink>
          </p>
        </PageHead>
        <FilteredList panel={<SystemsPanel {...whole} />}>
          {found.items.length > 0 ? <Results {...whole} /> : <Nothing slug={ecosystem.slug} address={address} />}
        </FilteredList>
      </div>
    </Page>
  )
}

function Results({ ecosystem, address, found, counts, names, flows }: Whole) {
  const t = useWords(systemWords)
  const { da, ...first } = address
  return (
    <>
      <Table
        caption={t('caption')}
        captionHidden
        rows={found.items}
        columns={[
          { label: t('name'), rowHeader: true, cell: (one) => <Name system={one} /> },
          { label: t('state'), cell: (one) => <SystemMark system={one} /> },
          { label: t('holder'), cell: (one) => <Link to={paths.organisation(one.holderId)}>{names.get(one.holderId)}</Link> },
          { label: t('access'), cell: (one) => t(`access.${one.access}`) },
          { label: t('connections'), numeric: true, cell: (one) => flows.get(one.id) ?? 0 },
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

function Name({ system }: { readonly system: System }) {
  const { lang } = useReader()
  const t = useWords(systemWords)
  return (
    <>
      <Link to={paths.system(system.id)}>{fullName(lang, system)}</Link>
      <small class="quiet">{t(system.nationalInterest ? 'national' : `kind.${system.kind}`)}</small>
    </>
  )
}

function Nothing({ slug, address: { da, ...filters } }: { readonly slug: string; readonly address: ListAddress }) {
  const t = useWords(systemWords)
  const filtered = Object.values(filters).some(Boolean) || da
  return (
    <Empty>
      <p>{t(filtered ? 'noneFound' : 'noneYet')}</p>
      {filtered && (
        <p>
          <Link to={paths.systems(slug)}>{t('showAll')}</Link>
        </p>
      )}
    </Empty>
  )
}
