import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createApp } from './app.ts'
import { type Actor, nobody, operator } from './charter/policy.ts'
import { addEcosystem } from './ecosystems/index.ts'
import { anonymous } from './identity/index.ts'
import { newId } from './kernel/id.ts'
import { seedPlanFacts } from './plan/index.ts'
import { readConfig } from './platform/config.ts'
import { citizen, openHouse } from './testing.ts'

/** The ways in and out, the links that themselves say who may use them, and an answer that, empty, leads back to its meeting. */
const open = [/^\/entra/, /^\/esci$/, /^\/inviti\//, /^\/avvisi\/disiscrizione\//, /^\/riunioni\/[^/]+\/risposta$/]
/** What everybody may do who has entered. */
const ownDoors = [/^\/profilo/, /^\/esci/, /^\/avvisi/, /^\/calendario/, /\/segui$/]

async function house() {
  const house = await openHouse()
  const { slug } = await addEcosystem(house.desk(operator), {
    nameIt: 'Sanità',
    nameEn: null,
    summaryIt: null,
    summaryEn: null,
    priority: false,
    prioritySource: null,
    parentId: null,
    since: null,
  })
  await seedPlanFacts(house.desk(operator))
  const config = readConfig({ BASE_URL: 'http://simbiosi.test' }, true)
  const log = pino({ level: 'silent' })
  const app = createApp({ db: house.db, clock: async () => new Date(), config, log, identify: async () => anonymous })
  const known: Record<string, string> = { slug, phase: 'design', edition: '2019-2021', number: '51', position: '1' }
  const addresses = app.routes
    .filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'))
    .map(({ path }) => path.replaceAll(/:(\w+)(?:\{[^}]*\}+)?/g, (_, name: string) => known[name] ?? newId()))
  const answers = async (as: Actor, doors: readonly string[]) => {
    const told: [string, number][] = []
    for (const door of new Set(doors)) told.push([door, (await house.ask(door, { as, form: {} })).status])
    return told
  }
  return { addresses: addresses.filter((address) => !open.some((one) => one.test(address))), answers }
}

test('every form that nobody signed sent is refused before anything of it is looked at', async () => {
  const { addresses, answers } = await house()
  expect(addresses.length).toBeGreaterThan(25)
  const wrong = (await answers(nobody, addresses)).filter(([, status]) => ![401, 404].includes(status))
  expect(wrong).toEqual([])
})

test('every form of an act that takes a role is refused to whoever has none', async () => {
  const { addresses, answers } = await house()
  const doors = addresses.filter((address) => !ownDoors.some((one) => one.test(address)))
  const wrong = (await answers(citizen(), doors)).filter(([, status]) => ![403, 404].includes(status))
  expect(wrong).toEqual([])
})
