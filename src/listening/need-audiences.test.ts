import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { openCall } from './actions/calls.ts'
import { mergeNeeds, separateNeeds } from './actions/merging.ts'
import { answerProposal, proposeNeed } from './actions/proposals.ts'
import { openListening, personIn, recordIn, tickets } from './test-needs.ts'

test('whoever proposed a need hears its outcome, and what becomes of it', async () => {
  const listening = await openListening()
  const { house, slug, secretary } = listening
  await house.work()
  const window = { title: 'Che cosa manca?', guidance: 'Tutto.', opensOn: day('2020-07-22'), closesOn: day('2020-08-31') }
  const call = await openCall(house.desk(secretary), slug, window)
  const ada = await personIn(house)
  const { stakeholderId: _, ...said } = tickets
  const { id } = await proposeNeed(house.desk(ada), call.id, { ...said, key: newId() })
  const desk = house.desk(secretary)
  const { needId } = await answerProposal(desk, id, { outcome: 'accepted', needId: null, reason: 'È chiara.' })
  const other = await recordIn(listening)
  await mergeNeeds(desk, needId as string, { intoId: other.id, reason: 'Sono uguali.' })
  await separateNeeds(desk, needId as string, { reason: 'Non lo sono.' })
  await house.work()
  const page = await house.read('/avvisi', ada)
  for (const words of ['è l’esigenza E-1', 'è stata unita a E-2', 'vale di nuovo da sola']) expect(page).toContain(words)
})
