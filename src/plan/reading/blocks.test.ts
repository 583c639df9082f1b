import { expect, test } from 'vitest'
import { plainBlocks } from './plain.ts'
import { readPlan } from './read-plan.ts'
import { sample } from './sample.ts'
import type { Block } from './source.ts'
import { everyBlock } from './walk.ts'

const blocksOf = (text: string, others: Record<string, string> = {}) => readPlan(sample(text, others)).chapters[0]?.blocks ?? []
const only = <Kind extends Block['kind']>(text: string, kind: Kind) =>
  everyBlock({ blocks: blocksOf(text), sections: [] }).find((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)

test('inline markup is reduced to words, emphasis and safe links', () => {
  expect(
    only(
      'Un *poco*, **molto**, “*fra virgolette*”, ``codice``, AP_IT, `qui <https://esempio.it/a\nb>`__ e `là <javascript:alert(1)>`__.\n',
      'paragraph',
    )?.text,
  ).toEqual([
    { kind: 'text', text: 'Un ' },
    { kind: 'emphasis', text: 'poco' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'molto' },
    { kind: 'text', text: ', “' },
    { kind: 'emphasis', text: 'fra virgolette' },
    { kind: 'text', text: '”, ' },
    { kind: 'code', text: 'codice' },
    { kind: 'text', text: ', AP_IT, ' },
    { kind: 'link', text: 'qui', url: 'https://esempio.it/ab' },
    { kind: 'text', text: ' e là.' },
  ])
})

test('references to actions and chapters are kept as such', () => {
  const { chapters } = readPlan(
    sample('Si veda :ref:`LA02 <la02>` e :doc:`oltre <02_b>`, :ref:`fig. 1 <x>`.\n', { '02_b.rst': 'B\n=\n\nx\n' }),
  )
  expect(chapters[0]?.blocks[0]).toMatchObject({
    text: [
      { kind: 'text' },
      { kind: 'action', code: 'LA02' },
      { kind: 'text' },
      { kind: 'chapter', text: 'oltre', slug: 'b' },
      { text: ', fig. 1.' },
    ],
  })
})

test('notes, lists, quotes, literal text, footnotes and tables keep their shape', () => {
  expect(only('.. admonition:: Un *titolo*\n   che prosegue\n\n   Testo.\n', 'note')).toMatchObject({
    title: [{ text: 'Un ' }, { text: 'titolo' }, { text: ' che prosegue' }],
    blocks: [{ kind: 'paragraph' }],
  })
  expect(only('1. uno\n2. due\n\n   - dentro\n', 'list')).toMatchObject({
    ordered: true,
    items: [[{}], [{}, { kind: 'list', ordered: false }]],
  })
  expect(only('Ecco::\n\n  a <b>\n    c\n', 'literal')?.text).toBe('a <b>\n  c')
  expect(only('.. [1] Una nota.\n', 'footnote')).toMatchObject({ label: '1' })
  expect(only('.. list-table:: T\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n     - d\n', 'table')).toMatchObject({
    head: [{ cells: [{}, {}] }],
    body: [{ cells: [{}, {}] }],
  })
  expect(only('.. csv-table:: T\n   :header: a, b\n\n   "c, d", e\n', 'table')).toMatchObject({
    head: [{}],
    body: [{ cells: [{ blocks: [{ text: [{ text: 'c, d' }] }] }, {}] }],
  })
})

test('a grid whose bars are out of line keeps its cells', () => {
  const table = only('+-----+-----+\n| uno | due |\n+=====+=====+\n| un testo lungo | tre |\n| e poi | quattro |\n+-----+-----+\n', 'table')
  expect(table?.body.map((row) => row.cells.map((cell) => plainBlocks(cell.blocks)))).toEqual([['un testo lungo e poi', 'tre quattro']])
})

test('a figure keeps its words and, inside the folder, its path', () => {
  expect(only('.. figure:: media/a.png\n   :alt: Una figura\n         descritta\n\n   La *didascalia*\n', 'figure')).toMatchObject({
    path: 'media/a.png',
    alt: 'Una figura descritta',
    caption: [{ text: 'La ' }, { kind: 'emphasis' }],
  })
})
