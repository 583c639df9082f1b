import { expect, test } from 'vitest'
import { prepareReply, publishReplies } from '../answers/index.ts'
import { contributed, opened, person, prepared } from '../consultations/test-consultation.ts'
import { day } from '../kernel/day.ts'
import { ProposeForm } from '../listening/actions/proposals.ts'
import { openCall, proposeNeed } from '../listening/index.ts'
import { asPerson, openMap, personCalled } from '../listening/test-hearings.ts'
import { somebody } from '../testing.ts'

const tasksIn = (html: string) =>
  [...html.matchAll(/<ol class="tasks plain">.*?<\/ol>/gs)].flatMap(([list]) =>
    [...list.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, title]) => title),
  )

test('a consultation is to be set up, then answered, then told: each on the desk of whoever leads', async () => {
  const { house, lead } = await prepared()
  expect(tasksIn(await house.read('/scrivania', lead))).toContain('Completa la preparazione di una consultazione')

  const whole = await opened()
  const first = await contributed(whole, await person(whole.house))
  const asLead = async () => tasksIn(await whole.house.read('/scrivania', whole.lead))
  expect(await asLead()).toContain('Rispondi a un’osservazione')
  const told = await whole.house.ask('/api/v1/desk', { as: whole.lead, headers: { 'accept-language': 'it' } })
  expect(await told.json()).toMatchObject({ items: [{ kind: 'answerContributions', title: 'Rispondi a un’osservazione', due: null }] })
  expect([told.headers.get('cache-control'), (await whole.house.ask('/api/v1/desk')).status]).toEqual(['private, no-store', 401])
  const noted = { contributionIds: [first.id], outcome: 'noted' as const, reasonIt: 'Ne terremo conto.', reasonEn: null, blockIds: [] }
  const { reply } = await prepareReply(whole.house.desk(whole.lead), whole.consultation.id, noted)
  expect(await asLead()).toContain('Pubblica la risposta a un’osservazione')
  await publishReplies(whole.house.desk(whole.lead), whole.consultation.id, { replyIds: [reply.id] })
  whole.house.at('2020-09-25T10:00:00+02:00')
  expect(await asLead()).toContain('Si chiude una consultazione')
  whole.house.at('2020-10-02T10:00:00+02:00')
  const after = await asLead()
  expect(after).toContain('Scrivi gli esiti di una consultazione')
  expect(after.some((title) => title?.startsWith('Rispondi'))).toBe(false)
  expect(tasksIn(await whole.house.read('/scrivania', somebody('officer')))).not.toContain('Scrivi gli esiti di una consultazione')
})

test('needs proposed wait for whoever answers them, in as many statements as one', async () => {
  const { house, slug, secretary } = await openMap()
  const { id } = await openCall(house.desk(secretary), slug, {
    title: 'Che cosa serve',
    guidance: 'Racconta.',
    opensOn: day('2020-07-22'),
    closesOn: day('2020-07-30'),
  })
  const ada = asPerson((await personCalled(house, 'Ada')).id)
  const propose = (statement: string) => {
    const { success, data } = ProposeForm.safeParse({ statement, voiceKind: 'citizens', key: crypto.randomUUID() })
    if (!success) throw new Error('the form is not filled in')
    return proposeNeed(house.desk(ada), id, data)
  }
  await propose('Serve un biglietto solo.')
  const one = await house.countQueries(() => house.read('/scrivania', secretary))
  await propose('Servono orari sicuri.')
  expect(await house.countQueries(() => house.read('/scrivania', secretary))).toBe(one)
  const tasks = tasksIn(await house.read('/scrivania', secretary))
  expect(tasks).toContain('Rispondi a 2 esigenze proposte')
  expect(tasks).toContain('Si chiude una raccolta di esigenze')
})
