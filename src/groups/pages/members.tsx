import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { suggestOrganisations } from '../../organisations/index.ts'
import { type FormValues, readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { type Suggestion, suggestButton } from '../../ui/suggest.tsx'
import { AdmitForm, admitMember, EndForm, endMembership, NameForm, showName } from '../actions/members.ts'
import { seatsOf } from '../people.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { pickMember } from '../rules/members.ts'
import { getBody } from '../store/bodies.ts'
import { membersOf } from '../store/members.ts'
import { aroundBody } from './around.tsx'
import { EndMemberPage, MembersPage } from './members-view.tsx'

export const memberPages = router()

const nothing: Filled = { values: {}, errors: {} }
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const back = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.bodyMembers(id), { fatto })), 303)

memberPages.get('/gruppi/:id/componenti', (c) => membersPage(c, nothing))

memberPages.post('/gruppi/:id/componenti', async (c) => {
  const { id } = c.req.param()
  mustBeAble(c.var.actor, 'groups.admit', placeOfBody(await getBody(c.var.db, id)))
  const form = await readForm(c, AdmitForm)
  if (form.values[suggestButton('organisationId')]) return membersPage(c, { values: form.values, errors: {} })
  if (!form.data) return membersPage(c, form)
  try {
    await admitMember(c.var, id, form.data)
    return back(c, id, 'ammesso')
  } catch (error) {
    return membersPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

memberPages.get('/gruppi/:id/componenti/:member/fine', (c) => endPage(c, nothing))

memberPages.post('/gruppi/:id/componenti/:member/fine', async (c) => {
  const { id, member } = c.req.param()
  const form = await readForm(c, EndForm)
  if (!form.data) return endPage(c, form)
  try {
    await endMembership(c.var, id, member, form.data)
    return back(c, id, 'terminato')
  } catch (error) {
    return endPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

memberPages.post('/gruppi/:id/componenti/:member/nome', async (c) => {
  const { id, member } = c.req.param()
  const form = await readForm(c, NameForm)
  await showName(c.var, id, member, form.data ?? { shows: false })
  return back(c, id, 'nome')
})

async function membersPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const whole = await aroundBody(c, c.req.param('id') ?? '')
  const place = placeOfBody(whole.body)
  const seats = await seatsOf(db, await membersOf(db, [whole.body.id]), whole.insider, today)
  const may = { admit: can(actor, 'groups.admit', place), end: can(actor, 'groups.end-membership', place) }
  const options = may.admit ? await suggestions(c, filled.values) : []
  const mine = seats.filter(({ personId }) => personId === actor.id)
  const done = c.req.query('fatto')
  return c.html(<MembersPage {...{ reader, whole, seats, mine, may, options, done }} {...filled} />, statusOf(filled))
}

/** Without script the words typed are searched first, and the form comes back with what they found. */
async function suggestions(c: Ctx, values: FormValues | Filled['values']): Promise<Suggestion[]> {
  const words = values['organisationId-query']
  if (typeof words !== 'string' || !words.trim()) return []
  return suggestOrganisations(c.var.db, c.var.reader.lang, words)
}

async function endPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const whole = await aroundBody(c, c.req.param('id') ?? '')
  mustBeAble(actor, 'groups.end-membership', placeOfBody(whole.body))
  const seats = await seatsOf(db, await membersOf(db, [whole.body.id]), true, today)
  const seat = pickMember(seats, c.req.param('member') ?? '')
  return c.html(<EndMemberPage {...{ reader, whole, seat }} {...filled} />, statusOf(filled))
}
