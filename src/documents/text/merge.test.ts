import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Block, DraftBlock } from '../rules/blocks.ts'
import { type Base, blockFrom, mergeSection } from './merge.ts'

const block = (kind: 'heading' | 'paragraph', level: number, source: string): DraftBlock =>
  blockFrom({ kind, level, source, data: {} }, newId<'block'>(), 1)
const p = (source: string) => block('paragraph', 0, source)
const h = (level: number, source: string) => block('heading', level, source)
const sources = (blocks: readonly Block[]) => blocks.map(({ source }) => source)

describe('two people who write in one section', () => {
  const heading = h(1, 'A')
  const [one, two] = [p('uno'), p('due')] as [DraftBlock, DraftBlock]
  const current = [heading, one, two, h(1, 'B')]
  const base = new Map<string, Base>([heading, one, two].map((each) => [each.id, { ...each, removed: false }]))
  const send = (...blocks: DraftBlock[]) =>
    blocks.map(({ id, kind, level, source, data }) => ({ id: id as string | null, kind, level, source, data }))
  const rewrite = (block: DraftBlock, source: string, revision = 2): DraftBlock => ({ ...block, source, text: source, revision })

  test('both keep what they wrote when they wrote in different blocks', () => {
    const { after, clashes } = mergeSection(
      [heading, rewrite(one, 'UNO'), two, current[3] as DraftBlock],
      heading.id,
      base,
      send(heading, one, rewrite(two, 'DUE')),
    )
    expect(clashes).toEqual([])
    expect(sources(after)).toEqual(['A', 'UNO', 'DUE', 'B'])
    expect(after.map(({ revision }) => revision)).toEqual([1, 2, 2, 1])
  })

  test('are told when they wrote in the same block, with both texts', () => {
    const { clashes } = mergeSection([heading, rewrite(one, 'loro'), two], heading.id, base, send(heading, rewrite(one, 'mio'), two))
    expect(clashes).toMatchObject([{ id: one.id, mine: { source: 'mio' }, theirs: { source: 'loro' } }])
  })

  test('are not told when they wrote the same', () => {
    expect(
      mergeSection([heading, rewrite(one, 'ugual'), two], heading.id, base, send(heading, rewrite(one, 'ugual'), two)).clashes,
    ).toEqual([])
  })

  test('what one adds stays when the other saves, after the block that it follows', () => {
    const added = p('aggiunto')
    const { after } = mergeSection([heading, one, added, two], heading.id, base, send(heading, two, one))
    expect(sources(after)).toEqual(['A', 'due', 'uno', 'aggiunto'])
  })

  test('what one removes and the other changes is a clash; what nobody changed is simply gone', () => {
    expect(mergeSection([heading, two], heading.id, base, send(heading, rewrite(one, 'mio'), two)).clashes).toMatchObject([
      { theirs: null },
    ])
    expect(mergeSection([heading, rewrite(one, 'loro'), two], heading.id, base, send(heading, two)).clashes).toMatchObject([{ mine: null }])
    expect(sources(mergeSection(current, heading.id, base, send(heading, two)).after)).toEqual(['A', 'due', 'B'])
  })

  test('a heading added in the middle by one does not hide the rest from the other', () => {
    const { after, clashes } = mergeSection([heading, one, h(2, 'nuovo'), two], heading.id, base, send(heading, one, rewrite(two, 'DUE')))
    expect([clashes, sources(after)]).toEqual([[], ['A', 'uno', 'nuovo', 'DUE']])
  })

  test('what one moves to another section stays there, with what the other wrote in it meanwhile', () => {
    const [next, last] = [current[3] as DraftBlock, p('fondo')]
    const moved = [heading, one, next, last, two]
    const added = { ...p('dopo'), id: null as unknown as DraftBlock['id'] }
    const written = mergeSection(moved, heading.id, base, send(heading, added, rewrite(one, 'UNO'), rewrite(two, 'DUE')))
    expect([written.clashes, sources(written.after)]).toEqual([[], ['A', 'dopo', 'UNO', 'B', 'fondo', 'DUE']])
    expect(written.after.at(-1)?.id).toBe(two.id)
    expect(sources(mergeSection(moved, heading.id, base, send(heading, two, one)).after)).toEqual(sources(moved))
    expect(sources(mergeSection(moved, heading.id, base, send(heading, one)).after)).toEqual(['A', 'uno', 'B', 'fondo'])
    const both = mergeSection([heading, one, next, rewrite(two, 'loro')], heading.id, base, send(heading, one, rewrite(two, 'mio')))
    expect(both.clashes).toMatchObject([{ id: two.id, mine: { source: 'mio' }, theirs: { source: 'loro' } }])
  })

  test('a block sent twice, or of another section, is refused; a section without its heading is told', () => {
    expect(() => mergeSection(current, heading.id, base, send(heading, one, one))).toThrow('block-not-of-this-section')
    expect(() => mergeSection(current, heading.id, base, send(current[3] as DraftBlock))).toThrow('block-not-of-this-section')
    expect(() => mergeSection([one], heading.id, base, send(one))).toThrow('section-gone')
  })
})
