import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { suggestOrganisations } from '../../organisations/index.ts'
import { type FormValues, readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { type Suggestion, suggestButton } from '../../ui/suggest.tsx'
import { ActorForm, appointLead, dismissLead, EndForm, involveActor, LeadForm, releaseActor } from '../actions/parties.ts'
import { pickParty } from '../party-rules.ts'
import { placeOf } from '../rules.ts'
import { actorsOver, leadsOver } from '../store/parties.ts'
import { getEcosystem } from '../store/views.ts'
import { EndPage, PartiesPage, type PartyKind, type Shown } from './parties-view.tsx'

export const partyPages = router()

/** Leads and actors are kept alike: a list with its days, somebody added, somebody who leaves. */
const kinds = {
  leads: {
    over: leadsOver,
    address: paths.ecosystemLeads,
    end: paths.leadEnd,
    add: 'ecosystems.appoint-lead',
    remove: 'ecosystems.dismiss-lead',
  },
  actors: {
    over: actorsOver,
    address: paths.ecosystemActors,
    end: paths.actorEnd,
    add: 'ecosystems.involve',
    remove: 'ecosystems.involve',
  },
} as const

async function listPage(
  c: Ctx,
  kind: PartyKind,
  slug: string,
  filled: { values: FormValues; errors: Record<string, string> },
  options: Suggestion[] = [],
) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, slug, today)
  const place = placeOf(ecosystem)
  // Anybody reads the list; only who may send its form gets an answer to it.
  if (c.req.method === 'POST') mustBeAble(actor, kinds[kind].add, place)
  const parties = await kinds[kind].over(db, [ecosystem.id], today)
  const may = { add: can(actor, kinds[kind].add, place), remove: can(actor, kinds[kind].remove, place) }
  const done = c.req.query('fatto') ?? null
  return c.html(
    <PartiesPage
      {...{ reader, kind, ecosystem, parties, may, done, options }}
      {...filled}
      address={kinds[kind].address(slug)}
      endOf={(id) => kinds[kind].end(slug, id)}
    />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

const nothing = { values: {}, errors: {} }

partyPages.get('/ecosistemi/:slug/capofila', (c) => listPage(c, 'leads', c.req.param('slug'), nothing))
partyPages.get('/ecosistemi/:slug/attori', (c) => listPage(c, 'actors', c.req.param('slug'), nothing))

/** Without script the words typed are searched first, and the form comes back with what they found. */
async function suggestions(c: Ctx, values: FormValues): Promise<Suggestion[]> {
  const words = values['organisationId-query']
  if (typeof words !== 'string' || !words.trim()) return []
  return suggestOrganisations(c.var.db, c.var.reader.lang, words)
}

partyPages.post('/ecosistemi/:slug/capofila', async (c) => {
  const { slug } = c.req.param()
  const form = await readForm(c, LeadForm)
  const found = await suggestions(c, form.values)
  if (form.values[suggestButton('organisationId')]) return listPage(c, 'leads', slug, { values: form.values, errors: {} }, found)
  if (!form.data) return listPage(c, 'leads', slug, form, found)
  try {
    await appointLead(c.var, slug, form.data)
    return done(c, paths.ecosystemLeads(slug), 'appointed')
  } catch (error) {
    return listPage(c, 'leads', slug, { values: form.values, errors: refusal(c, error) }, found)
  }
})

partyPages.post('/ecosistemi/:slug/attori', async (c) => {
  const { slug } = c.req.param()
  const form = await readForm(c, ActorForm)
  const found = await suggestions(c, form.values)
  if (form.values[suggestButton('organisationId')]) return listPage(c, 'actors', slug, { values: form.values, errors: {} }, found)
  if (!form.data) return listPage(c, 'actors', slug, form, found)
  try {
    await involveActor(c.var, slug, form.data)
    return done(c, paths.ecosystemActors(slug), 'involved')
  } catch (error) {
    return listPage(c, 'actors', slug, { values: form.values, errors: refusal(c, error) }, found)
  }
})

async function endPage(c: Ctx, kind: PartyKind, slug: string, id: string, filled: { values: FormValues; errors: Record<string, string> }) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, slug, today)
  mustBeAble(actor, kinds[kind].remove, placeOf(ecosystem))
  const parties: readonly Shown[] = await kinds[kind].over(db, [ecosystem.id], today)
  const party = pickParty(parties, id)
  const addresses = { address: kinds[kind].end(slug, id), back: kinds[kind].address(slug) }
  return c.html(
    <EndPage {...{ reader, kind, ecosystem, party }} {...addresses} {...filled} />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

partyPages.get('/ecosistemi/:slug/capofila/:id/fine', (c) => endPage(c, 'leads', c.req.param('slug'), c.req.param('id'), nothing))
partyPages.get('/ecosistemi/:slug/attori/:id/fine', (c) => endPage(c, 'actors', c.req.param('slug'), c.req.param('id'), nothing))

partyPages.post('/ecosistemi/:slug/capofila/:id/fine', async (c) => {
  const { slug, id } = c.req.param()
  const form = await readForm(c, EndForm)
  if (!form.data) return endPage(c, 'leads', slug, id, form)
  try {
    await dismissLead(c.var, slug, id, form.data)
    return done(c, paths.ecosystemLeads(slug), 'dismissed')
  } catch (error) {
    return endPage(c, 'leads', slug, id, { values: form.values, errors: refusal(c, error) })
  }
})

partyPages.post('/ecosistemi/:slug/attori/:id/fine', async (c) => {
  const { slug, id } = c.req.param()
  const form = await readForm(c, EndForm)
  if (!form.data) return endPage(c, 'actors', slug, id, form)
  try {
    await releaseActor(c.var, slug, id, form.data)
    return done(c, paths.ecosystemActors(slug), 'released')
  } catch (error) {
    return endPage(c, 'actors', slug, id, { values: form.values, errors: refusal(c, error) })
  }
})

const doneWords = { appointed: 'nominata', dismissed: 'cessata', involved: 'aggiunto', released: 'uscito' } as const

function done(c: Ctx, address: string, what: keyof typeof doneWords) {
  return c.redirect(inLang(c.var.reader.lang, withQuery(address, { fatto: doneWords[what] })), 303)
}
