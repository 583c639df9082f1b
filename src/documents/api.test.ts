import { expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import { citizen, openHouse } from '../testing.ts'
import { openDocument, perimeter } from './test-document.ts'

test('a program writes a text, freezes it, compares it and comments it, through the same acts as the pages', async () => {
  const { house, slug, document, chair, member, observer } = await openDocument(await openHouse())
  const at = `/api/v1/documents/${document.id}`
  const get = async (path: string, as = member) =>
    (await house.ask(path, { as })).json() as Promise<Record<string, unknown> & { items: Record<string, unknown>[] }>
  const send = (path: string, json: unknown, as = chair, method = 'POST') => house.ask(path, { as, json, method })

  expect((await get(`/api/v1/ecosystems/${slug}/documents`)).items).toMatchObject([{ kind: 'perimeter', state: 'draft', inForce: null }])
  expect((await send(`${at}/versions`, { note: 'Prima' })).status).toBe(201)
  expect((await send(`${at}/versions`, {})).status).toBe(409)
  const blocks = perimeter.map(({ source, ...rest }, index) => ({ ...rest, source: index === 1 ? 'Il perimetro dice tutto.' : source }))
  expect((await send(`${at}/draft`, { blocks }, member, 'PUT')).status).toBe(204)
  const [, second] = (await get(`${at}/draft`)).items
  expect(second).toMatchObject({ text: 'Il perimetro dice tutto.', revision: 2 })
  expect((await send(`${at}/versions`, {})).status).toBe(201)
  expect((await get(`${at}/comparison?from=1&to=2`)).items).toMatchObject([{ kind: 'changed', blockId: second?.id, moved: false }])
  expect((await get(`${at}/versions/2/blocks`)).items).toHaveLength(perimeter.length)

  const comments = `${at}/draft/blocks/${second?.id}/comments`
  const made = (await (await send(comments, { text: 'Tutto?' }, observer)).json()) as { id: string }
  expect((await send(comments, { text: 'Quasi', parentId: made.id }, member)).status).toBe(201)
  expect((await get(comments)).items.map(({ text }) => text)).toEqual(['Tutto?', 'Quasi'])
  expect((await send(`${at}/draft/comments/${made.id}`, { open: false }, member, 'PUT')).status).toBe(204)

  expect((await send(`${at}/versions/2/final`, {})).status).toBe(204)
  const refused = await send(`${at}/versions/2/adoption`, { decisionId: newId() })
  expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
    422,
    expect.stringContaining('adoption-decision-missing'),
  ])
  expect((await send(`${at}/versions/2/publication`, {})).status).toBe(409)
})

test('a program of somebody else sees neither draft nor versions nor comments', async () => {
  const { house, document, chair } = await openDocument(await openHouse())
  const at = `/api/v1/documents/${document.id}`
  expect((await house.ask(`${at}/versions`, { as: chair, json: {}, method: 'POST' })).status).toBe(201)
  const stranger = citizen()
  for (const path of ['/draft', '/versions/1', '/versions/1/blocks', `/draft/blocks/${newId()}/comments`])
    expect((await house.ask(`${at}${path}`, { as: stranger })).status, path).toBe(404)
  expect(((await (await house.ask(`${at}/versions`, { as: stranger })).json()) as { items: unknown[] }).items).toEqual([])
  expect((await house.ask(`${at}/draft`, { as: stranger, json: { blocks: perimeter }, method: 'PUT' })).status).toBe(403)
})

test('what no form would send is refused with what to do', async () => {
  const { house, document, member } = await openDocument(await openHouse())
  const put = (json: unknown) => house.ask(`/api/v1/documents/${document.id}/draft`, { as: member, json, method: 'PUT' })
  for (const source of ['', 'a\u0000b', 'a\ud800', 'a'.repeat(20_001)])
    expect((await put({ blocks: [{ kind: 'paragraph', source }] })).status, source.slice(0, 4)).toBeGreaterThanOrEqual(400)
  expect((await put({ blocks: [] })).status).toBe(422)
  expect((await put({ blocks: [{ kind: 'perimeter-item', source: 'x', data: { place: 'beyond' } }] })).status).toBe(422)
  expect((await put({ blocks: [{ kind: 'chapter', source: 'x' }] })).status).toBe(422)
})
