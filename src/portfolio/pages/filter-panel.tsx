import { paths } from '../../charter/paths.ts'
import { FilterPanel } from '../../ui/filters.tsx'
import { useWords } from '../../ui/reader.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { projectWords } from '../messages/projects.ts'
import { audiences, projectKinds, projectStates } from '../rules/projects.ts'
import type { ProjectCounts } from '../store/list.ts'
import { type ListAddress, listAt } from './address.ts'
import type { Place } from './around.tsx'

interface PanelProps {
  readonly ecosystem: Place
  readonly address: ListAddress
  readonly counts: ProjectCounts
  readonly names: ReadonlyMap<string, string>
}

export function ProjectsPanel({ ecosystem: { slug }, address, counts, names }: PanelProps) {
  const t = useWords(projectWords)
  const { da: _, ...first } = address
  const at = (change: Partial<ListAddress>) => listAt(slug, { ...first, ...change })
  const kinds = projectKinds.map((tipo) => ({
    label: t(`kind.${tipo}`),
    to: at({ tipo }),
    count: counts.kinds.get(tipo) ?? 0,
    current: tipo === address.tipo,
  }))
  const states = projectStates.map((stato) => ({
    label: t(`state.${stato}`),
    to: at({ stato }),
    count: counts.states.get(stato) ?? 0,
    current: stato === address.stato,
  }))
  const people = audiences.map((per) => ({ label: t(`audience.${per}`), to: at({ per }), current: per === address.per }))
  const needs = (['some', 'none'] as const).map((esigenze) => ({
    label: t(`needs.${esigenze}`),
    to: at({ esigenze }),
    current: esigenze === address.esigenze,
  }))
  const chosen = [
    ...(address.q ? [{ label: t('words', { q: address.q }), remove: at({ q: '' }) }] : []),
    ...(address.tipo ? [{ label: t(`kind.${address.tipo}`), remove: at({ tipo: undefined }) }] : []),
    ...(address.stato ? [{ label: t(`state.${address.stato}`), remove: at({ stato: undefined }) }] : []),
    ...(address.per ? [{ label: t(`audience.${address.per}`), remove: at({ per: undefined }) }] : []),
    ...(address.di ? [{ label: t('of', { name: names.get(address.di) ?? '' }), remove: at({ di: undefined }) }] : []),
    ...(address.esigenze ? [{ label: t(`needs.${address.esigenze}`), remove: at({ esigenze: undefined }) }] : []),
  ]
  return (
    <FilterPanel
      search={<Search slug={slug} address={address} />}
      groups={[
        { title: t('kind'), items: kinds },
        { title: t('state'), items: states },
        { title: t('audience'), items: people },
        { title: t('needsFilter'), items: needs },
      ]}
      chosen={chosen}
      clear={paths.projects(slug)}
    />
  )
}

function Search({ slug, address }: { readonly slug: string; readonly address: ListAddress }) {
  const { q, da: _, ...kept } = address
  return <SearchForm id="project-search" action={paths.projects(slug)} value={q} kept={kept} t={useWords(projectWords)} />
}
