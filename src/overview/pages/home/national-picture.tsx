import { paths, withQuery } from '../../../charter/paths.ts'
import { phases } from '../../../charter/phases.ts'
import { phaseName } from '../../../ecosystems/index.ts'
import { Empty } from '../../../ui/empty.tsx'
import { FilterPills } from '../../../ui/filters.tsx'
import { Link } from '../../../ui/link.tsx'
import { Picture, type PictureCell } from '../../../ui/picture.tsx'
import { useFormats, useReader, useWords } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Sort } from '../../../ui/sort.tsx'
import { missingFirst } from '../../gaps.ts'
import { homeWords } from '../../messages/home.ts'
import { type Cell, type Filter, filtered, filters, type Order, type Row, type SortKey, sorted } from '../../rules/picture.ts'
import type { Home } from './gather.ts'

interface Asked {
  readonly filter: Filter | null
  readonly order: Order | null
}

function addressOf({ filter, order }: Asked): string {
  const ordina = order && `${order.descending ? '-' : ''}${order.by}`
  return `${withQuery(paths.home, { filtro: filter, ordina })}#quadro`
}

/** A column sorts one way, and once it does, the other. */
function sortBy(by: SortKey, { filter, order }: Asked): Sort {
  const now = order?.by === by ? (order.descending ? 'descending' : 'ascending') : 'none'
  return { now, to: addressOf({ filter, order: { by, descending: now === 'ascending' } }) }
}

/** Ecosystems by phases: each row opens its ecosystem, each cell its gate. */
export function NationalPicture({ home }: { readonly home: Home }) {
  const { lang, today } = useReader()
  const { day } = useFormats()
  const t = useWords(homeWords)
  const { rows, filter, order } = home
  const shown = sorted(filtered(rows, filter), order)
  return (
    <Section id="quadro" title={t('picture')} lead={t('pictureLead')} band="plain">
      {rows.length === 0 ? (
        <Empty>
          <p>{t('nobody')}</p>
        </Empty>
      ) : (
        <>
          <Pills rows={rows} filter={filter} order={order} />
          {shown.length > 0 ? (
            <Picture
              caption={`${t('caption', { day: day(today) })}${order ? '' : ` ${t('captionFirst')}`}`}
              columns={[
                { label: t('ecosystem'), sort: sortBy('nome', home) },
                ...phases.map((phase) => ({ label: phaseName(lang, phase), sort: sortBy(phase, home) })),
              ]}
              rows={shown.map((row) => ({ ...headOf(row), cells: row.cells.map((cell) => cellOf(row, cell)) }))}
            />
          ) : (
            <Empty>
              <p>{t('nobodyHere')}</p>
              <p>
                <Link to={addressOf({ filter: null, order })}>{t('showAll')}</Link>
              </p>
            </Empty>
          )}
        </>
      )}
    </Section>
  )

  function headOf({ ecosystem, name }: Row) {
    const leads = ecosystem.leads.map((lead) => lead.name)
    return {
      name,
      to: paths.ecosystem(ecosystem.slug),
      priority: ecosystem.priority,
      small: leads.length > 0 ? leads.join(', ') : t('noLead'),
    }
  }

  function cellOf({ ecosystem }: Row, { phase, state, daysLate }: Cell): PictureCell {
    return { to: paths.gate(ecosystem.slug, phase), state, days: daysLate, text: detailOf(ecosystem, phase, state) }
  }

  /** When it was concluded; what is missing first; or when it should begin. */
  function detailOf({ id, phases: runs }: Row['ecosystem'], phase: Cell['phase'], state: Cell['state']): string | undefined {
    const { startedOn, concludedOn, derogationReason, expected } = runs[phase]
    if (concludedOn) return derogationReason ? t('derogated', { month: day(concludedOn, 'month') }) : day(concludedOn, 'month')
    if (!startedOn) return state === 'late' ? t('notStarted') : expected ? t('from', { month: day(expected.on, 'month') }) : undefined
    const condition = missingFirst(lang, home.gaps, id, phase)
    return condition ? t('missing', { condition }) : undefined
  }
}

function Pills({ rows, filter, order }: Asked & { readonly rows: readonly Row[] }) {
  const t = useWords(homeWords)
  const pill = (one: Filter | null, label: string) => ({
    label,
    to: addressOf({ filter: one, order }),
    count: filtered(rows, one).length,
    current: filter === one,
  })
  return <FilterPills label={t('filter')} items={[pill(null, t('all')), ...filters.map((one) => pill(one, t(`filter.${one}`)))]} />
}
