import { paths, withQuery } from '../../charter/paths.ts'
import type { Day } from '../../kernel/day.ts'
import { formatDay } from '../../kernel/words.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FilteredList, FilterPanel } from '../../ui/filters.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { WeightGrid } from '../../ui/weight-grid.tsx'
import type { StakeholderGaps } from '../facts.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import type { Face } from '../people.ts'
import { stakeholderKinds, type Weight, weights } from '../rules/stakeholders.ts'
import type { Cell } from '../store/stakeholders.ts'
import { type Around, trailIn } from './around.ts'
import { addressOf, type MapFilters } from './map-filters.ts'
import { nameOf, Who } from './names.tsx'

interface StakeholdersPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly filters: MapFilters
  readonly cells: readonly Cell[]
  readonly faces: readonly Face[]
  readonly silent: readonly Face[]
  readonly gaps: StakeholderGaps | undefined
  /** When each of those shown was last involved. */
  readonly last: ReadonlyMap<string, Day>
  readonly next: string | null
  readonly first: boolean
  readonly mayAdd: boolean
  readonly done: string | undefined
}

export function StakeholdersPage(props: StakeholdersPageProps) {
  const { reader, around, cells, mayAdd, done } = props
  const t = wordsFor(reader, stakeholderWords)
  const title = t('title', { name: around.name })
  return (
    <Page
      reader={reader}
      title={title}
      description={t('lead')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('stakeholders') })}
    >
      <div class="container">
        <Done words={stakeholderWords} done={done} />
        <PageHead title={title} lead={t('lead')}>
          {mayAdd && (
            <p class="actions">
              <ButtonLink to={paths.newStakeholder(around.slug)} kind="primary">
                {t('add')}
              </ButtonLink>
            </p>
          )}
        </PageHead>
        <GapList {...props} />
        {cells.length > 0 && <Grid {...props} />}
        <List {...props} />
      </div>
    </Page>
  )
}

/** Who has not been heard: the reason why there is a map at all. */
function GapList({ around, gaps, silent }: StakeholdersPageProps) {
  const { lang } = useReader()
  const t = useWords(stakeholderWords)
  if (!gaps) return <></>
  const never = gaps.neverHeard.filter((kind) => t(`never.${kind}`))
  const more = gaps.silent.length - silent.length
  return (
    <Section id="mancano" title={t('gaps')} lead={t('gapsLead')}>
      {never.length + gaps.silent.length === 0 ? (
        <p>
          <StateMark state="done" label={t('noGaps')} />
        </p>
      ) : (
        <ul class="plain gaps">
          {never.map((kind) => (
            <li>
              <StateMark
                state="todo"
                label={<Link to={`${withQuery(paths.stakeholders(around.slug), { tipo: kind })}#elenco`}>{t(`never.${kind}`)}</Link>}
              />
            </li>
          ))}
          {silent.map((face) => {
            const since = gaps.silent.find(({ id }) => id === face.id)?.last
            return (
              <li>
                <StateMark
                  state="late"
                  label={
                    <Link to={paths.stakeholder(face.id)}>
                      {t('silent', { name: nameOf(lang, face), last: since ? formatDay(lang, since) : 'none' })}
                    </Link>
                  }
                />
              </li>
            )
          })}
          {more > 0 && <li>{t('silentMore', { count: more })}</li>}
        </ul>
      )}
    </Section>
  )
}

function Grid({ around, cells, filters }: StakeholdersPageProps) {
  const t = useWords(stakeholderWords)
  return (
    <Section id="mappa" title={t('grid')}>
      <WeightGrid
        caption={t('gridCaption')}
        across={{ label: t('interest'), words: weights.map((weight) => t(`weight.${weight}`)) }}
        up={{ label: t('influence'), words: weights.map((weight) => t(`influence.${weight}`)) }}
        cells={cells.map(({ interest, influence, count }) => ({
          across: interest,
          up: influence,
          count,
          to: `${addressOf(around.slug, { kind: undefined, heard: undefined, interest, influence })}#elenco`,
          label: t('cell', { count, interest: t(`weight.${interest}`), influence: t(`influence.${influence}`) }),
          current: filters.interest === interest && filters.influence === influence,
        }))}
      />
    </Section>
  )
}

function List({ around, filters, faces, last, next, first }: StakeholdersPageProps) {
  const { lang } = useReader()
  const t = useWords(stakeholderWords)
  const to = (change: Partial<MapFilters>) => `${addressOf(around.slug, { ...filters, ...change })}#elenco`
  const filtered = Object.values(filters).some((one) => one !== undefined)
  const chosen = [
    ...(filters.kind ? [{ label: t(`kind.${filters.kind}`), remove: to({ kind: undefined }) }] : []),
    ...(filters.heard === undefined
      ? []
      : [{ label: t(filters.heard ? 'filter.heard' : 'filter.unheard'), remove: to({ heard: undefined }) }]),
    ...(filters.interest
      ? [
          {
            label: t('filter.interest', { weight: t(`weight.${filters.interest as Weight}`) }),
            remove: to({ interest: undefined }),
          },
        ]
      : []),
    ...(filters.influence
      ? [
          {
            label: t('filter.influence', { weight: t(`influence.${filters.influence as Weight}`) }),
            remove: to({ influence: undefined }),
          },
        ]
      : []),
  ]
  const groups = [
    {
      title: t('filterKind'),
      items: stakeholderKinds.map((kind) => ({ label: t(`kind.${kind}`), to: to({ kind }), current: filters.kind === kind })),
    },
    {
      title: t('filterHeard'),
      items: [
        { label: t('filter.heard'), to: to({ heard: true }), current: filters.heard === true },
        { label: t('filter.unheard'), to: to({ heard: false }), current: filters.heard === false },
      ],
    },
  ]
  const empty = faces.length === 0
  if (empty && !filtered)
    return (
      <Empty>
        <p>{t('none')}</p>
      </Empty>
    )
  return (
    <Section id="elenco" title={t('list')}>
      <FilteredList panel={<FilterPanel groups={groups} chosen={chosen} clear={`${paths.stakeholders(around.slug)}#elenco`} />}>
        {empty ? (
          <Empty>
            <p>{t('noneFound')}</p>
          </Empty>
        ) : (
          <Table
            caption={t('listCaption')}
            captionHidden
            rows={faces}
            columns={[
              { label: t('name'), rowHeader: true, cell: (face) => <Who face={face} /> },
              { label: t('kind'), cell: ({ kind }) => t(`kind.${kind}`) },
              {
                label: t('interest'),
                cell: ({ interest }) => (interest ? t(`weight.${interest}`) : <StateMark state="unmeasured" label={t('unweighed')} />),
              },
              { label: t('influence'), cell: ({ influence }) => (influence ? t(`influence.${influence}`) : '') },
              { label: t('involvement'), cell: ({ involvement }) => t(`level.${involvement}`) },
              {
                label: t('last'),
                cell: ({ id }) => {
                  const on = last.get(id)
                  return on ? formatDay(lang, on) : t('never')
                },
              },
            ]}
          />
        )}
        <Pager
          next={next ? withQuery(addressOf(around.slug, filters), { da: next }) : null}
          first={first ? null : addressOf(around.slug, filters)}
          shown={faces.length}
        />
      </FilteredList>
    </Section>
  )
}
