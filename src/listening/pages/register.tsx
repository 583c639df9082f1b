import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { suggestButton } from '../../ui/suggest.tsx'
import { declineInvitation } from '../actions/invitations.ts'
import { RegisterForm, registerToHearing, withdrawFromHearing } from '../actions/registrations.ts'
import { placeOfSelf } from '../rules/place.ts'
import { mustBeOpen, mustNotBeRegistered } from '../rules/registrations.ts'
import { getHearing } from '../store/hearings.ts'
import { invitationsTo, registrationsIn } from '../store/registrations.ts'
import { aroundHearing } from './around-hearing.ts'
import { suggestions } from './edit-stakeholder.tsx'
import { RegisterPage } from './register-view.tsx'

export const registerPages = router()

const done = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearing(id), { fatto })), 303)

registerPages.get('/audizioni/:id/iscrizione', (c) => registerPage(c, { values: {}, errors: {} }))

registerPages.post('/audizioni/:id/iscrizione', async (c) => {
  const { id } = c.req.param()
  await getHearing(c.var.db, id)
  mustBeAble(c.var.actor, 'listening.register', placeOfSelf(c.var.actor.id))
  const form = await readForm(c, RegisterForm)
  if (form.values[suggestButton('organisationId')]) return registerPage(c, { values: form.values, errors: {} })
  if (!form.data) return registerPage(c, form)
  try {
    const { waiting } = await registerToHearing(c.var, id, form.data, await readUpload(c, 'file'))
    return done(c, id, waiting === null ? 'iscritto' : 'attesa')
  } catch (error) {
    return registerPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

registerPages.post('/audizioni/:id/iscrizione/ritiro', async (c) => {
  const { id } = c.req.param()
  await withdrawFromHearing(c.var, id)
  return done(c, id, 'ritirato')
})

registerPages.post('/audizioni/:id/inviti/rifiuto', async (c) => {
  const { id } = c.req.param()
  await declineInvitation(c.var, id)
  return done(c, id, 'declinato')
})

async function registerPage(c: Ctx, filled: Filled) {
  const { db, now, actor, reader } = c.var
  mustBeAble(actor, 'listening.register', placeOfSelf(actor.id))
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  const registrations = await registrationsIn(db, [whole.hearing.id])
  const rejected = Object.keys(filled.errors).length > 0
  if (!rejected) {
    mustBeOpen(whole.hearing, now)
    if (actor.id) mustNotBeRegistered(registrations, { personId: actor.id, stakeholderId: '' })
  }
  const invited = (await invitationsTo(db, whole.hearing.id)).some(({ personId }) => personId === actor.id)
  const options = await suggestions(c, filled.values)
  return c.html(<RegisterPage {...{ reader, whole, registrations, invited, options }} {...filled} />, rejected ? 422 : 200)
}
