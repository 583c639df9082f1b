import { expect, test } from 'vitest'
import { readAreas } from './areas.ts'

const read = (text: string) => readAreas(text)?.map(({ horizons, subjects }) => [horizons.join('+'), ...subjects])

test.each([
  ['Nel breve periodo, impatto sulle PA.', [['short', 'PA']]],
  ['Nel breve periodo sulle PA e sui cittadini.', [['short', 'PA', 'cittadini']]],
  ['Nel medio/lungo impatto su imprese, cittadini.', [['medium+long', 'imprese', 'cittadini']]],
  ['Nel breve e medio periodo impatto verso le PA e Alfa.', [['short+medium', 'PA', 'Alfa']]],
  ['Nel breve periodo impatto, su PA e negozi.', [['short', 'PA', 'negozi']]],
  ['Impatto a breve-medio termine su PA e cittadini.', [['short+medium', 'PA', 'cittadini']]],
  [
    'Nel breve periodo impatto sulle PA, nel medio periodo impatto sulle imprese.',
    [
      ['short', 'PA'],
      ['medium', 'imprese'],
    ],
  ],
  [
    'Nel medio periodo, impatto su Alfa e nel lungo periodo sulle imprese.',
    [
      ['medium', 'Alfa'],
      ['long', 'imprese'],
    ],
  ],
  ['Nel breve periodo, impatto sul governo della rete e degli enti.', [['short', 'governo della rete e degli enti']]],
  ['Nel breve periodo, impatto su PA (scuole e enti).', [['short', 'PA (scuole e enti)']]],
])('%j is placed', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

test.each([
  'Sportello: nel breve periodo sui cittadini. Registro: nel medio periodo sulle PA.',
  'Tutti',
  'Nel breve periodo, vantaggi per le PA.',
  '',
])('%j is not guessed', (text) => {
  expect(readAreas(text)).toBeNull()
})
