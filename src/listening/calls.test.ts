import { expect, test } from 'vitest'
import { nobody } from '../charter/policy.ts'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { addOrganisation } from '../organisations/index.ts'
import { changeCall, openCall } from './actions/calls.ts'
import { answerProposal, proposeNeed, withdrawProposal } from './actions/proposals.ts'
import type { NeedCall } from './rules/calls.ts'
import { mostEach } from './rules/proposals.ts'
import { countsOf } from './store/calls.ts'
import { findNeed } from './store/needs.ts'
import { getProposal, proposalsBy } from './store/proposals.ts'
import { type Listening, openListening, personIn, recordIn, tickets } from './test-needs.ts'

const { stakeholderId: _, ...said } = tickets

function callIn({ house, slug, secretary }: Listening, more: object = {}): Promise<NeedCall> {
  const input = { title: 'Che cosa manca?', guidance: 'Una cosa per volta.', opensOn: day('2020-07-22'), closesOn: day('2020-08-31') }
  return openCall(house.desk(secretary), slug, { ...input, ...more })
}

test('a need sent twice with the same form is kept once', async () => {
  const listening = await openListening()
  const call = await callIn(listening)
  const ada = await personIn(listening.house)
  const input = { ...said, key: newId() }
  const sent = await Promise.all([1, 2].map(() => proposeNeed(listening.house.desk(ada), call.id, input)))
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
  expect((await countsOf(listening.house.db, [call.id])).get(call.id)?.received).toBe(1)
})

test('an accepted proposal becomes a numbered need whose source is the call; one that is there already joins it', async () => {
  const listening = await openListening()
  const { house, secretary } = listening
  const call = await callIn(listening)
  const desk = house.desk(await personIn(house))
  const [one, two, three] = [
    await proposeNeed(desk, call.id, { ...said, key: newId() }),
    await proposeNeed(desk, call.id, { ...said, key: newId() }),
    await proposeNeed(desk, call.id, { ...said, key: newId() }),
  ]
  const { needId } = await answerProposal(house.desk(secretary), one.id, { outcome: 'accepted', needId: null, reason: 'È chiara.' })
  expect(await findNeed(house.db, needId as string)).toMatchObject({ number: 1, source: { kind: 'call', id: call.id } })
  await answerProposal(house.desk(secretary), two.id, { outcome: 'joined', needId, reason: 'C’è già.' })
  await answerProposal(house.desk(secretary), three.id, { outcome: 'not-accepted', needId: null, reason: 'Non riguarda l’ecosistema.' })
  expect((await getProposal(house.db, two.id)).answer).toMatchObject({ outcome: 'joined', needId })
  expect((await countsOf(house.db, [call.id])).get(call.id)).toEqual({
    ...{ received: 3, waiting: 0, accepted: 1, joined: 1, notAccepted: 1, withdrawn: 0 },
  })
})

test('a proposal is answered once, and joins only a need that stands in its own ecosystem', async () => {
  const listening = await openListening()
  const { house, secretary } = listening
  const call = await callIn(listening)
  const { id } = await proposeNeed(house.desk(await personIn(house)), call.id, { ...said, key: newId() })
  const answer = (more: object) =>
    answerProposal(house.desk(secretary), id, { outcome: 'joined', needId: null, reason: 'C’è già.', ...more })
  await expect(answer({})).rejects.toThrow('proposal-which-need')
  await expect(answer({ needId: newId() })).rejects.toThrow('need-unknown')
  await answer({ needId: (await recordIn(listening)).id })
  await expect(answer({ outcome: 'accepted' })).rejects.toThrow('proposal-answered')
})

test('outside its window a call takes nothing, and each person may propose only so many', async () => {
  const listening = await openListening()
  const { house } = listening
  const call = await callIn(listening, { opensOn: day('2020-07-23'), closesOn: day('2020-07-24') })
  const ada = await personIn(house)
  const propose = () => proposeNeed(house.desk(ada), call.id, { ...said, key: newId() })
  await expect(propose()).rejects.toThrow('call-not-open')
  house.at('2020-07-24T23:59:00+02:00')
  for (let n = 0; n < mostEach; n += 1) await propose()
  await expect(propose()).rejects.toThrow('proposals-too-many')
  house.at('2020-07-25T00:00:00+02:00')
  await expect(propose()).rejects.toThrow('call-not-open')
})

test('nobody unknown proposes, and for an organisation only whoever it delegated', async () => {
  const listening = await openListening()
  const { house } = listening
  const call = await callIn(listening)
  const { id } = await addOrganisation(house.desk(), { name: 'Italia Nostra', kind: 'association' })
  const input = { ...said, organisationId: id, key: newId() }
  await expect(proposeNeed(house.desk(nobody), call.id, { ...input, organisationId: null })).rejects.toThrow('sign-in-first')
  await expect(proposeNeed(house.desk(await personIn(house)), call.id, input)).rejects.toThrow('proposal-not-delegate')
  const delegate = await personIn(house, [{ role: 'delegate', scope: { kind: 'organisation', id } }])
  expect((await proposeNeed(house.desk(delegate), call.id, input)).organisationId).toBe(id)
})

test('its author, and nobody else, takes back a proposal that nobody answered', async () => {
  const listening = await openListening()
  const { house } = listening
  const call = await callIn(listening)
  const ada = await personIn(house)
  const { id } = await proposeNeed(house.desk(ada), call.id, { ...said, key: newId() })
  await expect(withdrawProposal(house.desk(listening.secretary), id)).rejects.toThrow('not-allowed')
  await withdrawProposal(house.desk(ada), id)
  const answer = { outcome: 'accepted', needId: null, reason: 'Sì.' } as const
  await expect(answerProposal(house.desk(listening.secretary), id, answer)).rejects.toThrow('proposal-withdrawn')
  expect((await proposalsBy(house.db, ada.id as string, { limit: 10 })).items[0]?.withdrawnOn).toBe('2020-07-22')
})

test('the window of a call ends after it begins, begins today at the earliest, and once open only grows', async () => {
  const listening = await openListening()
  const { house, secretary } = listening
  await expect(callIn(listening, { closesOn: day('2020-07-21') })).rejects.toThrow('call-ends-before-it-begins')
  await expect(callIn(listening, { opensOn: day('2020-07-21') })).rejects.toThrow('call-begins-in-the-past')
  const call = await callIn(listening)
  const change = (more: object) => changeCall(house.desk(secretary), call.id, { ...call, ...more })
  await expect(change({ closesOn: day('2020-08-30') })).rejects.toThrow('call-only-longer')
  await expect(change({ opensOn: day('2020-07-23') })).rejects.toThrow('call-begun-already')
  expect((await change({ closesOn: day('2020-09-15') })).closesOn).toBe('2020-09-15')
  house.at('2020-09-16T09:00:00+02:00')
  await expect(change({ closesOn: day('2020-09-30') })).rejects.toThrow('call-over')
})
