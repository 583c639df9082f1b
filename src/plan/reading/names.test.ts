import { expect, test } from 'vitest'
import { isClause, mayBeTwo, splitActors, splitNames } from './names.ts'

test('commas part names', () => {
  expect(splitNames('Ministero della Salute,\nMinistero dell’Economia e delle Finanze')).toEqual([
    'Ministero della Salute',
    'Ministero dell’Economia e delle Finanze',
  ])
})

test('a ministry whose name holds a comma stays one, also with a comma after it', () => {
  expect(splitNames('Ministero dell’Istruzione,\ndell’Università e della Ricerca,')).toEqual([
    'Ministero dell’Istruzione, dell’Università e della Ricerca',
  ])
  expect(splitNames("Ministero dell'Istruzione, dell'Università e della Ricerca, ENEA")).toEqual([
    "Ministero dell'Istruzione, dell'Università e della Ricerca",
    'ENEA',
  ])
})

test('commas in parentheses belong to the name', () => {
  expect(splitNames('Scuole (statali, parificate), Comuni')).toEqual(['Scuole (statali, parificate)', 'Comuni'])
})

test('an e parts two actors beside an acronym or before a proper name', () => {
  expect(splitActors('AGID, Team per la trasformazione digitale e Banca d’Italia')).toEqual([
    'AGID',
    'Team per la trasformazione digitale',
    'Banca d’Italia',
  ])
  expect(splitActors('PA titolari di basi dati e AGID')).toEqual(['PA titolari di basi dati', 'AGID'])
  expect(splitActors('AGID e PA Centrali e Locali')).toEqual(['AGID', 'PA Centrali e Locali'])
})

test('an e inside a name parts nothing', () => {
  expect(splitActors('Ministero degli Affari Esteri e della Cooperazione Internazionale')).toHaveLength(1)
  expect(splitActors('Gruppi di lavoro e tavoli tecnici')).toEqual(['Gruppi di lavoro e tavoli tecnici'])
  expect(splitActors('Pubbliche amministrazioni centrali, regionali e locali')).toEqual([
    'Pubbliche amministrazioni centrali, regionali e locali',
  ])
})

test('a name that may hold two actors is told apart from one that cannot', () => {
  expect(mayBeTwo('Gruppi di lavoro e tavoli tecnici')).toBe(true)
  expect(mayBeTwo('Ministero dell’Economia e delle Finanze')).toBe(false)
  expect(mayBeTwo('PA Centrali e Locali')).toBe(false)
})

test('a clause is no name', () => {
  expect(isClause('sentito il Garante')).toBe(true)
  expect(isClause('Garante Privacy')).toBe(false)
})
