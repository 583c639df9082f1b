import { expect, test } from 'vitest'
import { opened } from '../consultations/test-consultation.ts'
import { day } from '../kernel/day.ts'
import { callHearing } from '../listening/actions/hearings.ts'
import { openCall } from '../listening/index.ts'
import { call, openHearing } from '../listening/test-hearings.ts'

const sectionOf = (html: string, id: string) => new RegExp(`<section id="${id}".*?</section>`, 's').exec(html)?.[0] ?? ''

test('an open consultation is the first thing that anybody can do, and stands on the line of time', async () => {
  const { house, slug, consultation } = await opened()
  const html = await house.read(`/ecosistemi/${slug}`)
  const now = sectionOf(html, 'now')
  expect(now).toContain('mancano 51 giorni')
  expect(now).toMatch(
    new RegExp(
      `href="/consultazioni/${consultation.id}"[^>]*class="btn btn-primary|class="btn btn-primary[^>]*href="/consultazioni/${consultation.id}"`,
    ),
  )
  expect(sectionOf(html, 'time')).toContain('Ultimo giorno per i contributi')
  expect(html).toContain('aperta ai tuoi commenti fino al 30 settembre 2020')
  const home = await house.read('/')
  expect(home).toContain('consultazione aperta')
  expect(sectionOf(home, 'closing')).toContain(`href="/consultazioni/${consultation.id}"`)
})

test('hearings to register for and calls for needs are open to anybody, and close on the home', async () => {
  const { house, slug, secretary, hearing } = await openHearing()
  const needs = await openCall(house.desk(secretary), slug, {
    title: 'Che cosa serve ai musei',
    guidance: 'Racconta.',
    opensOn: day('2020-07-22'),
    closesOn: day('2020-08-20'),
  })
  const now = sectionOf(await house.read(`/ecosistemi/${slug}`), 'now')
  expect(now).toContain(`href="/audizioni/${hearing.id}"`)
  expect(now).toContain('restano 2 posti')
  expect(now).toContain(`href="/raccolte/${needs.id}"`)
  const home = await house.read('/')
  expect(sectionOf(home, 'closing')).toContain(`href="/raccolte/${needs.id}"`)
  expect(sectionOf(home, 'closing')).toContain(`href="/audizioni/${hearing.id}"`)
  expect(sectionOf(home, 'meetings')).toContain(`href="/audizioni/${hearing.id}"`)
})

test('one hearing more asks not one statement more, on the page of its ecosystem and on the home', async () => {
  const { house, slug, secretary } = await openHearing()
  const ask = async () => [
    await house.countQueries(() => house.read(`/ecosistemi/${slug}`)),
    await house.countQueries(() => house.read('/')),
  ]
  const few = await ask()
  for (const on of ['2020-08-10', '2020-08-11']) await callHearing(house.desk(secretary), slug, { ...call, on: day(on) })
  expect(await ask()).toEqual(few)
})
