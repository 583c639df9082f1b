import { paths } from '../../charter/paths.ts'
import { can, platform } from '../../charter/policy.ts'
import type { Slice } from '../../kernel/cursor.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilteredList, FilterPanel } from '../../ui/filters.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { Table } from '../../ui/table.tsx'
import { messages } from '../messages.ts'
import { type Organisation, type OrganisationKind, organisationKinds } from '../rules.ts'
import { getOrganisation } from '../store/organisations.ts'
import { countByKind, type Found, findOrganisations } from '../store/search.ts'
import { type ListAddress, listAt, readAddress } from './address.ts'

export const listPages = router()

listPages.get(paths.organisations, async (c) => {
  const { db, actor, reader } = c.var
  const address = readAddress(c.req.query())
  const { q, tipo: kind, dentro: parentId, da: cursor } = address
  const query = { q, kind, parentId, cursor, limit: 50 }
  const [found, counts, parent] = await Promise.all([
    findOrganisations(db, query),
    countByKind(db, query),
    parentId ? getOrganisation(db, parentId) : null,
  ])
  const may = { add: can(actor, 'organisations.add', platform), import: can(actor, 'organisations.import', platform) }
  return c.html(<OrganisationsPage reader={reader} address={address} found={found} counts={counts} parent={parent} may={may} />)
})

interface OrganisationsProps {
  readonly reader: Reader
  readonly address: ListAddress
  readonly found: Slice<Found>
  readonly counts: ReadonlyMap<OrganisationKind, number>
  readonly parent: Organisation | null
  readonly may: { readonly add: boolean; readonly import: boolean }
}

function OrganisationsPage({ reader, address, found, counts, parent, may }: OrganisationsProps) {
  const t = wordsFor(reader, messages)
  return (
    <Page reader={reader} title={t('title')} description={t('lead')} section="organisations" trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')}>
          {(may.add || may.import) && (
            <p class="actions">
              {may.add && (
                <ButtonLink kind="primary" to={paths.newOrganisation}>
                  {t('add')}
                </ButtonLink>
              )}
              {may.import && <ButtonLink to={paths.organisationsImport}>{t('import')}</ButtonLink>}
            </p>
          )}
        </PageHead>
        <FilteredList panel={<Panel address={address} counts={counts} parent={parent} />}>
          {found.items.length > 0 ? <Results address={address} found={found} counts={counts} /> : <Nothing address={address} />}
        </FilteredList>
      </div>
    </Page>
  )
}

function Panel({ address, counts, parent }: Pick<OrganisationsProps, 'address' | 'counts' | 'parent'>) {
  const t = useWords(messages)
  const { da: _, ...first } = address
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const kinds = organisationKinds
    .filter((kind) => counts.has(kind) || kind === address.tipo)
    .map((kind) => ({
      label: t(`kind.${kind}`),
      to: listAt({ ...first, tipo: kind }),
      count: counts.get(kind) ?? 0,
      current: kind === address.tipo,
    }))
  const all = { label: t('allKinds'), to: listAt({ ...first, tipo: undefined }), count: total, current: !address.tipo }
  const chosen = [
    ...(address.q ? [{ label: t('words', { q: address.q }), remove: listAt({ ...first, q: '' }) }] : []),
    ...(address.tipo ? [{ label: t(`kind.${address.tipo}`), remove: listAt({ ...first, tipo: undefined }) }] : []),
    ...(parent ? [{ label: t('removeInside', { name: parent.name }), remove: listAt({ ...first, dentro: undefined }) }] : []),
  ]
  return (
    <FilterPanel
      search={<Search address={address} />}
      groups={[{ title: t('kind'), items: kinds.length > 0 ? [all, ...kinds] : [] }]}
      chosen={chosen}
      clear={paths.organisations}
    />
  )
}

function Search({ address: { q, tipo, dentro } }: { readonly address: ListAddress }) {
  return <SearchForm id="organisation-search" action={paths.organisations} value={q} kept={{ tipo, dentro }} t={useWords(messages)} />
}

function Results({ address, found, counts }: Pick<OrganisationsProps, 'address' | 'found' | 'counts'>) {
  const t = useWords(messages)
  const { da, ...first } = address
  const total = address.tipo ? (counts.get(address.tipo) ?? 0) : [...counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <>
      <Table
        caption={t('caption')}
        captionHidden
        rows={found.items}
        columns={[
          { label: t('name'), rowHeader: true, cell: (one) => <Name found={one} /> },
          { label: t('kind'), selfEvident: true, cell: (one) => t(`kind.${one.kind}`) },
          { label: t('ipaCode'), cell: (one) => one.ipaCode && <code>{one.ipaCode}</code> },
        ]}
      />
      <Pager
        shown={found.items.length}
        total={total}
        next={found.next && listAt({ ...first, da: found.next })}
        first={da ? listAt(first) : null}
      />
    </>
  )
}

function Name({ found }: { readonly found: Found }) {
  const t = useWords(messages)
  return (
    <>
      <Link to={paths.organisation(found.id)}>{found.name}</Link>
      {found.formerName && <small class="quiet">{t('formerly', { name: found.formerName })}</small>}
    </>
  )
}

function Nothing({ address }: { readonly address: ListAddress }) {
  const t = useWords(messages)
  const filtered = address.tipo || address.dentro || address.da
  return (
    <Empty>
      <p>{t(address.q ? 'noneFound' : filtered ? 'noneFoundHere' : 'noneYet')}</p>
      {(address.q || filtered) && (
        <p>
          <Link to={paths.organisations}>{t('showAll')}</Link>
        </p>
      )}
    </Empty>
  )
}
