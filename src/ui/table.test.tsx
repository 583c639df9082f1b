import { expect, test } from 'vitest'
import { Table } from './table.tsx'
import { drawn } from './test-reader.tsx'

const table = (now: 'ascending' | 'none') =>
  drawn(
    <Table
      caption="Azioni"
      rows={[{ code: 'LA51', due: 'dicembre 2019' }]}
      columns={[
        { label: 'Codice', rowHeader: true, cell: ({ code }) => code },
        { label: 'Scadenza', sort: { to: '?ordina=-scadenza', now }, cell: ({ due }) => due },
      ]}
    />,
  )

test('the sorted column says its order by aria-sort, by a shape and in words', () => {
  expect(table('ascending')).toContain(
    '<th scope="col" aria-sort="ascending"><a href="?ordina=-scadenza">Scadenza <span aria-hidden="true">▲</span>',
  )
  expect(table('ascending')).toContain('Ordinata per Scadenza, crescente ▲.</caption>')
  expect(table('none')).toContain('aria-sort="none"')
  expect(table('none')).not.toContain('Ordinata')
})

test('each row is named by its header, and each cell can say its label on a phone', () => {
  expect(table('none')).toContain('<tr><th scope="row">LA51</th><td data-label="Scadenza">dicembre 2019</td></tr>')
})
