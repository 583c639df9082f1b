import { expect, test } from 'vitest'
import { paths } from '../charter/paths.ts'
import { openHouse } from '../testing.ts'
import { draftOf } from './store/draft.ts'
import { openDocument } from './test-document.ts'

const item = (at: number) => ({ kind: 'list-item' as const, level: 1, source: `Voce ${at}` })
const heading = (level: number, source: string) => ({ kind: 'heading' as const, level, source })

test('in a section of many windows a block goes from one end to the other, and a section with all that it holds', async () => {
  const items = Array.from({ length: 250 }, (_, at) => item(at + 1))
  const text = [heading(1, 'Elenco'), ...items, heading(1, 'Dopo'), heading(2, 'Sotto'), item(0), heading(1, 'Fine')]
  const { house, member, observer, document } = await openDocument(await openHouse(), 'other', text)
  const draft = () => draftOf(house.db, document.id)
  const before = await draft()
  const idOf = (source: string) => before.find((one) => one.source === source)?.id ?? ''
  const place = paths.draftMove(document.id, idOf('Voce 1'))

  expect(await house.read(paths.draft(document.id), member)).toContain(place)
  expect((await house.ask(place, { as: observer })).status).toBe(403)
  const page = await house.read(place, member)
  expect(page).toContain(`<option value="${idOf('Voce 250')}">Dopo il blocco 251: Voce 250</option>`)
  expect(page).not.toContain('Dopo il blocco 2: Voce 1<')
  expect(page).toContain(`<option value="${idOf('Dopo')}">Dopo</option>`)
  const form = { what: 'blocks', count: '2', after: idOf('Voce 250') }
  expect((await house.ask(place, { as: member, form: { ...form, after: idOf('Voce 2') } })).status).toBe(422)
  expect((await house.ask(place, { as: member, form: { ...form, count: '0' } })).status).toBe(422)
  const done = await house.ask(place, { as: member, form })
  expect(done.headers.get('location')).toContain(`blocco=${idOf('Voce 1')}`)

  const section = paths.draftMove(document.id, idOf('Dopo'))
  expect(await house.read(`${section}?sezione=inizio`, member)).toContain('Prima di tutto il resto')
  expect(await house.read(`${section}?sezione=${idOf('Fine')}`, member)).toContain('Tutta la sezione: 3 blocchi')
  expect((await house.ask(section, { as: member, form: { what: 'section', after: '' } })).status).toBe(303)

  const after = await draft()
  const expected = ['Dopo', 'Sotto', 'Voce 0', 'Elenco', ...items.slice(2).map(({ source }) => source), 'Voce 1', 'Voce 2', 'Fine']
  expect(after.map(({ source }) => source)).toEqual(expected)
  expect(new Map(after.map(({ id, revision }) => [id, revision]))).toEqual(new Map(before.map(({ id, revision }) => [id, revision])))
})

test('the first title of a text is offered the places of the first section that has one', async () => {
  const text = [heading(1, 'Prima'), item(1), heading(1, 'Seconda'), item(2)]
  const { house, member, document } = await openDocument(await openHouse(), 'other', text)
  const [first, , second] = await draftOf(house.db, document.id)
  const page = await house.read(paths.draftMove(document.id, first?.id ?? ''), member)
  expect(page).toContain(`<option value="${second?.id}" selected`)
  expect(page).not.toContain('In questa sezione non c’è un altro posto')
})
