import { createRoute, z } from '@hono/zod-openapi'
import { abouts, places } from '../../documents/index.ts'
import { apiRouter, json, refused } from '../../platform/api.ts'
import { acting, Slug } from '../../platform/api-routes.ts'
import type { Ctx } from '../../platform/http.ts'
import { AnswerForm, beginText, PerimeterForm, removeItem, writeAnswer, writePerimeterItem } from '../actions/texts.ts'
import { aroundText, type Guided, guided } from '../pages/around-text.ts'
import { itemAround, whereOf } from '../pages/text-item.ts'
import { needIdsOf } from '../vision.ts'

export const textsApi = apiRouter()

const tag = 'Perimeter and vision'
const OneItem = Slug.extend({ block: z.uuid() })

const Said = {
  id: z.uuid().openapi({ description: 'The block of the text: it lives through versions' }),
  source: z.string(),
  text: z.string(),
}
const Revision = z.number().int().nullable().openapi({ description: 'In a draft: sent back with a change' })

const PerimeterItemJson = z
  .object({ ...Said, place: z.enum(places), about: z.enum(abouts), ecosystemId: z.uuid().nullable(), revision: Revision })
  .openapi('PerimeterItem')

const VisionItemJson = z
  .object({
    ...Said,
    kind: z.enum(['objective', 'intervention']),
    needs: z.array(z.uuid()).openapi({ description: 'The needs that it answers' }),
    revision: Revision,
  })
  .openapi('VisionItem')

const head = {
  documentId: z.uuid().nullable(),
  which: z.enum(['draft', 'version']).openapi({ description: 'Members are shown the draft, everybody the version in force' }),
  version: z.number().int().nullable().openapi({ description: 'The number of the version in force' }),
}

async function shown(c: Ctx, kind: Guided, text: z.output<typeof Faces>['text']) {
  const { document, version, which, blocks } = await aroundText(c, kind, text === 'published')
  return { told: { documentId: document?.id ?? null, which, version: version?.number ?? null }, blocks }
}

const Faces = z.object({ text: z.enum(['published']).optional().openapi({ description: 'For members too, what everybody reads' }) })

const readingText = <Path extends string, Item extends z.ZodType>(path: Path, summary: string, item: Item) =>
  createRoute({
    method: 'get',
    path,
    tags: [tag],
    summary,
    request: { params: Slug, query: Faces },
    responses: { 200: json(z.object({ ...head, items: z.array(item) }), 'Item by item, in order'), ...refused },
  })

textsApi.openapi(readingText('/ecosystems/{slug}/perimeter', 'The perimeter of an ecosystem', PerimeterItemJson), async (c) => {
  const { told, blocks } = await shown(c, 'perimeter', c.req.valid('query').text)
  const items = blocks.flatMap(({ id, kind, source, text, data, revision = null }) => {
    if (kind !== 'perimeter-item') return []
    const { place = 'inside', about = 'services', ecosystemId = null } = data
    return [{ id, source, text, place, about, ecosystemId, revision }]
  })
  return c.json({ ...told, items }, 200)
})

textsApi.openapi(readingText('/ecosystems/{slug}/vision', 'The vision of an ecosystem', VisionItemJson), async (c) => {
  const { told, blocks } = await shown(c, 'vision', c.req.valid('query').text)
  const items = blocks.flatMap((block) => {
    const { id, kind, source, text, revision = null } = block
    return kind === 'objective' || kind === 'intervention' ? [{ id, kind, source, text, needs: needIdsOf(block), revision }] : []
  })
  return c.json({ ...told, items }, 200)
})

for (const kind of guided)
  textsApi.openapi(
    acting(tag, 'post', `/ecosystems/{slug}/${kind}`, `Begin the ${kind}, as a draft of the working group`, Slug, z.object({})),
    async (c) => {
      await beginText(c.var, c.req.valid('param').slug, kind)
      return c.body(null, 204)
    },
  )

const readRevision = z.number().int().min(1).openapi({ description: 'The revision that you read' })

const PerimeterItem = z
  .object({
    source: z.string(),
    place: z.enum(places),
    about: z.enum(abouts),
    ecosystemId: z.uuid().nullable().optional().openapi({ description: 'The other ecosystem, where it is about ecosystems' }),
  })
  .openapi('PerimeterItemSaid')
const VisionItem = z.object({ source: z.string(), needs: z.array(z.uuid()).max(200).optional() }).openapi('VisionItemSaid')

const newPlace = async (c: Ctx, kind: Guided) => whereOf(await itemAround(c, kind, null), null)

/** Where an item is, that was read at a revision. */
async function placeOf(c: Ctx, kind: Guided, block: string, revision: number) {
  const item = await itemAround(c, kind, block)
  const { documentId, ecosystemId } = whereOf(item, revision)
  return { documentId, ecosystemId, at: { id: block, revision }, kind: item.block?.kind }
}

textsApi.openapi(acting(tag, 'post', '/ecosystems/{slug}/perimeter/items', 'Add an item to the draft', Slug, PerimeterItem), async (c) => {
  await writePerimeterItem(c.var, await newPlace(c, 'perimeter'), PerimeterForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

textsApi.openapi(
  acting(
    tag,
    'put',
    '/ecosystems/{slug}/perimeter/items/{block}',
    'Change an item of the draft',
    OneItem,
    PerimeterItem.extend({ revision: readRevision }),
  ),
  async (c) => {
    const { revision, ...input } = c.req.valid('json')
    const where = await placeOf(c, 'perimeter', c.req.valid('param').block, revision)
    await writePerimeterItem(c.var, where, PerimeterForm.parse(input))
    return c.body(null, 204)
  },
)

for (const [path, kind] of [
  ['objectives', 'objective'],
  ['interventions', 'intervention'],
] as const)
  textsApi.openapi(acting(tag, 'post', `/ecosystems/{slug}/vision/${path}`, `Add an ${kind} to the draft`, Slug, VisionItem), async (c) => {
    await writeAnswer(c.var, await newPlace(c, 'vision'), kind, AnswerForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  })

textsApi.openapi(
  acting(
    tag,
    'put',
    '/ecosystems/{slug}/vision/items/{block}',
    'Change an objective or an intervention of the draft',
    OneItem,
    VisionItem.extend({ revision: readRevision }),
  ),
  async (c) => {
    const { revision, ...input } = c.req.valid('json')
    const { kind, ...where } = await placeOf(c, 'vision', c.req.valid('param').block, revision)
    await writeAnswer(c.var, where, kind === 'intervention' ? kind : 'objective', AnswerForm.parse(input))
    return c.body(null, 204)
  },
)

for (const kind of guided)
  textsApi.openapi(
    acting(
      tag,
      'post',
      `/ecosystems/{slug}/${kind}/items/{block}/removals`,
      'Take an item out of the draft',
      OneItem,
      z.object({ revision: readRevision }),
    ),
    async (c) => {
      const { block } = c.req.valid('param')
      await removeItem(c.var, await placeOf(c, kind, block, c.req.valid('json').revision))
      return c.body(null, 204)
    },
  )
