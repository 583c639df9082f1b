import { expect, test } from 'vitest'
import { plainBlocks } from './plain.ts'
import { readPublishedPage } from './published-page.ts'

const action = (number: number, { timing = 'Da gennaio 2019', result = 'Sportello aperto (entro dicembre 2019).' } = {}) =>
  `${number} Apertura dello sportello\n\nTempi:\n${timing}\nAttori:\nAlfa, Beta - AGID\nDescrizione:\n\nSi apre - presto - uno sportello.\n\nRisultati:\n  • ${result}\n  • Secondo (giugno 2020).\nAree di intervento:\n\nNel breve periodo, impatto su PA e cittadini.\n\n`
const page = (...actions: string[]) => `Menu\n\nProve\n\nUn capitolo di prova.\n\nLe azioni\n\n${actions.join('')}torna all'inizio\n`

test('an action that stands under both tabs comes out once, with both scopes', () => {
  const { title, actions, unplaced } = readPublishedPage(page(action(51), action(52), action(51), action(52)))
  expect(title).toBe('Prove')
  expect(unplaced).toEqual([])
  expect(actions).toHaveLength(2)
  expect(actions[0]).toMatchObject({
    code: 'LA51',
    title: 'Apertura dello sportello',
    timing: { qualifier: 'from', day: '2019-01-01' },
    actors: [{ name: 'Alfa, Beta' }, { name: 'AGID' }],
    results: [{ due: { qualifier: 'by', day: '2019-12-31' } }, { due: { qualifier: 'in', day: '2020-06-01' } }],
    areas: [{ horizons: ['short'], subjects: ['PA', 'cittadini'] }],
    areasText: 'Nel breve periodo, impatto su PA e cittadini.',
    scope: ['central', 'territorial'],
    readMore: { chapter: 'prove', anchor: 'la51' },
  })
  expect(plainBlocks(actions[0]?.description ?? [])).toBe('Si apre - presto - uno sportello.')
})

test('an action that stands under one of two tabs has that scope', () => {
  const { actions } = readPublishedPage(page(action(50), action(51), action(51), action(52)))
  expect(actions.map(({ code, scope }) => [code, scope])).toEqual([
    ['LA50', ['central']],
    ['LA51', ['central', 'territorial']],
    ['LA52', ['territorial']],
  ])
})

test('a page with one list does not tell whose it is', () => {
  const { actions, unplaced } = readPublishedPage(page(action(51), action(52)))
  expect(actions.map(({ scope }) => scope)).toEqual([[], []])
  expect(unplaced.map(({ action: code, reason }) => [code, reason])).toEqual([
    ['LA51', 'not-told'],
    ['LA52', 'not-told'],
  ])
})

test('an action told differently under the two tabs is reported', () => {
  const { actions, unplaced } = readPublishedPage(page(action(51), action(51, { timing: 'In corso' })))
  expect(actions).toHaveLength(1)
  expect(unplaced).toMatchObject([{ action: 'LA51', reason: 'tabs-differ', line: 26 }])
})

test('what cannot be placed is told once, not once per tab', () => {
  const vague = action(51, { result: 'Si vedrà.' })
  expect(readPublishedPage(page(vague, vague)).unplaced).toMatchObject([
    { action: 'LA51', field: 'results', text: 'Si vedrà.', reason: 'no-date' },
  ])
})
