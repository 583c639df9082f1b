import { Problem } from '../../kernel/problem.ts'
import type { FormValues } from '../../platform/form.ts'
import { valueOf, valuesOf } from '../../ui/form.tsx'
import type { SectionInput } from '../actions/write.ts'
import { abouts, type BlockData, type BlockKind, blockKinds, type DraftBlock, places, type Reference } from '../rules/blocks.ts'
import { formCutShort, mustFitAForm } from '../rules/windows.ts'

/** A block in the form of its section: all as it was typed. */
export interface Row {
  readonly id: string
  readonly kind: BlockKind
  readonly level: number
  readonly source: string
  readonly data: BlockData
  /** The words typed to search for something to refer to. */
  readonly search: string
}

export interface SectionRows {
  readonly rows: readonly Row[]
  /** The blocks that whoever writes began from: 'id:revision'. */
  readonly base: string
}

export const rowOf = ({ id, kind, level, source, data }: DraftBlock): Row => ({ id, kind, level, source, data, search: '' })

export const rowsOf = (blocks: readonly DraftBlock[]): SectionRows => ({
  rows: blocks.map(rowOf),
  base: blocks.map(({ id, revision }) => `${id}:${revision}`).join(' '),
})

export const newRow = (kind: BlockKind = 'paragraph'): Row => ({
  id: '',
  kind,
  level: kind === 'heading' ? 1 : 0,
  source: '',
  data: {},
  search: '',
})

const oneOf = <Item extends string>(items: readonly Item[], value: string, usual: Item): Item =>
  (items as readonly string[]).includes(value) ? (value as Item) : usual

/** What the form holds, whatever a browser, or somebody instead of it, sent. A block missing from it would be a block removed. */
export function readRows(values: FormValues): SectionRows {
  const count = Math.max(0, Math.trunc(Number(valueOf(values, 'count'))) || 0)
  mustFitAForm(count)
  if (Array.from({ length: count }, (_, at) => values[`id-${at}`]).includes(undefined)) throw new Problem(formCutShort)
  const rows = Array.from({ length: count }, (_, at): Row => {
    const field = (name: string) => valueOf(values, `${name}-${at}`)
    const kind = oneOf(blockKinds, field('kind'), 'paragraph')
    const level = Math.trunc(Number(field('level'))) || (kind === 'heading' || kind === 'list-item' ? 1 : 0)
    return {
      id: field('id'),
      kind,
      level: kind === 'heading' || kind === 'list-item' ? level : 0,
      source: field('source').replace(/\r\n?/g, '\n'),
      data: dataFrom(kind, field, refsFrom(valuesOf(values, `refs-${at}`))),
      search: field('search'),
    }
  })
  return { rows, base: valueOf(values, 'base') }
}

function dataFrom(kind: BlockKind, field: (name: string) => string, refs: readonly Reference[]): BlockData {
  const own: Partial<Record<BlockKind, BlockData>> = {
    'list-item': field('ordered') === 'yes' ? { ordered: true } : {},
    'perimeter-item': {
      place: oneOf(places, field('place'), 'inside'),
      about: oneOf(abouts, field('about'), 'subjects'),
      ...(field('ecosystemId') ? { ecosystemId: field('ecosystemId') } : {}),
    },
    figure: { fileId: field('fileId'), alt: field('alt') },
    footnote: field('label') ? { label: field('label') } : {},
  }
  return { ...own[kind], ...(refs.length > 0 ? { refs } : {}) }
}

function refsFrom(ticked: readonly string[]): Reference[] {
  return ticked.flatMap((one) => {
    const [kind = '', id = ''] = one.split(':')
    return kind && id ? [{ kind, id }] : []
  })
}

/** Two blocks of running text can become one. */
export const joins = (one: Row | undefined, two: Row | undefined): boolean =>
  [one, two].every((row) => row && !['heading', 'table', 'figure'].includes(row.kind))

function joined(one: Row, two: Row): Row {
  const source = [one.source.trim(), two.source.trim()].filter(Boolean).join(' ')
  const refs = [...(one.data.refs ?? []), ...(two.data.refs ?? [])].filter(
    (ref, at, all) => all.findIndex(({ kind, id }) => kind === ref.kind && id === ref.id) === at,
  )
  return { ...one, id: one.id || two.id, source, data: { ...one.data, ...(refs.length > 0 ? { refs } : {}) } }
}

/** What one of the plain buttons does: 'up-3', 'down-3', 'join-3' (with the one above), 'remove-3', 'add-3', 'add-first'. Anything else only draws the form again. */
export function rearranged({ rows, base }: SectionRows, act: string): SectionRows {
  const [what, where = ''] = act.split('-')
  const at = Number(where)
  const list = [...rows]
  if (what === 'add') {
    const follows = where === 'first' ? -1 : at
    const like = list[follows]?.kind
    list.splice(follows + 1, 0, newRow(like && like !== 'heading' && like !== 'figure' && like !== 'table' ? like : 'paragraph'))
  }
  if (what === 'remove') list.splice(at, 1)
  const [above, below] = [list[at - 1], list[at]]
  if (what === 'join' && above && below && joins(above, below)) list.splice(at - 1, 2, joined(above, below))
  const other = what === 'up' ? at - 1 : what === 'down' ? at + 1 : at
  const [one, two] = [list[at], list[other]]
  if (what === 'up' || what === 'down') if (one && two) [list[at], list[other]] = [two, one]
  return { rows: list, base }
}

/** As the action takes it. What was left empty is left out: it was added and never written. */
export function inputFrom({ rows, base }: SectionRows): SectionInput {
  return {
    base: base.split(' ').flatMap((pair) => {
      const [id = '', revision = ''] = pair.split(':')
      return id && Number(revision) >= 1 ? [{ id, revision: Math.trunc(Number(revision)) }] : []
    }),
    blocks: rows
      .filter(({ id, source, kind }) => id !== '' || source.trim() !== '' || kind === 'figure')
      .map(({ id, kind, level, source, data }) => ({ id: id || null, kind, level, source, data: { ...data } })),
  }
}
