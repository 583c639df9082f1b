import { createRoute, z } from '@hono/zod-openapi'
import { apiRouter, refused } from '../../platform/api.ts'
import { acting, listOf, making, reading, secured } from '../../platform/api-routes.ts'
import { DiscardForm, discardConsultation, takeUpAgain } from '../actions/discard.ts'
import { addMaterial, MaterialForm, MoveForm, moveMaterial, removeMaterial } from '../actions/materials.ts'
import { addMilestone, changeMilestone, endMilestone, MilestoneForm } from '../actions/milestones.ts'
import { type Milestone, milestoneKinds } from '../rules/milestones.ts'
import { type ShownMaterial, shownMaterials } from '../shown-materials.ts'
import { milestonesOf } from '../store/milestones.ts'
import { readable } from './readable.ts'
import { ById, FileJson, fileIn } from './schemas.ts'

export const accompanyApi = apiRouter()

const tag = 'Consultations'

const ByMaterial = ById.extend({ material: z.uuid() })
const ByDate = ById.extend({ date: z.uuid() })

const MaterialJson = z
  .object({
    id: z.uuid(),
    titleIt: z.string(),
    titleEn: z.string().nullable(),
    lang: z.enum(['it', 'en']).openapi({ description: 'In which it is written' }),
    address: z.string().nullable().openapi({ description: 'Of a page or file that stands elsewhere' }),
    file: z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int(), sha256: z.string() }).nullable(),
    addedAt: z.iso.datetime(),
  })
  .openapi('ConsultationMaterial')

function materialJson({ id, titleIt, titleEn, lang, address, file, addedAt }: ShownMaterial): z.output<typeof MaterialJson> {
  const kept = file && { id: file.id, name: file.name, type: file.type, size: file.size, sha256: file.sha256 }
  return { id, titleIt, titleEn, lang, address, file: kept, addedAt: addedAt.toISOString() }
}

const MilestoneJson = z
  .object({
    id: z.uuid(),
    kind: z.enum(milestoneKinds),
    titleIt: z.string(),
    titleEn: z.string().nullable(),
    day: z.iso.date(),
    starts: z.string().nullable().openapi({ description: 'By the clock in Europe/Rome; null for the whole day', example: '17:30' }),
    ends: z.string().nullable(),
    place: z.string().nullable(),
    address: z.string().nullable(),
    cancelled: z.boolean(),
  })
  .openapi('ConsultationDate')

function milestoneJson({ id, kind, titleIt, titleEn, day, starts, ends, place, address, cancelledAt }: Milestone) {
  return { id, kind, titleIt, titleEn, day, starts, ends, place, address, cancelled: cancelledAt !== null }
}

accompanyApi.openapi(
  reading(tag, '/consultations/{id}/materials', 'What goes with the text', ById, listOf(MaterialJson), 'In order'),
  async (c) => {
    const { id } = await readable(c, c.req.valid('param').id)
    return c.json({ items: (await shownMaterials(c.var.db, id)).map(materialJson) }, 200)
  },
)

const MaterialSent = MaterialForm.extend({ file: FileJson.omit({ questionId: true }).nullable().default(null) })

accompanyApi.openapi(making(tag, '/consultations/{id}/materials', 'Add a file or a link', ById, MaterialSent), async (c) => {
  const { file, ...input } = MaterialSent.parse(c.req.valid('json'))
  const { id } = await addMaterial(c.var, c.req.valid('param').id, input, file && fileIn({ ...file, questionId: null }))
  return c.json({ id }, 201)
})

accompanyApi.openapi(
  acting(tag, 'post', '/consultations/{id}/materials/{material}/moves', 'Move it one place earlier or later', ByMaterial, MoveForm),
  async (c) => {
    const { id, material } = c.req.valid('param')
    await moveMaterial(c.var, id, material, c.req.valid('json'))
    return c.body(null, 204)
  },
)

const ending = <Path extends string, Params extends z.ZodObject>(path: Path, summary: string, params: Params) =>
  createRoute({
    method: 'delete',
    path,
    tags: [tag],
    summary,
    ...secured,
    request: { params },
    responses: { 204: { description: 'Recorded' }, ...refused },
  })

accompanyApi.openapi(
  ending('/consultations/{id}/materials/{material}', 'Remove it; refused once the consultation was opened', ByMaterial),
  async (c) => {
    const { id, material } = c.req.valid('param')
    await removeMaterial(c.var, id, material)
    return c.body(null, 204)
  },
)

accompanyApi.openapi(
  reading(tag, '/consultations/{id}/dates', 'Public meetings, webinars and other dates', ById, listOf(MilestoneJson), 'By day'),
  async (c) => {
    const { id } = await readable(c, c.req.valid('param').id)
    return c.json({ items: (await milestonesOf(c.var.db, id)).map(milestoneJson) }, 200)
  },
)

accompanyApi.openapi(making(tag, '/consultations/{id}/dates', 'Add a date', ById, MilestoneForm), async (c) => {
  const { id } = await addMilestone(c.var, c.req.valid('param').id, MilestoneForm.parse(c.req.valid('json')))
  return c.json({ id }, 201)
})

accompanyApi.openapi(acting(tag, 'put', '/consultations/{id}/dates/{date}', 'Change a date', ByDate, MilestoneForm), async (c) => {
  const { id, date } = c.req.valid('param')
  await changeMilestone(c.var, id, date, MilestoneForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

accompanyApi.openapi(
  ending('/consultations/{id}/dates/{date}', 'Remove it; once the consultation was opened, call it off', ByDate),
  async (c) => {
    const { id, date } = c.req.valid('param')
    await endMilestone(c.var, id, date)
    return c.body(null, 204)
  },
)

accompanyApi.openapi(
  acting(tag, 'post', '/consultations/{id}/discards', 'Give up a preparation that was never opened', ById, DiscardForm),
  async (c) => {
    await discardConsultation(c.var, c.req.valid('param').id, DiscardForm.parse(c.req.valid('json')))
    return c.body(null, 204)
  },
)

accompanyApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/resumed-preparations',
    tags: [tag],
    summary: 'Take a discarded preparation up again',
    ...secured,
    request: { params: ById },
    responses: { 204: { description: 'Recorded' }, ...refused },
  }),
  async (c) => {
    await takeUpAgain(c.var, c.req.valid('param').id)
    return c.body(null, 204)
  },
)
