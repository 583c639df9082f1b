import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'
import { sample, sampleAction } from './sample.ts'

const read = (text: string, others: Record<string, string> = {}) => readPlan(sample(text, others))
const told = (text: string, others: Record<string, string> = {}) =>
  read(text, others).refused.map(({ line, directive, reason }) => [line, directive, reason])

test.each([
  ['.. raw:: html\n\n   <script>segreto</script>\n', 'raw', 'forbidden'],
  ['.. raw:: html\n   :file: segreto.txt\n', 'raw', 'forbidden'],
  ['.. |x| raw:: html\n   segreto\n', 'raw', 'forbidden'],
  ['.. include:: /etc/segreto\n', 'include', 'outside'],
  ['.. include:: ../segreto.txt\n', 'include', 'outside'],
  ['.. include:: <isonum.txt>\n', 'include', 'outside'],
  ['.. include:: file:///etc/segreto\n', 'include', 'remote'],
  ['.. include:: manca.txt\n', 'include', 'missing'],
  ['.. include:: dentro.txt\n   :literal:\n', 'include', 'options'],
  ['.. literalinclude:: dentro.txt\n', 'literalinclude', 'forbidden'],
  ['.. csv-table:: T\n   :url: http://esempio.it/segreto.csv\n', 'csv-table', 'remote'],
  ['.. csv-table:: T\n   :file: http://esempio.it/segreto.csv\n', 'csv-table', 'remote'],
  ['.. csv-table:: T\n   :file: ../segreto.csv\n', 'csv-table', 'outside'],
  ['.. csv-table:: T\n\n   "segreto\n', 'csv-table', 'unreadable'],
  ['.. image:: http://esempio.it/segreto.png\n   :alt: Una figura\n', 'image', 'remote'],
  ['.. figure:: file:///etc/segreto.png\n', 'figure', 'remote'],
  ['.. figure:: /etc/segreto.png\n', 'figure', 'outside'],
  ['.. figure:: segreto.php\n', 'figure', 'unknown'],
  ['.. eseguire:: segreto\n', 'eseguire', 'unknown'],
])('%j is told and not followed', (text, directive, reason) => {
  const plan = read(text, { 'dentro.txt': 'segreto' })
  expect(plan.refused).toEqual([{ file: '01_prova.rst', line: 4, directive, reason }])
  if (directive !== 'eseguire') expect(JSON.stringify(plan.chapters)).not.toContain('segreto')
})

test('a refused picture keeps its description', () => {
  expect(read('.. image:: //esempio.it/x.png\n   :alt: Una figura\n').chapters[0]?.blocks[0]).toMatchObject({
    kind: 'figure',
    path: null,
    alt: 'Una figura',
  })
})

test('a file of the folder is included where it is named, and keeps its own lines', () => {
  const plan = read('Prima.\n\n.. include:: parti/azione.txt\n\nDopo.\n', { 'parti/azione.txt': `\n${sampleAction('LA01')}` })
  expect(plan.actions[0]).toMatchObject({ file: 'parti/azione.txt', line: 2, readMore: { chapter: 'prova' } })
  expect(plan.chapters).toHaveLength(1)
  expect(plan.refused).toEqual([])
})

test('a table of the folder is taken in', () => {
  expect(read('.. csv-table:: T\n   :file: dati/t.csv\n', { 'dati/t.csv': 'a,b\nc,d\n' }).chapters[0]?.blocks[0]).toMatchObject({
    kind: 'table',
    body: [{}, {}],
  })
})

test('files that include each other, or too deep, are told', () => {
  expect(told('.. include:: a.txt\n', { 'a.txt': '.. include:: 01_prova.rst\n' })).toEqual([[1, 'include', 'circular']])
  const chain = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, `.. include:: ${i + 1}.txt\n`]))
  expect(told('.. include:: 0.txt\n', chain)).toEqual([[1, 'include', 'too-deep']])
})

test('files that include others many times over are refused before they fill the memory', () => {
  const chain = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}.txt`, `.. include:: ${i + 1}.txt\n`.repeat(50)]))
  expect(() => read('.. include:: 0.txt\n', { ...chain, '7.txt': 'x' })).toThrow('rst-too-long')
})
