import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../kernel/problem.ts'
import { readPublishedPage } from './published-page.ts'
import { readPlan } from './read-plan.ts'
import { sample, sampleAction } from './sample.ts'

/** The problem's slug, or 'read'. Any other error fails the test. */
function outcome(text: string): string {
  try {
    readPlan(sample(text, { 'altro.rst': text }))
    return 'read'
  } catch (error) {
    if (error instanceof Problem) return error.kind.slug
    throw error
  }
}

const many = (text: string, count: number) => text.repeat(count)

test.each([
  ['lists within lists', Array.from({ length: 300 }, (_, i) => `${many('  ', i)}- x`).join('\n\n')],
  ['quotes within quotes', Array.from({ length: 1000 }, (_, i) => `${many('  ', i)}x`).join('\n\n')],
  ['a huge line', many('a ', 500_000)],
  ['emphasis that never ends', many('*a ', 20_000)],
  ['emphasis over many lines', many('*a\n', 20_000)],
  ['links that never end', many('`a <', 10_000)],
  ['brackets', many('[', 20_000)],
  ['titles without end', many('Titolo\n======\n', 5_000)],
  ['targets without end', many('.. _a:\n', 5_000)],
  ['a grid without end', many(`+${many('-+', 100)}\n|${many('a|', 100)}\n`, 300)],
])('%s are refused at once', (_, text) => {
  const begun = performance.now()
  expect(outcome(text)).toMatch(/^rst-too-(?:intricate|long)$/)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test.each([
  ['no text', ''],
  ['a broken grid', '+---+---+\n| a | b\n+---+'],
  [
    'directives without arguments',
    '.. figure::\n\n.. image::\n\n.. table::\n\n.. csv-table::\n\n.. include::\n\n.. rubric::\n\n.. list-table::\n\n',
  ],
  ['titles of punctuation', '=\n=\n=\n\n--\n--\n'],
  ['references to nothing', '|x| x_ `y`__ [1]_ [#]_ [*]_ [CIT]_ :ref:`z` :doc:`w`'],
  ['fields without an action', '**Tempi**\n  In corso\n'],
  ['an action without fields', '.. rubric:: **LA01 - Vuota**\n'],
  ['very many paragraphs', many('x\n\n', 5_000)],
])('%s are read', (_, text) => {
  expect(outcome(text)).toBe('read')
})

test('line ends, byte order marks and half characters change nothing but themselves', () => {
  const text = sampleAction('LA01')
  const plain = JSON.stringify(readPlan(sample(text)))
  const dressed = new Map([...sample(text)].map(([file, content]) => [file, `\uFEFF${content.replaceAll('\n', '\r\n')}`]))
  expect(JSON.stringify(readPlan(dressed))).toBe(plain)
})

test('NUL and lone surrogates never come out', () => {
  const said = JSON.stringify(
    readPlan(sample(`Un\u0000o \uD800due\uDC00.\n\n.. \uD800: x\n\n${sampleAction('LA01', { attori: 'A\u0000\uDFFF' })}`)),
  )
  expect(said).not.toMatch(/\\u0000|\\ud[89a-f]/i)
})

test('names of the language’s own objects are only names', () => {
  const acronyms = 'Acronimi\n========\n\n__proto__\n  a\n\nconstructor\n  b\n'
  const plan = readPlan(sample(sampleAction('LA01', { attori: 'constructor, __proto__, toString' }), { 'acronimi.rst': acronyms }))
  expect(plan.actions[0]?.actors).toHaveLength(3)
})

const fragment = fc.constantFrom(
  '.. ',
  'rubric',
  '::',
  ' ',
  '\n',
  '\n\n',
  '  ',
  '**',
  '*',
  '`',
  '``',
  '_',
  '__',
  '|',
  '+',
  '---',
  '===',
  '- ',
  '1. ',
  ':ref:',
  '<la01>',
  'LA01 - ',
  'Tempi',
  'Risultati',
  '(giugno 2020)',
  'Attori',
  ', ',
  ' e ',
  'Nel breve periodo',
  'include',
  'figure',
  'csv-table',
  'admonition',
  '[1]',
  '.. [1] ',
  '\t',
  '\u0000',
  '\uD800',
  'à',
  '’',
  '“',
  'x',
  '+--+--+\n|a |b |\n+--+--+\n',
)

test('no arrangement of the language’s pieces raises anything but a problem', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 60 }), (pieces) =>
      ['read', 'rst-unreadable', 'rst-too-intricate'].includes(outcome(pieces.join(''))),
    ),
    { numRuns: 400, seed: 7 },
  )
})

test('no text raises anything as a published page', () => {
  const line = fc.constantFrom(
    '51 Titolo',
    'Tempi:',
    'Da gennaio 2020',
    'Attori:',
    'A - B',
    'Risultati:',
    '• Uno (giugno 2020).',
    'Aree di intervento:',
    '',
    '\u0000',
    '\uD800',
    '999 X',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) =>
      readPublishedPage(lines.join('\n')).actions.every(({ code }) => /^LA\d+$/.test(code)),
    ),
    { numRuns: 300, seed: 7 },
  )
  const begun = performance.now()
  readPublishedPage(many('1 A\nTempi:\n', 100_000))
  expect(performance.now() - begun).toBeLessThan(5_000)
})
