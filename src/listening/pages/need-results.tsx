import { paths } from '../../charter/paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { FilterPanel } from '../../ui/filters.tsx'
import { Link } from '../../ui/link.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useWords } from '../../ui/reader.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { needWords } from '../messages/needs.ts'
import { codeOf, degrees, markOfNeed, needStates, sourceKinds, stateOfNeed, voiceKinds } from '../rules/needs.ts'
import { type NeedAddress, needsAt, sortedBy } from './need-address.ts'
import type { NeedsPageProps } from './need-list-props.ts'

type Panel = Pick<NeedsPageProps, 'ecosystem' | 'address' | 'counts' | 'states'>

export function NeedPanel({ ecosystem: { slug }, address, counts, states }: Panel) {
  const t = useWords(needWords)
  const { da: _, ...here } = address
  const at = (more: Partial<NeedAddress>) => needsAt(slug, { ...here, ...more })
  const sum = (of: ReadonlyMap<unknown, number>) => [...of.values()].reduce((total, n) => total + n, 0)
  const groups = [
    {
      title: t('state'),
      items: [
        { label: t('allStates'), to: at({ stato: undefined }), count: states.all, current: !address.stato },
        ...needStates.map((state) => ({
          label: t(`state.${state}`),
          to: at({ stato: state }),
          count: states[state],
          current: address.stato === state,
        })),
      ],
    },
    {
      title: t('voiceKind'),
      items: [
        { label: t('all'), to: at({ voce: undefined }), count: sum(counts.voice), current: !address.voce },
        ...voiceKinds.map((kind) => ({
          label: t(`voice.${kind}`),
          to: at({ voce: kind }),
          count: counts.voice.get(kind) ?? 0,
          current: address.voce === kind,
        })),
      ],
    },
    {
      title: t('source'),
      items: [
        { label: t('all'), to: at({ origine: undefined }), count: sum(counts.source), current: !address.origine },
        ...sourceKinds
          .filter((kind) => counts.source.has(kind) || address.origine === kind)
          .map((kind) => ({
            label: t(`source.${kind}`),
            to: at({ origine: kind }),
            count: counts.source.get(kind) ?? 0,
            current: address.origine === kind,
          })),
      ],
    },
    {
      title: t('severity'),
      items: [
        { label: t('all'), to: at({ peso: undefined }), count: sum(counts.severity), current: !address.peso },
        ...degrees.map((degree) => ({
          label: t(`severity.${degree}`),
          to: at({ peso: degree }),
          count: counts.severity.get(degree) ?? 0,
          current: address.peso === degree,
        })),
      ],
    },
  ]
  return (
    <FilterPanel
      search={<Search slug={slug} address={address} />}
      groups={groups}
      chosen={useChosen(slug, address)}
      clear={paths.needs(slug)}
    />
  )
}

function useChosen(slug: string, { da: _, ...here }: NeedAddress) {
  const t = useWords(needWords)
  const without = (more: Partial<NeedAddress>) => needsAt(slug, { ...here, ...more })
  const { q, stato, voce, origine, peso } = here
  return [
    ...(q ? [{ label: t('words', { q }), remove: without({ q: '' }) }] : []),
    ...(stato ? [{ label: t(`state.${stato}`), remove: without({ stato: undefined }) }] : []),
    ...(voce ? [{ label: t(`voice.${voce}`), remove: without({ voce: undefined }) }] : []),
    ...(origine ? [{ label: t(`source.${origine}`), remove: without({ origine: undefined }) }] : []),
    ...(peso ? [{ label: t(`severity.${peso as 1}`), remove: without({ peso: undefined }) }] : []),
  ]
}

function Search({ slug, address }: { readonly slug: string; readonly address: NeedAddress }) {
  const { q, da: _, ...kept } = address
  return <SearchForm id="need-search" action={paths.needs(slug)} value={q} kept={kept} t={useWords(needWords)} />
}

type Results = Pick<NeedsPageProps, 'ecosystem' | 'address' | 'counts' | 'found' | 'coverage'>

export function NeedResults({ ecosystem: { slug }, address, counts, found, coverage }: Results) {
  const t = useWords(needWords)
  const { da, ...here } = address
  if (found.items.length === 0) return <Nothing slug={slug} filtered={Object.values(address).some(Boolean)} />
  const sort = (by: 'number' | 'severity') => {
    const { now, next } = sortedBy(address, by)
    return { now, to: needsAt(slug, next) }
  }
  return (
    <>
      <Table
        caption={t('needs')}
        captionHidden
        rows={found.items}
        columns={[
          { label: t('code'), sort: sort('number'), cell: (need) => <span class="nb">{codeOf(need)}</span> },
          { label: t('statement'), rowHeader: true, cell: (need) => <Link to={paths.need(need.id)}>{need.statement}</Link> },
          { label: t('voiceKind'), cell: ({ voiceKind }) => t(`voice.${voiceKind}`) },
          { label: t('severity'), sort: sort('severity'), cell: ({ severity }) => t(`severity.${severity ?? 0}`) },
          {
            label: t('state'),
            selfEvident: true,
            cell: (need) => {
              const state = stateOfNeed(need, coverage.get(need.id) ?? [])
              return <StateMark state={markOfNeed[state]} label={t(`state.${state}`)} />
            },
          },
        ]}
      />
      <Pager
        shown={found.items.length}
        total={counts.total}
        next={found.next && needsAt(slug, { ...here, da: found.next })}
        first={da ? needsAt(slug, here) : null}
      />
      <p class="more">
        <Link to={needsAt(slug, here, paths.needsCsv(slug))}>{t('csv')}</Link>
      </p>
    </>
  )
}

function Nothing({ slug, filtered }: { readonly slug: string; readonly filtered: boolean }) {
  const t = useWords(needWords)
  return (
    <Empty>
      <p>{t(filtered ? 'noneFound' : 'noneYet')}</p>
      {filtered && (
        <p>
          <Link to={paths.needs(slug)}>{t('showAll')}</Link>
        </p>
      )}
    </Empty>
  )
}
