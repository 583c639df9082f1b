import { createRoute, z } from '@hono/zod-openapi'
import { apiRouter, body, json, PageQuery, pageOf, refused } from '../platform/api.ts'
import { addOrganisation, CorrectionForm, correctOrganisation, OrganisationForm } from './actions.ts'
import { organisationKinds } from './rules.ts'
import { namesOver } from './store/names.ts'
import { getOrganisation } from './store/organisations.ts'
import { findOrganisations } from './store/search.ts'

const DayJson = z.iso.date().nullable()

const OrganisationJson = z
  .object({
    id: z.uuid(),
    name: z.string().openapi({ description: 'The name that holds now', example: 'Agenzia per l’Italia Digitale' }),
    kind: z.enum(organisationKinds),
    parentId: z.uuid().nullable().openapi({ description: 'The organisation that this one is a part of' }),
    ipaCode: z.string().nullable().openapi({ description: 'Code in the index of public administrations (IPA)', example: 'agid' }),
    taxCode: z.string().nullable().openapi({ example: '97735020584' }),
    ipaCategory: z.string().nullable().openapi({ example: 'C10' }),
    acronym: z.string().nullable().openapi({ example: 'AGID' }),
  })
  .openapi('Organisation')

const NamedJson = OrganisationJson.extend({
  names: z.array(z.object({ name: z.string(), from: DayJson, until: DayJson })).openapi({ description: 'Names over time, latest first' }),
}).openapi('OrganisationWithNames')

const FoundJson = OrganisationJson.extend({
  formerName: z.string().nullable().openapi({ description: 'The former name that the search found, when the present one does not match' }),
}).openapi('OrganisationFound')

const NewJson = z
  .object({
    name: z.string(),
    kind: z.enum(organisationKinds),
    parentId: z.uuid().nullable().optional(),
    ipaCode: z.string().nullable().optional(),
    taxCode: z.string().nullable().optional(),
    acronym: z.string().nullable().optional(),
    nameFrom: DayJson.optional().openapi({ description: 'Since when the name holds, where that is known' }),
  })
  .openapi('NewOrganisation')

const PatchJson = NewJson.partial()
  .extend({
    nameFrom: DayJson.optional().openapi({
      description:
        'With a new name: the day from which it holds, the former one being kept. Without: a mistake in the present name is mended',
    }),
  })
  .openapi('OrganisationPatch')

const Params = z.object({ id: z.uuid() })
const tags = ['Organisations']
const secured = { security: [{ token: [] }] }

export const api = apiRouter()

api.openapi(
  createRoute({
    method: 'get',
    path: '/organisations',
    tags,
    summary: 'Search the organisations',
    request: {
      query: PageQuery.extend({
        q: z
          .string()
          .max(200)
          .optional()
          .openapi({ description: 'Words of a name, present or former, an acronym or a code. Forgives small mistakes' }),
        kind: z.enum(organisationKinds).optional(),
        parent: z.uuid().optional().openapi({ description: 'Only the parts of this organisation' }),
      }),
    },
    responses: { 200: json(pageOf(FoundJson), 'By name; with words, best match first'), ...refused },
  }),
  async (c) => {
    const { parent: parentId, ...query } = c.req.valid('query')
    const { items, next } = await findOrganisations(c.var.db, { ...query, parentId })
    return c.json({ items: [...items], next }, 200)
  },
)

api.openapi(
  createRoute({
    method: 'get',
    path: '/organisations/{id}',
    tags,
    summary: 'One organisation',
    request: { params: Params },
    responses: { 200: json(NamedJson, 'The organisation and its names over time'), ...refused },
  }),
  async (c) => {
    const organisation = await getOrganisation(c.var.db, c.req.valid('param').id)
    return c.json({ ...organisation, names: await namesOver(c.var.db, organisation.id) }, 200)
  },
)

api.openapi(
  createRoute({
    method: 'post',
    path: '/organisations',
    tags,
    summary: 'Add an organisation',
    ...secured,
    request: body(NewJson),
    responses: { 201: json(OrganisationJson, 'Added'), ...refused },
  }),
  async (c) => c.json(await addOrganisation(c.var, OrganisationForm.parse(c.req.valid('json'))), 201),
)

api.openapi(
  createRoute({
    method: 'patch',
    path: '/organisations/{id}',
    tags,
    summary: 'Correct an organisation',
    description: 'What is left out stays as it is.',
    ...secured,
    request: { params: Params, ...body(PatchJson) },
    responses: { 200: json(OrganisationJson, 'Corrected'), ...refused },
  }),
  async (c) => {
    const before = await getOrganisation(c.var.db, c.req.valid('param').id)
    return c.json(await correctOrganisation(c.var, CorrectionForm.parse({ ...before, ...c.req.valid('json') })), 200)
  },
)
