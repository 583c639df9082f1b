import { paths } from '../../charter/paths.ts'
import { FilterPanel } from '../../ui/filters.tsx'
import { useWords } from '../../ui/reader.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { systemWords } from '../messages/systems.ts'
import { accesses, systemKinds, systemStates } from '../rules/systems.ts'
import type { SystemCounts } from '../store/list.ts'
import { type ListAddress, listAt } from './address.ts'
import type { Place } from './around.ts'

interface PanelProps {
  readonly ecosystem: Place
  readonly address: ListAddress
  readonly counts: SystemCounts
  readonly names: ReadonlyMap<string, string>
}

export function SystemsPanel({ ecosystem: { slug }, address, counts, names }: PanelProps) {
  const t = useWords(systemWords)
  const { da: _, ...first } = address
  const at = (change: Partial<ListAddress>) => listAt(slug, { ...first, ...change })
  const kinds = systemKinds.map((tipo) => ({
    label: t(`kind.${tipo}`),
    to: at({ tipo }),
    count: counts.kinds.get(tipo) ?? 0,
    current: tipo === address.tipo,
  }))
  const states = systemStates.map((stato) => ({
    label: t(`state.${stato}`),
    to: at({ stato }),
    count: counts.states.get(stato) ?? 0,
    current: stato === address.stato,
  }))
  const readers = accesses.map((accesso) => ({
    label: t(`access.${accesso}`),
    to: at({ accesso }),
    count: counts.accesses.get(accesso) ?? 0,
    current: accesso === address.accesso,
  }))
  const national = [{ label: t('nationalOnly'), to: at({ nazionale: 'si' }), count: counts.national, current: address.nazionale === 'si' }]
  const chosen = [
    ...(address.q ? [{ label: t('words', { q: address.q }), remove: at({ q: '' }) }] : []),
    ...(address.tipo ? [{ label: t(`kind.${address.tipo}`), remove: at({ tipo: undefined }) }] : []),
    ...(address.stato ? [{ label: t(`state.${address.stato}`), remove: at({ stato: undefined }) }] : []),
    ...(address.accesso ? [{ label: t(`access.${address.accesso}`), remove: at({ accesso: undefined }) }] : []),
    ...(address.nazionale ? [{ label: t('nationalFilter'), remove: at({ nazionale: undefined }) }] : []),
    ...(address.di ? [{ label: t('of', { name: names.get(address.di) ?? '' }), remove: at({ di: undefined }) }] : []),
  ]
  return (
    <FilterPanel
      search={<Search slug={slug} address={address} />}
      groups={[
        { title: t('kind'), items: kinds },
        { title: t('state'), items: states },
        { title: t('access'), items: readers },
        { title: t('nationalFilter'), items: national },
      ]}
      chosen={chosen}
      clear={paths.systems(slug)}
    />
  )
}

function Search({ slug, address }: { readonly slug: string; readonly address: ListAddress }) {
  const { q, da: _, ...kept } = address
  return <SearchForm id="system-search" action={paths.systems(slug)} value={q} kept={kept} t={useWords(systemWords)} />
}
