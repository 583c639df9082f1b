import { expect, test } from 'vitest'
import { paths } from './charter/paths.ts'
import { createDocument, declareFinal, draftOf, freezeDraft, importBlocks } from './documents/index.ts'
import { adopt, publish } from './documents/store/versions.ts'
import { day } from './kernel/day.ts'
import { newId } from './kernel/id.ts'
import { openLandscape } from './landscape/test-landscape.ts'

test('a text refers to a database as it is today, and the database tells which texts speak of it, and stays for as long as they do', async () => {
  const { house, slug, lead, desk, add } = await openLandscape()
  const { id } = await add({ nameIt: 'Catalogo generale', acronym: 'CG', inServiceOn: null, inServicePrecision: null })
  const document = await createDocument(house.desk(), slug, { kind: 'strategy', titleIt: 'Strategia', titleEn: 'Strategy', bodies: [] })
  await importBlocks(desk(), document.id, [{ kind: 'paragraph', level: 0, source: 'Il catalogo si apre.', data: {} }])
  const [block] = await draftOf(house.db, document.id)
  const address = paths.draftSection(document.id, 'inizio')
  const form = { base: `${block?.id}:1`, count: '1', 'id-0': block?.id ?? '', 'kind-0': 'paragraph', 'source-0': 'Il catalogo si apre.' }
  const found = await (await house.ask(address, { as: lead, form: { ...form, 'search-0': 'cg', do: 'search-0' } })).text()
  expect(found).toContain(`value="database:${id}"`)
  expect((await house.ask(address, { as: lead, form: { ...form, 'refs-0': `database:${id}`, do: 'save' } })).status).toBe(303)

  const draft = await house.read(paths.draft(document.id), lead)
  expect(draft).toContain(paths.system(id))
  expect(draft).toContain('in preparazione')
  expect(await house.read(paths.system(id))).toContain('Nessun documento')
  const refused = await house.ask(paths.systemWithdrawal(id), { as: lead, form: { reason: 'Errore' } })
  expect(await refused.text()).toContain('vi si riferisce: «Strategia»')

  const version = await freezeDraft(desk(), document.id)
  await declareFinal(desk(), version.id)
  await adopt(house.db, version.id, day('2020-07-22'), newId())
  await publish(house.db, version.id, day('2020-07-22'))
  expect(await house.read(paths.version(document.id, 1))).toContain('Catalogo generale (CG)')
  expect(await house.read(paths.versionFile(document.id, 1, 'html'))).toContain('Catalogo generale (CG): in preparazione')
  const page = await house.read(`/en${paths.system(id)}`)
  expect(page).toContain(`${paths.version(document.id, 1)}?blocco=${block?.id}`)
  expect(page).toContain('Il catalogo si apre.')
})
