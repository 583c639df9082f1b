import pino from 'pino'
import { expect, test } from 'vitest'
import { createApp } from './app.ts'
import { nobody } from './charter/policy.ts'
import { comment } from './consultations/actions/comments.ts'
import { HideForm, hide } from './consultations/actions/moderate.ts'
import { contributed, opened, person } from './consultations/test-consultation.ts'
import { readConfig } from './platform/config.ts'

const words = 'Ornitorinchi insultanti'

test('a text that is hidden leaves page, list, API, feed, search and kept pages within five seconds', async () => {
  const whole = await opened()
  const { house, consultation, lead, blocks } = whole
  const { id, number } = await contributed(whole, await person(house), { target: 'block', blockId: blocks[3]?.id, text: words })
  // Pages are kept as long as any setting allows.
  const config = readConfig({ PAGE_CACHE_SECONDS: '5' }, true)
  const identify = async () => ({ actor: nobody, name: null, sessionKey: 'anonymous' })
  const app = createApp({ db: house.db, clock: async () => house.desk().now, config, log: pino({ level: 'silent' }), identify })
  const root = `/consultazioni/${consultation.id}`
  const addresses = [
    `${root}/testo`,
    `${root}/osservazioni`,
    `${root}/osservazioni/${number}`,
    `/en${root}/osservazioni/${number}`,
    `${root}/feed.atom`,
    `/api/v1/consultations/${consultation.id}/contributions`,
    `/api/v1/consultations/${consultation.id}/contributions?q=ornitorinchi`,
    `/api/v1/consultations/${consultation.id}/contributions/${number}`,
    `${root}/osservazioni?q=ornitorinchi`,
    `/cerca?q=ornitorinchi`,
  ]
  const telling = async () => {
    const told: string[] = []
    for (const address of addresses) {
      const response = await app.request(`http://simbiosi.test${address}`)
      expect([address, response.status]).toEqual([address, 200])
      if ((await response.text()).includes(words)) told.push(address)
    }
    return told
  }
  expect((await telling()).slice(0, 6)).toEqual(addresses.slice(0, 6))
  const began = performance.now()
  await hide(house.desk(lead), consultation.id, id, HideForm.parse({ rule: 'offence', reason: 'Insulta.' }))
  await expect.poll(telling, { timeout: 5000, interval: 200 }).toEqual([])
  expect(performance.now() - began).toBeLessThan(5000)
}, 20_000)

test('an answer among participants is hidden by whoever moderates, once, and its words leave the page', async () => {
  const whole = await opened()
  const { house, consultation, lead } = whole
  const ada = await person(house)
  const one = await contributed(whole, ada)
  const said = await comment(house.desk(await person(house, 'Bea Altra')), consultation.id, one.id, { text: words, showsName: false })
  const page = `/consultazioni/${consultation.id}/osservazioni/${one.number}`
  const address = `${page}/risposte/${said.id}/moderazione`
  expect(await house.read(page, lead)).toContain(address)
  expect(await house.read(page, ada)).not.toContain(address)
  expect(await house.read(address, lead)).toContain(words)
  expect((await house.ask(address, { as: ada, form: { rule: 'offence' } })).status).toBe(403)
  expect((await house.ask(address, { as: lead, form: { rule: '' } })).status).toBe(422)
  expect((await house.ask(address, { as: lead, form: { rule: 'offence' } })).status).toBe(303)
  expect(await house.read(page, lead)).not.toContain(words)
  expect((await house.ask(address, { as: lead, form: { rule: 'offence' } })).status).toBe(422)
  expect((await house.ask(address.replace(said.id, one.id), { as: lead, form: { rule: 'offence' } })).status).toBe(404)
})
