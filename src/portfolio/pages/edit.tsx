import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import { isId } from '../../kernel/id.ts'
import { namesOf, suggestOrganisations } from '../../organisations/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { type Pick, pickMany, pickOne, withPicks } from '../../ui/picks.ts'
import { wordsFor } from '../../ui/reader.tsx'
import type { Suggestion } from '../../ui/suggest.tsx'
import { addProject, correctProject, ProjectForm, type ProjectInput } from '../actions/projects.ts'
import { formWords } from '../messages/forms.ts'
import { placeOfProjects } from '../place.ts'
import { type Project, titleIn } from '../rules/projects.ts'
import { projectsById } from '../store/projects.ts'
import { type Around, aroundProject, type Place } from './around.tsx'
import { EditPage } from './edit-view.tsx'
import { suggestProjects } from './list.tsx'

export const editPages = router()

interface Where {
  readonly id: string
  readonly ecosystem: Place
  readonly around: Around | null
}

editPages.get('/ecosistemi/:slug/progetti/nuovo', async (c) => {
  const where = await whereNew(c)
  return drawn(c, where, { values: { kind: c.req.query('tipo') }, errors: {} }, [], [])
})

editPages.post('/ecosistemi/:slug/progetti/nuovo', async (c) => {
  const where = await whereNew(c)
  return sent(c, where, async (input) => {
    const { id } = await addProject(c.var, where.ecosystem.slug, input)
    return withQuery(paths.project(id), { fatto: 'aggiunto' })
  })
})

editPages.get('/progetti/:id/modifica', async (c) => {
  const where = await whereOld(c)
  const { project } = where.around
  const names = await namesOf(c.var.db, project.organisationIds, c.var.today)
  const chosen = project.organisationIds.map((value) => ({ value, label: names.get(value) ?? '' }))
  return drawn(c, where, { values: valuesOf(project), errors: {} }, chosen, await wholeOption(c, project.partOfId))
})

editPages.post('/progetti/:id/modifica', async (c) => {
  const where = await whereOld(c)
  return sent(c, where, async (input) => {
    const { id } = await correctProject(c.var, where.around.project.id, input)
    return withQuery(paths.project(id), { fatto: 'corretto' })
  })
})

async function whereNew(c: Ctx): Promise<Where> {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'portfolio.add', placeOfProjects(ecosystem.id))
  return { id: ecosystem.id, ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) }, around: null }
}

async function whereOld(c: Ctx): Promise<Where & { around: Around }> {
  const around = await aroundProject(c, c.req.param('id') ?? '')
  const { ecosystemId } = around.project
  mustBeAble(c.var.actor, 'portfolio.correct', placeOfProjects(ecosystemId))
  return { id: ecosystemId, ecosystem: around.ecosystem, around }
}

/** Reads the form, its choices among too many to list included, and does what it asks; or shows it again. */
async function sent(c: Ctx, where: Where, act: (input: ProjectInput) => Promise<string>) {
  const { db, reader } = c.var
  const form = await readForm(c, ProjectForm)
  const owners = await pickMany(form.values, 'organisationIds', (words) => suggestOrganisations(db, reader.lang, words))
  const whole = await pickOne(form.values, 'partOfId', (words) => suggestProjects(c, where.id, words))
  const values = withPicks(form.values, 'organisationIds', owners)
  const again = async (errors: Filled['errors']) =>
    drawn(c, where, { values, errors }, await ownerOptions(c, owners), await wholeOptions(c, whole), owners.options)
  if (owners.asking || whole.asking) return again({})
  if (!form.data || !owners.settled || !whole.settled) return again({ ...form.errors, ...unsettled(c, owners, whole) })
  try {
    const to = await act({ ...form.data, organisationIds: [...owners.ids], partOfId: whole.ids[0] ?? null })
    return c.redirect(inLang(reader.lang, to), 303)
  } catch (error) {
    return again(refusal(c, error))
  }
}

function unsettled(c: Ctx, owners: Pick, whole: Pick): Filled['errors'] {
  const t = wordsFor(c.var.reader, formWords)
  return {
    ...(owners.settled ? {} : { organisationIds: t('organisationUnchosen') }),
    ...(whole.settled ? {} : { partOfId: t('partOfUnchosen') }),
  }
}

async function ownerOptions(c: Ctx, { ids }: Pick): Promise<Suggestion[]> {
  const names = await namesOf(c.var.db, ids.filter(isId), c.var.today)
  return ids.flatMap((value) => (names.has(value) ? [{ value, label: names.get(value) ?? '' }] : []))
}

async function wholeOptions(c: Ctx, { ids, options }: Pick): Promise<readonly Suggestion[]> {
  return options.length > 0 ? options : wholeOption(c, ids[0] ?? null)
}

async function wholeOption(c: Ctx, id: string | null): Promise<Suggestion[]> {
  const project = id && isId(id) ? (await projectsById(c.var.db, [id])).get(id) : undefined
  return project ? [{ value: project.id, label: titleIn(c.var.reader.lang, project) }] : []
}

function drawn(
  c: Ctx,
  { ecosystem, around }: Where,
  filled: Filled,
  chosen: readonly Suggestion[],
  wholes: readonly Suggestion[],
  found: readonly Suggestion[] = [],
) {
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<EditPage reader={c.var.reader} {...{ ecosystem, around, chosen, wholes, found }} {...filled} />, status)
}

function valuesOf(project: Project): Filled['values'] {
  const { kind, titleIt, summaryIt, audiences } = project
  const parts = ['titleEn', 'summaryEn', 'partOfId', 'expectedStart', 'expectedEnd', 'startedOn', 'endedOn', 'link'] as const
  return { kind, titleIt, summaryIt, audiences, ...Object.fromEntries(parts.map((part) => [part, project[part] ?? undefined])) }
}
