import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { citizen } from '../testing.ts'
import { needFacts } from './need-facts.ts'
import { likenessesOf } from './store/likenesses.ts'
import { countNeeds, needsOf, searchNeeds } from './store/need-list.ts'
import { addTestEcosystem, openListening, recordIn } from './test-needs.ts'

test('needs are numbered within their ecosystem, one after another', async () => {
  const listening = await openListening()
  const other = { ...listening, ...(await addTestEcosystem(listening.house, 'Sanità')), secretary: listening.house.desk().actor }
  expect([(await recordIn(listening)).number, (await recordIn(listening)).number, (await recordIn(other)).number]).toEqual([1, 2, 1])
})

test('two people who record at once get two numbers', async () => {
  const listening = await openListening()
  const needs = await Promise.all([recordIn(listening), recordIn(listening), recordIn(listening)])
  expect(needs.map(({ number }) => number).sort()).toEqual([1, 2, 3])
})

test('only whoever answers for the ecosystem records a need', async () => {
  const listening = await openListening()
  await expect(recordIn({ ...listening, secretary: citizen() })).rejects.toThrow('not-allowed')
})

test('an organisation that is not in the list gives no voice', async () => {
  await expect(recordIn(await openListening(), { organisationId: newId() })).rejects.toThrow('need-organisation-unknown')
})

describe('the list', () => {
  test('is filtered by words in any inflection, by voice, source and severity, and counts what each filter would show', async () => {
    const listening = await openListening()
    const { house, ecosystemId } = listening
    await recordIn(listening)
    await recordIn(
      listening,
      { statement: 'Dati aperti sugli orari', why: null, voiceKind: 'firms', severity: 5 },
      { kind: 'forum', id: newId() },
    )
    const numbers = async (query: object) => (await needsOf(house.db, ecosystemId, query)).items.map(({ number }) => number)
    expect(await numbers({})).toEqual([2, 1])
    expect(await numbers({ q: 'museo biglietti' })).toEqual([1])
    expect(await numbers({ q: 'biglieto museo' })).toEqual([1])
    expect(await numbers({ q: 'e-2' })).toEqual([2])
    expect(await numbers({ voice: 'firms' })).toEqual([2])
    expect(await numbers({ source: 'secretariat' })).toEqual([1])
    expect(await numbers({ severity: 5 })).toEqual([2])
    const counts = await countNeeds(house.db, ecosystemId, { voice: 'firms' })
    expect(counts.total).toBe(1)
    expect(counts.voice).toEqual(
      new Map([
        ['citizens', 1],
        ['firms', 1],
      ]),
    )
    expect(counts.severity).toEqual(new Map([[5, 1]]))
  })

  test('goes on from page to page in each order, without repeating or skipping', async () => {
    const listening = await openListening()
    for (const severity of [3, null, 5, 3, 1] as const) await recordIn(listening, { severity })
    const walk = async (query: object) => {
      const numbers: number[] = []
      let cursor: string | undefined
      do {
        const { items, next } = await needsOf(listening.house.db, listening.ecosystemId, {
          ...query,
          limit: 2,
          ...(cursor ? { cursor } : {}),
        })
        numbers.push(...items.map(({ number }) => number))
        cursor = next ?? undefined
      } while (cursor)
      return numbers
    }
    expect(await walk({})).toEqual([5, 4, 3, 2, 1])
    expect(await walk({ descending: false })).toEqual([1, 2, 3, 4, 5])
    expect(await walk({ sort: 'severity' })).toEqual([3, 4, 1, 5, 2])
    expect(await walk({ sort: 'severity', descending: false })).toEqual([2, 5, 1, 4, 3])
  })
})

test('a need is chosen by typing part of a word, a mistyped one or its code', async () => {
  const listening = await openListening()
  await recordIn(listening)
  const found = async (words: string) => (await searchNeeds(listening.house.db, listening.ecosystemId, words)).map(({ number }) => number)
  for (const words of ['bigl mus', 'museei citta', 'E-1', '1']) expect(await found(words), words).toEqual([1])
  for (const words of ['', '%', 'E-9', 'tasse']) expect(await found(words), words).toEqual([])
})

test('a need that says nearly the same is proposed as alike, one that does not is not', async () => {
  const listening = await openListening()
  const first = await recordIn(listening)
  const second = await recordIn(listening, { statement: 'Per i musei della città serve un unico biglietto', why: null })
  await recordIn(listening, { statement: 'Orari dei treni sempre aggiornati', why: null })
  const { items } = await likenessesOf(listening.house.db, listening.ecosystemId, { limit: 10 })
  expect(items.map(({ needId, otherId }) => [needId, otherId])).toEqual([[first.id, second.id].sort()])
})

test('what needs prove counts kinds of voice, as of any day', async () => {
  const listening = await openListening()
  const { house, ecosystemId } = listening
  await recordIn(listening)
  house.at('2020-08-01T09:00:00+02:00')
  await recordIn(listening, { voiceKind: 'firms' })
  const on = async (text: string) => (await needFacts(house.db, [ecosystemId], day(text))).get(ecosystemId)
  expect(await on('2020-07-21')).toEqual({ needs: 0, voices: [] })
  expect(await on('2020-07-31')).toEqual({ needs: 1, voices: [{ kind: 'citizens', needs: 1, since: '2020-07-22' }] })
  expect((await on('2020-08-01'))?.voices.map(({ kind }) => kind)).toEqual(['citizens', 'firms'])
})
