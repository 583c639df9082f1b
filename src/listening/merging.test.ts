import { expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { citizen, somebody } from '../testing.ts'
import { mergeNeeds, separateNeeds, tellApart } from './actions/merging.ts'
import { correctNeed } from './actions/needs.ts'
import { correctionsOf } from './store/corrections.ts'
import { countLikenesses } from './store/likenesses.ts'
import { mergedAbove, mergedUnder, mergersOf } from './store/mergers.ts'
import { needsOf } from './store/need-list.ts'
import { findNeed } from './store/needs.ts'
import { addTestEcosystem, openListening, recordIn, tickets } from './test-needs.ts'

const reason = 'Chiedono la stessa cosa.'

test('a merged need keeps its number and page, leads to the one that stands, and can be separated again', async () => {
  const listening = await openListening()
  const { house, ecosystemId } = listening
  const desk = house.desk(listening.secretary)
  const [one, two, three] = [await recordIn(listening), await recordIn(listening), await recordIn(listening)]
  await mergeNeeds(desk, one.id, { intoId: two.id, reason })
  await mergeNeeds(desk, two.id, { intoId: three.id, reason })
  expect((await mergedAbove(house.db, one.id)).map(({ number }) => number)).toEqual([2, 3])
  expect((await mergedUnder(house.db, three.id)).map(({ number }) => number)).toEqual([1, 2])
  expect((await needsOf(house.db, ecosystemId, {})).items.map(({ number }) => number)).toEqual([3])
  await separateNeeds(desk, two.id, { reason: 'Una parla di sconti.' })
  expect((await findNeed(house.db, two.id))?.mergedInto).toBeNull()
  expect((await mergersOf(house.db, two.id)).map(({ undoneReason }) => undoneReason)).toEqual([null, 'Una parla di sconti.'])
  expect((await needsOf(house.db, ecosystemId, {})).items.map(({ number }) => number)).toEqual([3, 2])
})

test('a need is not merged into itself, into one that stands no more, in a circle, or across ecosystems', async () => {
  const listening = await openListening()
  const { house } = listening
  const desk = house.desk()
  const [one, two] = [await recordIn(listening), await recordIn(listening)]
  const other = await recordIn({ ...listening, ...(await addTestEcosystem(house, 'Sanità')), secretary: desk.actor })
  await expect(mergeNeeds(desk, one.id, { intoId: one.id, reason })).rejects.toThrow('need-into-itself')
  await expect(mergeNeeds(desk, one.id, { intoId: other.id, reason })).rejects.toThrow('needs-across-ecosystems')
  await expect(mergeNeeds(desk, one.id, { intoId: newId(), reason })).rejects.toThrow('need-unknown')
  await mergeNeeds(desk, one.id, { intoId: two.id, reason })
  await expect(mergeNeeds(desk, two.id, { intoId: one.id, reason })).rejects.toThrow('need-into-merged')
  await expect(mergeNeeds(desk, one.id, { intoId: two.id, reason })).rejects.toThrow('need-merged')
  await expect(separateNeeds(desk, two.id, { reason })).rejects.toThrow('need-not-merged')
})

test('when two people merge two needs into each other at once, one of them is refused', async () => {
  const listening = await openListening()
  const desk = listening.house.desk()
  const [one, two] = [await recordIn(listening), await recordIn(listening)]
  const done = await Promise.allSettled([
    mergeNeeds(desk, one.id, { intoId: two.id, reason }),
    mergeNeeds(desk, two.id, { intoId: one.id, reason }),
  ])
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('two needs told apart are not proposed again, even after a correction', async () => {
  const listening = await openListening()
  const { house, ecosystemId } = listening
  const desk = house.desk(listening.secretary)
  const [one, two] = [await recordIn(listening), await recordIn(listening)]
  expect(await countLikenesses(house.db, ecosystemId)).toBe(1)
  await tellApart(desk, { needId: one.id, otherId: two.id })
  await correctNeed(desk, one.id, { ...tickets, why: 'Per le scuole.', revision: 0, correction: 'Mancava il perché.' })
  expect(await countLikenesses(house.db, ecosystemId)).toBe(0)
})

test('a correction keeps what was said before, and nobody writes over one they have not seen', async () => {
  const listening = await openListening()
  const { house } = listening
  const desk = house.desk(listening.secretary)
  const need = await recordIn(listening)
  const input = { ...tickets, statement: 'Un biglietto unico per musei e teatri', revision: 0, correction: 'Anche i teatri.' }
  await correctNeed(desk, need.id, input)
  expect((await correctionsOf(house.db, need.id))[0]?.before.statement).toBe(tickets.statement)
  await expect(correctNeed(desk, need.id, { ...input, statement: 'Altro' })).rejects.toThrow('need-corrected-meanwhile')
  await expect(correctNeed(desk, need.id, { ...input, revision: 1 })).rejects.toThrow('need-unchanged')
})

test('only whoever answers for the ecosystem merges, separates, tells apart and corrects', async () => {
  const listening = await openListening()
  const [one, two] = [await recordIn(listening), await recordIn(listening)]
  for (const actor of [citizen(), somebody('secretary', { kind: 'ecosystem', id: newId() })]) {
    const desk = listening.house.desk(actor)
    await expect(mergeNeeds(desk, one.id, { intoId: two.id, reason })).rejects.toThrow('not-allowed')
    await expect(separateNeeds(desk, one.id, { reason })).rejects.toThrow('not-allowed')
    await expect(tellApart(desk, { needId: one.id, otherId: two.id })).rejects.toThrow('not-allowed')
    await expect(correctNeed(desk, one.id, { ...tickets, revision: 0, correction: reason })).rejects.toThrow('not-allowed')
  }
})
