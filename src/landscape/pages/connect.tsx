import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem, nameIn } from '../../ecosystems/index.ts'
import { isId } from '../../kernel/id.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { type Pick, pickOne } from '../../ui/picks.ts'
import { wordsFor } from '../../ui/reader.tsx'
import type { Suggestion } from '../../ui/suggest.tsx'
import { connect, correctInterconnection, InterconnectionForm, type InterconnectionInput } from '../actions/interconnections.ts'
import { formWords } from '../messages/forms.ts'
import type { LivingProject, Neighbours } from '../neighbours.ts'
import { placeOfLandscape } from '../place.ts'
import { systemsById } from '../store/systems.ts'
import { type AroundFlow, aroundFlow, type Place } from './around.ts'
import { ConnectPage } from './connect-view.tsx'
import { optionOf, suggestSystems } from './list.tsx'

interface Where {
  readonly id: string
  readonly ecosystem: Place
  /** Null for one that is being added. */
  readonly around: AroundFlow | null
}

type Options = Readonly<Record<'fromId' | 'toId' | 'projectId', readonly Suggestion[]>>

/** Adding and correcting an interconnection: its ends and its project are searched for among too many to list. */
export function connectPages(neighbours: Neighbours) {
  const pages = router()

  pages.get('/ecosistemi/:slug/interconnessioni/nuova', async (c) => {
    const fromId = c.req.query('di') ?? ''
    const options = { fromId: await systemOption(c, fromId), toId: [], projectId: [] }
    return drawn(c, await whereNew(c), { values: { fromId, realisedPrecision: 'day', plannedPrecision: 'month' }, errors: {} }, options)
  })

  pages.post('/ecosistemi/:slug/interconnessioni/nuova', async (c) => {
    const where = await whereNew(c)
    return sent(c, where, async (input) => {
      const { id } = await connect(c.var, where.ecosystem.slug, input, neighbours)
      return withQuery(paths.interconnection(id), { fatto: 'collegata' })
    })
  })

  pages.get('/interconnessioni/:id/modifica', async (c) => {
    const where = await whereOld(c)
    const { flow } = where.around
    const values = Object.fromEntries(parts.map((part) => [part, flow[part] ?? undefined]))
    return drawn(c, where, { values, errors: {} }, await optionsFor(c, flow))
  })

  pages.post('/interconnessioni/:id/modifica', async (c) => {
    const where = await whereOld(c)
    return sent(c, where, async (input) => {
      const { id } = await correctInterconnection(c.var, where.around.flow.id, input, neighbours)
      return withQuery(paths.interconnection(id), { fatto: 'corretta' })
    })
  })

  async function sent(c: Ctx, where: Where, act: (input: InterconnectionInput) => Promise<string>) {
    const { db, reader } = c.var
    const form = await readForm(c, InterconnectionForm)
    const from = await pickOne(form.values, 'fromId', (words) => suggestSystems(c, words))
    const to = await pickOne(form.values, 'toId', (words) => suggestSystems(c, words))
    const project = await pickOne(form.values, 'projectId', async (words) =>
      (await neighbours.suggestProjects(db, where.id, words, reader)).map(projectOption),
    )
    const chosen = { fromId: from.ids[0] ?? '', toId: to.ids[0] ?? '', projectId: project.ids[0] ?? null }
    const known = await optionsFor(c, chosen)
    const shown = (pick: Pick, name: keyof Options) => (pick.options.length > 0 ? pick.options : known[name])
    const options = { fromId: shown(from, 'fromId'), toId: shown(to, 'toId'), projectId: shown(project, 'projectId') }
    const again = (errors: Filled['errors']) => drawn(c, where, { values: form.values, errors }, options)
    if (from.asking || to.asking || project.asking) return again({})
    const unchosen = unsettled(c, from, to, project)
    if (!form.data || Object.keys(unchosen).length > 0) return again({ ...form.errors, ...unchosen })
    try {
      return c.redirect(inLang(reader.lang, await act({ ...form.data, ...chosen })), 303)
    } catch (error) {
      return again(refusal(c, error))
    }
  }

  async function optionsFor(c: Ctx, ids: { fromId: string; toId: string; projectId: string | null }): Promise<Options> {
    const { db, reader } = c.var
    const projects = await neighbours.projectsById(db, ids.projectId && isId(ids.projectId) ? [ids.projectId] : [], reader)
    return {
      fromId: await systemOption(c, ids.fromId),
      toId: await systemOption(c, ids.toId),
      projectId: [...projects.values()].map(projectOption),
    }
  }
  return pages
}

const parts = [
  'fromId',
  'toId',
  'purposeIt',
  'purposeEn',
  'dataIt',
  'dataEn',
  'means',
  'realisedOn',
  'realisedPrecision',
  'evidenceUrl',
  'plannedOn',
  'plannedPrecision',
  'projectId',
] as const

const projectOption = ({ id, title, state }: LivingProject): Suggestion => ({ value: id, label: title, detail: state.label })

async function systemOption(c: Ctx, id: string): Promise<Suggestion[]> {
  const system = isId(id) ? (await systemsById(c.var.db, [id])).get(id) : undefined
  return system && !system.withdrawnOn ? [optionOf(c, system)] : []
}

function unsettled(c: Ctx, from: Pick, to: Pick, project: Pick): Filled['errors'] {
  const t = wordsFor(c.var.reader, formWords)
  return {
    ...(from.settled && from.ids.length > 0 ? {} : { fromId: t('endUnchosen') }),
    ...(to.settled && to.ids.length > 0 ? {} : { toId: t('endUnchosen') }),
    ...(project.settled ? {} : { projectId: t('projectUnchosen') }),
  }
}

async function whereNew(c: Ctx): Promise<Where> {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'landscape.connect', placeOfLandscape(ecosystem.id))
  return { id: ecosystem.id, ecosystem: { slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) }, around: null }
}

async function whereOld(c: Ctx): Promise<Where & { around: AroundFlow }> {
  const around = await aroundFlow(c)
  const { ecosystemId } = around.flow
  mustBeAble(c.var.actor, 'landscape.correct-connection', placeOfLandscape(ecosystemId))
  return { id: ecosystemId, ecosystem: around.ecosystem, around }
}

function drawn(c: Ctx, { ecosystem, around }: Where, filled: Filled, options: Options) {
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<ConnectPage reader={c.var.reader} {...{ ecosystem, around, options }} {...filled} />, status)
}
