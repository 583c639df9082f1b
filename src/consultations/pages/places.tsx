import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { blocksOf, getVersion, type Version, versionsOf } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { PlaceForm, placeAnnotation } from '../actions/place.ts'
import { notCarried, type Spot } from '../rules/carrying.ts'
import type { Contribution } from '../rules/contributions.ts'
import { placesOf } from '../store/annotation-places.ts'
import { annotationsOf } from '../store/annotations.ts'
import { countPlaces } from '../store/placed.ts'
import { waitingIn } from '../waiting.ts'
import { aroundFor } from './around.tsx'
import { nothing, statusOf } from './form-page.tsx'
import { QueuePage } from './places-queue.tsx'
import { PlacePage } from './places-view.tsx'
import { contributionAt } from './shown.ts'

export const placePages = router()

const perPage = 25

placePages.get('/consultazioni/:id/annotazioni', async (c) => {
  const { db, reader } = c.var
  const whole = await aroundFor(c, 'consultations.place-annotation')
  const { id, documentId, versionId } = whole.consultation
  const consulted = await getVersion(db, versionId)
  const versions = await versionsOf(db, documentId)
  const later = versions.filter(({ number }) => number > consulted.number)
  const { versione, da, fatto } = c.req.query()
  const version = later.find(({ number }) => String(number) === versione) ?? later.at(-1)
  if (versione && String(version?.number) !== versione) throw new Problem(notFound)
  const found = version ? await waitingIn(db, id, version.id, { cursor: da, limit: perPage }) : { items: [], next: null }
  const counts = version ? await countPlaces(db, id, version.id) : null
  return c.html(<QueuePage {...{ reader, whole, later, version, versions, found, counts, da }} done={fatto} />)
})

const one = '/consultazioni/:id/annotazioni/:number{[0-9]+}/:version{[0-9]+}'

placePages.get(one, (c) => placePage(c, nothing))

placePages.post(one, async (c) => {
  const { consultation } = await aroundFor(c, 'consultations.place-annotation')
  const contribution = await contributionAt(c)
  const version = await versionAt(c, consultation.documentId)
  const form = await readForm(c, PlaceForm)
  if (!form.data) return placePage(c, form)
  try {
    await placeAnnotation(c.var, consultation.id, contribution.id, version.id, form.data)
  } catch (error) {
    return placePage(c, { values: form.values, errors: refusal(c, error) })
  }
  const queue = withQuery(paths.annotationPlaces(consultation.id), { versione: version.number, fatto: 'collocata' })
  return c.redirect(inLang(c.var.reader.lang, queue), 303)
})

async function versionAt(c: Ctx, documentId: string): Promise<Version> {
  const version = (await versionsOf(c.var.db, documentId)).find(({ number }) => String(number) === c.req.param('version'))
  if (!version) throw new Problem(notFound)
  return version
}

/** What a contribution speaks of, in the version it was written on. */
async function spotOf(c: Ctx, { consultationId, id, target }: Contribution): Promise<Spot> {
  if (target.kind === 'whole') throw new Problem(notFound)
  const words = (await annotationsOf(c.var.db, consultationId, [id])).get(id)
  return { blockId: target.blockId, starts: words?.starts ?? null, ends: words?.ends ?? null }
}

async function placePage(c: Ctx, filled: Filled) {
  const { db, reader } = c.var
  const whole = await aroundFor(c, 'consultations.place-annotation')
  const contribution = await contributionAt(c)
  const version = await versionAt(c, whole.consultation.documentId)
  const written = await getVersion(db, contribution.versionId)
  const place = (await placesOf(db, contribution.consultationId, [contribution.id])).find(({ versionId }) => versionId === version.id)
  if (!place) throw new Problem(notCarried, { number: version.number })
  const spot = await spotOf(c, contribution)
  const before = (await blocksOf(db, written.id)).find(({ id }) => id === spot.blockId) ?? null
  const after = await blocksOf(db, version.id)
  return c.html(<PlacePage {...{ reader, whole, contribution, place, spot, before, after, written, version, filled }} />, statusOf(filled))
}
