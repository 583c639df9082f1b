import { createRoute, z } from '@hono/zod-openapi'
import { inLang, paths } from '../../charter/paths.ts'
import { type Version, versionsOf } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { freshFor } from '../../platform/public-pages.ts'
import { PlaceForm, placeAnnotation } from '../actions/place.ts'
import { signaturesOf } from '../people.ts'
import { type AnnotationPlace, placeStates, type Spot } from '../rules/carrying.ts'
import type { Contribution } from '../rules/contributions.ts'
import { placesOf } from '../store/annotation-places.ts'
import { type Annotation, annotationsOf } from '../store/annotations.ts'
import { getConsultation } from '../store/consultations.ts'
import { contributionByNumber } from '../store/contributions.ts'
import { listContributions } from '../store/listing.ts'
import { readableVersions } from '../versions.ts'
import { ById, ByNumber } from './schemas.ts'

export const annotationsApi = apiRouter()

const tag = 'Contributions'
const context = 'http://www.w3.org/ns/anno.jsonld'

const QuoteJson = z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() })
const PositionJson = z
  .object({ type: z.literal('TextPositionSelector'), start: z.number().int(), end: z.number().int() })
  .openapi({ description: 'In UTF-16 units of the block’s plain text' })

const TargetJson = z
  .object({
    type: z.literal('SpecificResource'),
    source: z.url().openapi({ description: 'A version of the text' }),
    version: z.number().int(),
    placement: z.enum(['written', ...placeStates]).openapi({
      description:
        '`written`: the version it was written on. In the others, where it stands there; `ambiguous` while a person has not said',
    }),
    confirmed: z.boolean().openapi({ description: 'Decided by a person' }),
    selector: z
      .object({
        type: z.literal('FragmentSelector'),
        value: z.string().openapi({ example: 'b-018f…' }),
        refinedBy: z.array(z.union([QuoteJson, PositionJson])),
      })
      .nullable()
      .openapi({ description: 'Null where it stands nowhere' }),
  })
  .openapi('AnnotationTarget')

const AnnotationJson = z
  .object({
    '@context': z.literal(context),
    id: z.url(),
    type: z.literal('Annotation'),
    motivation: z.literal('commenting'),
    created: z.iso.datetime(),
    modified: z.iso.datetime().nullable(),
    creator: z.object({ type: z.enum(['Person', 'Organization']), name: z.string() }),
    body: z.object({
      type: z.literal('TextualBody'),
      value: z.string(),
      language: z.enum(['it', 'en']),
      format: z.literal('text/plain'),
    }),
    target: z.array(TargetJson),
  })
  .openapi('Annotation')

annotationsApi.openapi(
  createRoute({
    method: 'get',
    path: '/consultations/{id}/annotations',
    tags: [tag],
    summary: 'What is said of parts of the text, as W3C Web Annotations',
    description: 'The newest first. Only what can be read: the withdrawn and the hidden are left out.',
    request: { params: ById, query: PageQuery },
    responses: { 200: json(pageOf(AnnotationJson), 'A page of annotations'), ...refused },
  }),
  async (c) => {
    freshFor(c, 2)
    const { db, actor, reader, today, config } = c.var
    const { id } = c.req.valid('param')
    const { cursor, limit } = c.req.valid('query')
    const consultation = await getConsultation(db, id)
    if (!consultation.openedAt) throw new Problem(notFound)
    const found = await listContributions(db, { consultationId: id, state: 'visible', onText: true, cursor, limit })
    const ids = found.items.map((one) => one.id as string)
    const words = await annotationsOf(db, id, ids)
    const places = Map.groupBy(await placesOf(db, id, ids), ({ contributionId }) => contributionId)
    const versions = await versionsOf(db, consultation.documentId)
    const readable = await readableVersions(db, actor, consultation, today)
    const by = await signaturesOf(db, reader.lang, found.items)
    const told = { base: config.baseUrl, versions, readable }
    const items = found.items.map((one) => annotationJson(one, by(one), words.get(one.id), places.get(one.id) ?? [], told))
    return c.json({ items, next: found.next }, 200)
  },
)

interface Told {
  readonly base: string
  readonly versions: readonly Version[]
  readonly readable: readonly Version[]
}

function annotationJson(
  one: Contribution,
  name: string,
  words: Annotation | undefined,
  places: readonly AnnotationPlace[],
  { base, versions, readable }: Told,
): z.output<typeof AnnotationJson> {
  const written = versions.find(({ id }) => id === one.versionId)
  const blockId = one.target.kind === 'whole' ? '' : one.target.blockId
  const own: Spot = { blockId, starts: words?.starts ?? null, ends: words?.ends ?? null }
  const at = (version: Version) => new URL(paths.version(version.documentId, version.number), base).href
  const later = readable.flatMap((version) => {
    const place = places.find(({ versionId }) => versionId === version.id)
    return place ? [{ version, place }] : []
  })
  return {
    '@context': context,
    id: new URL(inLang('it', paths.contribution(one.consultationId, one.number)), base).href,
    type: 'Annotation',
    motivation: 'commenting',
    created: one.receivedAt.toISOString(),
    modified: one.changedAt?.toISOString() ?? null,
    creator: { type: one.organisationId ? 'Organization' : 'Person', name },
    body: { type: 'TextualBody', value: one.text ?? '', language: one.lang, format: 'text/plain' },
    target: [
      ...(written ? [target({ source: at(written), version: written.number, placement: 'written', confirmed: false }, own, words)] : []),
      ...later.map(({ version, place: { state, waits, spot, confirmedAt } }) =>
        target(
          {
            source: at(version),
            version: version.number,
            placement: waits ? 'ambiguous' : state,
            confirmed: confirmedAt !== null,
          },
          waits ? null : spot,
        ),
      ),
    ],
  }
}

type Target = z.output<typeof TargetJson>

function target(where: Omit<Target, 'type' | 'selector'>, spot: Spot | null, words?: Annotation): Target {
  const quote = words ? [{ type: 'TextQuoteSelector' as const, exact: words.exact, prefix: words.prefix, suffix: words.suffix }] : []
  const position =
    spot && spot.starts !== null && spot.ends !== null
      ? [{ type: 'TextPositionSelector' as const, start: spot.starts, end: spot.ends }]
      : []
  const selector = spot && { type: 'FragmentSelector' as const, value: `b-${spot.blockId}`, refinedBy: [...quote, ...position] }
  return { type: 'SpecificResource', ...where, selector }
}

annotationsApi.openapi(
  createRoute({
    method: 'post',
    path: '/consultations/{id}/contributions/{number}/places',
    tags: [tag],
    summary: 'Say where a contribution stands in a later version of the text',
    security: [{ token: [] }],
    request: {
      params: ByNumber,
      body: { required: true, content: { 'application/json': { schema: PlaceForm.extend({ versionId: z.uuid() }) } } },
    },
    responses: { 204: { description: 'Done' }, ...refused },
  }),
  async (c) => {
    const { id, number } = c.req.valid('param')
    const { versionId, ...input } = c.req.valid('json')
    const contribution = await contributionByNumber(c.var.db, id, number)
    await placeAnnotation(c.var, id, contribution.id, versionId, PlaceForm.parse(input))
    return c.body(null, 204)
  },
)
