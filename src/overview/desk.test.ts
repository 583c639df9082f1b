import { describe, expect, test } from 'vitest'
import { addEcosystem, getEcosystem, setPhaseTerm, startPhase } from '../ecosystems/index.ts'
import { day } from '../kernel/day.ts'
import { seedPlanFacts } from '../plan/index.ts'
import { citizen, openHouse, somebody, type TestHouse } from '../testing.ts'

const described = {
  nameEn: null,
  summaryIt: null,
  summaryEn: null,
  priority: false,
  prioritySource: null,
  parentId: null,
  since: day('2019-01-01'),
}
const term = { expectedOn: day('2019-01-01'), dueOn: day('2019-12-31'), precision: 'month', qualifier: 'by', source: 'LA51' } as const

/** Two late ecosystems: Welfare is under way, Scuola has not begun. */
async function twoLate(house: TestHouse) {
  for (const nameIt of ['Welfare', 'Scuola']) {
    const { slug } = await addEcosystem(house.desk(), { ...described, nameIt })
    await setPhaseTerm(house.desk(), slug, { phase: 'envisioning', ...term })
  }
  await startPhase(house.desk(), 'welfare', { phase: 'envisioning', on: day('2019-02-01') })
  const { id } = await getEcosystem(house.db, 'welfare', house.desk().today)
  return id
}

const tasksIn = (html: string) =>
  [...html.matchAll(/<ol class="tasks plain">.*?<\/ol>/gs)].flatMap(([list]) =>
    [...list.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, title]) => title),
  )

describe('the desk', () => {
  test('explains itself to whoever has not entered, and leads back after entering', async () => {
    const house = await openHouse()
    const answer = await house.ask('/en/scrivania')
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('Your desk')
    expect(html).toContain('href="/en/entra?ritorno=%2Fen%2Fscrivania"')
  })

  test('a lead finds the phases of their ecosystem alone', async () => {
    const house = await openHouse()
    const id = await twoLate(house)
    const html = await house.read('/scrivania', somebody('lead', { kind: 'ecosystem', id }))
    expect(tasksIn(html)).toEqual(['Completa la fase Envisioning'])
    expect(html).toContain('in ritardo di 204 giorni')
    expect(html).toContain('Una cosa, una è in ritardo.')
    expect(html).not.toContain('Scuola')
  })

  test('an officer finds every late phase, who must be appointed, and what must be declared', async () => {
    const house = await openHouse()
    await twoLate(house)
    await seedPlanFacts(house.desk())
    const tasks = tasksIn(await house.read('/scrivania', somebody('officer')))
    expect(tasks.filter((title) => title === 'Segui la fase Envisioning')).toHaveLength(2)
    expect(tasks).toContain('Nomina la capofila')
    expect(tasks.some((title) => /^Dichiara a che punto sono \d+ risultati in ritardo$/.test(title ?? ''))).toBe(true)
  })

  test('an analyst finds what must be declared and nothing of the phases', async () => {
    const house = await openHouse()
    await twoLate(house)
    await seedPlanFacts(house.desk())
    const tasks = tasksIn(await house.read('/scrivania', somebody('analyst')))
    expect(tasks.length).toBeGreaterThan(0)
    expect(tasks.every((title) => title?.startsWith('Dichiara'))).toBe(true)
  })

  test('whoever has no role is told that nothing waits, and that reading is free', async () => {
    const house = await openHouse()
    await twoLate(house)
    expect(await house.read('/scrivania', citizen())).toContain('Non hai incarichi')
    expect(await house.read('/en/scrivania', citizen())).toContain('You have no role')
  })

  test('shows what I did, the acts of my account too', async () => {
    const house = await openHouse()
    const officer = somebody('officer')
    await addEcosystem(house.desk(officer), { ...described, nameIt: 'Welfare' })
    const mine = (html: string) => /<section id="done".*?<\/section>/s.exec(html)?.[0]
    expect(mine(await house.read('/scrivania', officer))).toContain('Aggiunto l’ecosistema')
    expect(mine(await house.read('/scrivania', somebody('officer')))).not.toContain('Aggiunto l’ecosistema')
  })

  test('is never kept by a shared cache, and asks as many questions for many ecosystems as for few', async () => {
    const house = await openHouse()
    await twoLate(house)
    const officer = somebody('officer')
    expect((await house.ask('/scrivania', { as: officer })).headers.get('cache-control')).toBe('private, no-store')
    const few = await house.countQueries(() => house.read('/scrivania', officer))
    for (let n = 0; n < 8; n += 1) await addEcosystem(house.desk(), { ...described, nameIt: `Altro ${n}` })
    expect(await house.countQueries(() => house.read('/scrivania', officer))).toBe(few)
  })
})
