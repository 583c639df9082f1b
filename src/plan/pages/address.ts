import { paths, withQuery } from '../../charter/paths.ts'
import { states } from '../../charter/states.ts'
import { type Day, isLikelyDay } from '../../kernel/day.ts'
import type { Ctx } from '../../platform/http.ts'
import { type Facet, type Filters, facets, type Order, type SortKey, sortKeys } from '../listing.ts'
import { scopes } from '../rules.ts'

/** How a list is asked for: what stands in its address, so that it can be shared as it is. */
export interface Asked {
  readonly edition: string
  readonly filters: Filters
  readonly words: string
  readonly order: Order
  /** Set when the list is asked as of another day than today. */
  readonly on: Day | null
}

export const parameters: Record<Facet, string> = {
  state: 'stato',
  chapter: 'capitolo',
  year: 'anno',
  actor: 'attore',
  area: 'area',
  scope: 'ambito',
}

const orders: Record<SortKey, string> = { code: 'codice', title: 'titolo', due: 'scadenza', state: 'stato' }

const known: Partial<Record<Facet, (value: string) => boolean>> = {
  state: (value) => (states as readonly string[]).includes(value),
  scope: (value) => (scopes as readonly string[]).includes(value),
  year: (value) => /^\d{4}$/.test(value),
}

/** What the address asks. A value that means nothing is left aside, not refused: addresses get mangled on their way. */
export function askedOf(c: Ctx, edition: string): Asked {
  const filters = Object.fromEntries(
    facets.flatMap((facet) => {
      const value = c.req.query(parameters[facet])?.slice(0, 200)
      return value && (known[facet]?.(value) ?? true) ? [[facet, value]] : []
    }),
  )
  const order = c.req.query('ordine') ?? ''
  const by = sortKeys.find((key) => orders[key] === order.replace(/^-/, '')) ?? 'code'
  return {
    edition,
    filters,
    words: (c.req.query('q') ?? '').trim().slice(0, 200),
    order: { by, descending: order.startsWith('-') },
    on: dayAsked(c),
  }
}

/** The day in `?al=`, when it is another than today. */
export function dayAsked(c: Ctx): Day | null {
  const day = c.req.query('al') ?? ''
  return isLikelyDay(day) && day !== c.var.today ? day : null
}

export function addressOf(asked: Asked, path = paths.edition(asked.edition)): string {
  return withQuery(path, queryOf(asked))
}

export function queryOf({ filters, words, order, on }: Asked): Record<string, string | null> {
  const chosen = Object.fromEntries(facets.map((facet) => [parameters[facet], filters[facet] ?? null]))
  const sorted = order.by === 'code' && !order.descending ? null : `${order.descending ? '-' : ''}${orders[order.by]}`
  return { q: words || null, ...chosen, ordine: sorted, al: on }
}

/** The same list with one filter set, or taken off. */
export function filtered(asked: Asked, facet: Facet, value: string | null): Asked {
  const { [facet]: _, ...others } = asked.filters
  return { ...asked, filters: value === null ? others : { ...others, [facet]: value } }
}

/** Sorted by a column; when it is already, the other way round. */
export function sortedBy(asked: Asked, by: SortKey): Asked {
  return { ...asked, order: { by, descending: asked.order.by === by && !asked.order.descending } }
}
