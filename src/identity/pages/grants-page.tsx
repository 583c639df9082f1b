import { paths, withQuery } from '../../charter/paths.ts'
import { grantedRoles } from '../../charter/policy.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Day } from '../../kernel/day.ts'
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
import { grantWords } from '../messages/grants.ts'
import { roleWords } from '../messages/roles.ts'
import { grantStates, type RoleGrant } from '../rules/grants.ts'
import type { ListedGrant } from '../store/grants.ts'
import type { ListAddress } from './grant-address.ts'
import { GrantMark, GrantTerm } from './grant-page.tsx'

export interface GrantsPageProps {
  readonly reader: Reader
  readonly today: Day
  readonly address: ListAddress
  readonly found: Slice<ListedGrant>
  readonly scopeName: (scope: RoleGrant['scope']) => string
}

const listAt = (address: Partial<ListAddress>) => withQuery(paths.grants, address)

export function GrantsPage(props: GrantsPageProps) {
  const { reader, address, found } = props
  const t = wordsFor(reader, grantWords)
  return (
    <Page reader={reader} title={t('title')} trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')}>
          <p class="actions">
            <ButtonLink kind="primary" to={paths.newGrant}>
              {t('add')}
            </ButtonLink>
          </p>
        </PageHead>
        <FilteredList panel={<Panel address={address} />}>
          {found.items.length > 0 ? <Results {...props} /> : <Nothing address={address} />}
        </FilteredList>
      </div>
    </Page>
  )
}

function Panel({ address }: { readonly address: ListAddress }) {
  const t = useWords(grantWords)
  const role = useWords(roleWords)
  const { da: _, ...first } = address
  const { persona, ruolo, stato } = first
  const roles = grantedRoles.map((one) => ({ label: role(`role.${one}`), to: listAt({ ...first, ruolo: one }), current: one === ruolo }))
  const states = grantStates.map((one) => ({ label: t(`state.${one}`), to: listAt({ ...first, stato: one }), current: one === stato }))
  const chosen = [
    ...(persona ? [{ label: `«${persona}»`, remove: listAt({ ...first, persona: '' }) }] : []),
    ...(ruolo ? [{ label: role(`role.${ruolo}`), remove: listAt({ ...first, ruolo: undefined }) }] : []),
    ...(stato ? [{ label: t(`state.${stato}`), remove: listAt({ ...first, stato: undefined }) }] : []),
  ]
  return (
    <FilterPanel
      search={<Search address={first} />}
      groups={[
        { title: t('state'), items: [{ label: t('all'), to: listAt({ ...first, stato: undefined }), current: !stato }, ...states] },
        { title: t('role'), items: [{ label: t('all'), to: listAt({ ...first, ruolo: undefined }), current: !ruolo }, ...roles] },
      ]}
      chosen={chosen}
      clear={paths.grants}
    />
  )
}

function Search({ address: { persona, ruolo, stato } }: { readonly address: Omit<ListAddress, 'da'> }) {
  const asked = { name: 'persona', value: persona, most: 100, kept: { ruolo, stato } }
  return <SearchForm id="grant-search" action={paths.grants} {...asked} t={useWords(grantWords)} />
}

function Results({ today, address, found, scopeName }: GrantsPageProps) {
  const t = useWords(grantWords)
  const role = useWords(roleWords)
  const { da, ...first } = address
  return (
    <>
      <Table
        caption={t('title')}
        captionHidden
        rows={found.items}
        columns={[
          {
            label: t('person'),
            rowHeader: true,
            cell: (grant) => <Link to={paths.grant(grant.id)}>{grant.personName ?? t('erased')}</Link>,
          },
          { label: t('role'), cell: (grant) => role(`role.${grant.role}`) },
          { label: t('scope'), cell: (grant) => scopeName(grant.scope) },
          { label: t('term'), cell: (grant) => <GrantTerm grant={grant} /> },
          { label: t('state'), selfEvident: true, cell: (grant) => <GrantMark grant={grant} today={today} /> },
        ]}
      />
      <Pager shown={found.items.length} next={found.next && listAt({ ...first, da: found.next })} first={da ? listAt(first) : null} />
    </>
  )
}

function Nothing({ address }: { readonly address: ListAddress }) {
  const t = useWords(grantWords)
  const filtered = address.persona || address.ruolo || address.stato || address.da
  return (
    <Empty>
      <p>{t(filtered ? 'none' : 'noneYet')}</p>
      {filtered && (
        <p>
          <Link to={paths.grants}>{t('showAll')}</Link>
        </p>
      )}
    </Empty>
  )
}
