import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { changesOf, type StandingPlan } from './changes.ts'
import { type ActionContent, contentHash, matchResults, type PlanContent } from './content.ts'
import { factsOfPlan } from './facts/index.ts'
import { counts, type ListedAction, matching, sorted } from './listing.ts'
import type { ActionId, ResultId } from './rules.ts'
import { plainText, withoutPositions } from './text.ts'
import { wordChanges } from './text-changes.ts'
import { timelineOf, worstByDay } from './timeline.ts'

const texts = (...all: string[]) => all.map((text) => ({ text }))

describe('results keep their identity', () => {
  test('when one is put before them', () => {
    expect(matchResults(texts('uno', 'due'), texts('zero', 'uno', 'due'))).toEqual([null, 0, 1])
  })

  test('when their wording is refined', () => {
    const before = texts('AGID pubblica le linee guida sul riuso', 'Le PA adottano il catalogo')
    expect(matchResults(before, texts('Le PA adottano il nuovo catalogo', 'AGID pubblica le linee guida aggiornate sul riuso'))).toEqual([
      1, 0,
    ])
  })

  test('when a full text takes the place of a label', () => {
    expect(matchResults(texts('Risultato 1 di 2', 'Risultato 2 di 2'), texts('AGID pubblica', 'Le PA adottano'))).toEqual([0, 1])
  })
})

const action: ActionContent = {
  code: 'LA01',
  number: 1,
  title: 'Una',
  chapter: 'dati',
  anchor: 'la01',
  scopes: [],
  timingText: 'In corso',
  timing: { qualifier: 'ongoing', precision: null, day: null },
  actorsText: 'AGID, PA',
  actors: ['AGID', 'PA'],
  description: [],
  descriptionText: '',
  results: [{ text: 'Fatto (giugno 2020)', due: { qualifier: 'in', precision: 'month', day: day('2020-06-30') }, criterion: null }],
  areasText: '',
  areas: [],
  source: 'folder',
}
const standing = (content: ActionContent): StandingPlan => ({
  chapters: [],
  actions: [{ id: 'a' as ActionId, version: 1, validFrom: day('2019-03-12'), content, resultIds: ['r' as ResultId] }],
})
const incoming = (content: ActionContent): PlanContent => ({ source: content.source, chapters: [], actions: [content] })

describe('an import', () => {
  test('of the same content changes nothing, whatever the order of its keys', () => {
    const shuffled = Object.fromEntries(Object.entries(action).toReversed()) as unknown as ActionContent
    expect(changesOf(standing(action), incoming(shuffled)).actions).toEqual([])
    expect(contentHash(action)).toBe(contentHash(shuffled))
  })

  test('of a changed text says which fields change', () => {
    const [change] = changesOf(standing(action), incoming({ ...action, title: 'Un’altra', timingText: 'Da gennaio 2020' })).actions
    expect(change).toMatchObject({ fields: ['title', 'timing'], resultIds: ['r'], heldSince: null })
  })

  test('of a poorer source never replaces a richer text, and adds the scopes it alone knows', () => {
    const page: ActionContent = { ...action, title: 'Più breve', scopes: ['central', 'territorial'], chapter: null, source: 'page' }
    const [change] = changesOf(standing(action), incoming(page)).actions
    expect(change).toMatchObject({ fields: ['scopes'], content: { title: 'Una', source: 'folder', scopes: ['central', 'territorial'] } })
    expect(changesOf(standing(action), incoming({ ...page, scopes: [] })).actions).toEqual([])
  })

  test('of a fuller source tells the text that stood all along', () => {
    const [change] = changesOf(standing({ ...action, source: 'facts' }), incoming({ ...action, title: 'Intera' })).actions
    expect(change?.heldSince).toBe('2019-03-12')
  })

  test('never takes away: what the source no longer has is told', () => {
    const other = { ...action, code: 'LA02', number: 2 }
    expect(changesOf(standing(action), incoming(other)).absent).toEqual(['LA01'])
    expect(changesOf(standing(action), incoming({ ...other, source: 'page' })).absent).toEqual([])
  })

  test('keeps the criterion of a result whose words change', () => {
    const criterion = { kind: 'phase-started' as const, phase: 'design' as const, slugs: ['a'], atLeast: 1, by: null }
    const counted = { ...action, results: [{ text: 'Fatto', due: null, criterion }] }
    const [change] = changesOf(standing(counted), incoming(action)).actions
    expect(change?.content.results[0]?.criterion).toEqual(criterion)
  })

  test('is known by a fingerprint that another plan does not have', () => {
    const one = changesOf(standing(action), incoming({ ...action, title: 'Nuova' }))
    const other = changesOf(standing({ ...action, actorsText: 'AGID' }), incoming({ ...action, title: 'Nuovissima' }))
    expect(one.fingerprint).not.toBe(other.fingerprint)
  })
})

