import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, listEcosystems, nameIn } from '../../ecosystems/index.ts'
import { isId } from '../../kernel/id.ts'
import { namesOf, suggestOrganisations } from '../../organisations/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { pickOne } from '../../ui/picks.ts'
import { wordsFor } from '../../ui/reader.tsx'
import type { Suggestion } from '../../ui/suggest.tsx'
import { addSystem, correctSystem, SystemForm, type SystemInput } from '../actions/systems.ts'
import { formWords } from '../messages/forms.ts'
import { placeOfLandscape } from '../place.ts'
import type { System } from '../rules/systems.ts'
import { type Around, aroundSystem, type Place } from './around.ts'
import { EditPage } from './edit-view.tsx'

export const editPages = router()

interface Where {
  readonly id: string
  readonly ecosystem: Place
  readonly around: Around | null
}

editPages.get('/ecosistemi/:slug/sistemi/nuovo', async (c) =>
  drawn(
    c,
    await whereNew(c),
    { values: { kind: c.req.query('tipo'), inServicePrecision: 'day', expectedPrecision: 'month' }, errors: {} },
    [],
  ),
)

editPages.post('/ecosistemi/:slug/sistemi/nuovo', async (c) => {
  const where = await whereNew(c)
  return sent(c, where, async (input) => {
    const { id } = await addSystem(c.var, where.ecosystem.slug, input)
    return withQuery(paths.system(id), { fatto: 'aggiunto' })
  })
})

editPages.get('/sistemi/:id/modifica', async (c) => {
  const where = await whereOld(c)
  const { system } = where.around
  return drawn(c, where, { values: valuesOf(system), errors: {} }, await holderOption(c, system.holderId))
})

editPages.post('/sistemi/:id/modifica', async (c) => {
  const where = await whereOld(c)
  return sent(c, where, async (input) => {
    const { id } = await correctSystem(c.var, where.around.system.id, input)
    return withQuery(paths.system(id), { fatto: 'corretto' })
  })
})

async function whereNew(c: Ctx): Promise<Where> {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'landscape.add', placeOfLandscape(ecosystem.id))
  return { id: ecosystem.id, ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) }, around: null }
}

async function whereOld(c: Ctx): Promise<Where & { around: Around }> {
  const around = await aroundSystem(c)
  const { ecosystemId } = around.system
  mustBeAble(c.var.actor, 'landscape.correct', placeOfLandscape(ecosystemId))
  return { id: ecosystemId, ecosystem: around.ecosystem, around }
}

/** Reads the form, its holder searched for among too many to list, and does what it asks; or shows it again. */
async function sent(c: Ctx, where: Where, act: (input: SystemInput) => Promise<string>) {
  const { db, reader } = c.var
  const form = await readForm(c, SystemForm)
  const holder = await pickOne(form.values, 'holderId', (words) => suggestOrganisations(db, reader.lang, words))
  const options = holder.options.length > 0 ? holder.options : await holderOption(c, holder.ids[0] ?? '')
  const again = (errors: Filled['errors']) => drawn(c, where, { values: form.values, errors }, options)
  if (holder.asking) return again({})
  const unchosen = holder.settled && holder.ids.length > 0 ? {} : { holderId: wordsFor(reader, formWords)('holderUnchosen') }
  if (!form.data || Object.keys(unchosen).length > 0) return again({ ...form.errors, ...unchosen })
  try {
    return c.redirect(inLang(reader.lang, await act({ ...form.data, holderId: holder.ids[0] ?? '' })), 303)
  } catch (error) {
    return again(refusal(c, error))
  }
}

async function holderOption(c: Ctx, id: string): Promise<Suggestion[]> {
  const label = isId(id) ? (await namesOf(c.var.db, [id], c.var.today)).get(id) : undefined
  return label ? [{ value: id, label }] : []
}

async function drawn(c: Ctx, { id, ecosystem, around }: Where, filled: Filled, holders: readonly Suggestion[]) {
  const { db, today, reader } = c.var
  const others = (await listEcosystems(db, today)).filter((one) => one.id !== id)
  const ecosystems = others.map((one) => ({ value: one.id as string, label: nameIn(reader.lang, one) }))
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<EditPage {...{ reader, ecosystem, around, holders, ecosystems }} {...filled} />, status)
}

const parts = [
  'kind',
  'nameIt',
  'nameEn',
  'acronym',
  'holderId',
  'descriptionIt',
  'descriptionEn',
  'dataIt',
  'dataEn',
  'access',
  'accessUrl',
  'pageUrl',
  'apiUrl',
  'datasetUrl',
  'expectedOn',
  'expectedPrecision',
  'inServiceOn',
  'inServicePrecision',
] as const

function valuesOf(system: System): Filled['values'] {
  const { personalData, nationalInterest, alsoConcerns } = system
  const told = personalData === null ? 'untold' : personalData ? 'yes' : 'no'
  return {
    ...Object.fromEntries(parts.map((part) => [part, system[part] ?? undefined])),
    personalData: told,
    nationalInterest: nationalInterest ? 'on' : undefined,
    alsoConcerns,
  }
}