test('the facts of the 2019–2021 edition are 90 actions with their dates, and no sentence of the plan', () => {
  const { actions, chapters } = factsOfPlan()
  expect(actions.map(({ number }) => number)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1))
  expect(chapters.some(({ slug }) => slug === 'ecosistemi')).toBe(true)
  const due = (code: string) => actions.find((one) => one.code === code)?.results.map((result) => result.due?.day)
  expect(['LA51', 'LA52', 'LA53', 'LA54'].map(due)).toEqual([['2019-12-31'], ['2020-06-30'], ['2020-12-31'], ['2021-12-31']])
  for (const { code, results, description } of actions) {
    if (/LA5[1-4]/.test(code)) continue
    expect(description).toEqual([])
    for (const { text } of results) expect(text).toMatch(/^Risultato( \d di \d,?)?,? (senza una data nel testo|atteso .+ \d{4})$/)
  }
})

const listed = (number: number, some: Partial<ListedAction>): ListedAction => ({
  id: `a${number}` as ActionId,
  code: `LA0${number}`,
  number,
  title: `Titolo ${number}`,
  chapter: { slug: 'dati', name: 'Dati', number: 5 },
  scopes: [],
  timingText: '',
  timing: null,
  actors: [],
  areas: [],
  results: [],
  state: 'doing',
  days: null,
  deadline: null,
  ...some,
})
const due = (d: string, state: ListedAction['state'], position = 1) => {
  const deadline = day(d)
  return {
    id: `r${position}` as ResultId,
    position,
    due: { qualifier: 'by', precision: 'day', day: deadline } as const,
    deadline,
    state,
    days: null,
  }
}
const agid = { slug: 'agid', name: 'AGID' }
const list = [
  listed(1, {
    actors: [agid],
    state: 'late',
    deadline: day('2019-12-31'),
    results: [due('2019-12-31', 'late'), due('2021-06-30', 'doing', 2)],
  }),
  listed(2, { actors: [agid], chapter: { slug: 'reti', name: 'Reti', number: null }, title: 'Àncora' }),
  listed(3, { state: 'late', deadline: day('2019-06-30'), results: [due('2019-06-30', 'late')], title: 'Basi' }),
]

describe('a list of actions', () => {
  const numbers = (actions: readonly ListedAction[]) => actions.map(({ number }) => number)

  test('combines its filters', () => {
    expect(numbers(matching(list, { actor: 'agid' }))).toEqual([1, 2])
    expect(numbers(matching(list, { actor: 'agid', state: 'late' }))).toEqual([1])
    expect(numbers(matching(list, { year: '2021' }))).toEqual([1])
    expect(numbers(matching(list, { actor: 'nessuno' }))).toEqual([])
  })

  test('counts what each choice would leave, the other filters standing', () => {
    expect(Object.fromEntries(counts(list, { actor: 'agid', state: 'doing' }, 'state'))).toEqual({ late: 1, doing: 1 })
    expect(Object.fromEntries(counts(list, { state: 'late' }, 'actor'))).toEqual({ agid: 1 })
  })

  test('sorts by the Italian alphabet, by date with the undated last, by gravity', () => {
    expect(numbers(sorted(list, { by: 'title', descending: false }))).toEqual([2, 3, 1])
    expect(numbers(sorted(list, { by: 'due', descending: false }))).toEqual([3, 1, 2])
    expect(numbers(sorted(list, { by: 'due', descending: true }))).toEqual([1, 3, 2])
    expect(numbers(sorted(list, { by: 'state', descending: false }))).toEqual([1, 3, 2])
  })
})

test('the timeline has a row for each chapter with due dates, and draws one mark a day, the worst', () => {
  const together = listed(4, { results: [due('2019-12-31', 'done')] })
  const rows = timelineOf([...list, together])
  expect(rows.map(({ chapter }) => chapter?.slug)).toEqual(['dati'])
  expect(rows[0]?.marks.map(({ day: d, state, count }) => `${d} ${state} ${count}`)).toEqual([
    '2019-06-30 late 1',
    '2019-12-31 late 1',
    '2019-12-31 done 1',
    '2021-06-30 doing 1',
  ])
  expect(worstByDay(rows[0]?.marks ?? [])[1]).toEqual({ day: '2019-12-31', state: 'late', count: 2 })
})

test('moving a paragraph down its file changes nothing', () => {
  const at = (line: number) => [{ kind: 'paragraph' as const, line, file: 'a.rst', text: [{ kind: 'text' as const, text: 'Così' }] }]
  expect(contentHash(withoutPositions(at(3)))).toBe(contentHash(withoutPositions(at(40))))
  expect(plainText(at(3))).toBe('Così')
})

test('changes are told word by word', () => {
  expect(
    wordChanges({ before: 'entro giugno 2020', after: 'entro dicembre 2020' }).filter(({ added, removed }) => added || removed),
  ).toEqual([
    { value: 'giugno', removed: true },
    { value: 'dicembre', added: true },
  ])
})
