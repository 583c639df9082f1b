import { inLang, paths } from '../../charter/paths.ts'
import { personName } from '../../identity/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { declineInvitation, deskByLink, openInvitation } from '../actions/invitations.ts'
import { RegisterForm, registerToHearing, withdrawFromHearing } from '../actions/registrations.ts'
import { InvitationPage, ThanksPage } from './invitation-view.tsx'

export const invitationPages = router()

/** The address is a secret: nothing keeps the page, and no search engine lists it. */
function keepToThem(c: Ctx): void {
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex')
}

invitationPages.get('/inviti/audizioni/:token', (c) => invitationPage(c, { values: {}, errors: {} }))

invitationPages.post('/inviti/audizioni/:token', async (c) => {
  keepToThem(c)
  const { token } = c.req.param()
  const { desk, invited } = await deskByLink(c.var, c.var.config.secret, token)
  const form = await readForm(c, RegisterForm.pick({ slotId: true, subject: true }))
  const act = form.values.act
  try {
    if (act === 'decline') await declineInvitation(desk, invited.hearing.id)
    else if (act === 'withdraw') await withdrawFromHearing(desk, invited.hearing.id)
    else if (form.data) await registerToHearing(desk, invited.hearing.id, { ...form.data, kind: null, organisationId: null })
    else return invitationPage(c, form)
  } catch (error) {
    return invitationPage(c, { values: form.values, errors: refusal(c, error) })
  }
  const after = await openInvitation(c.var, c.var.config.secret, token)
  const { reader } = c.var
  return c.html(<ThanksPage reader={reader} token={token} invited={after} withdrawn={act === 'withdraw'} />)
})

async function invitationPage(c: Ctx, filled: Filled) {
  keepToThem(c)
  const { db, config, reader, now } = c.var
  const token = c.req.param('token') ?? ''
  const invited = await openInvitation(c.var, config.secret, token)
  if (invited.hearing.cancelledAt) return c.redirect(inLang(reader.lang, paths.hearing(invited.hearing.id)), 303)
  const name = await personName(db, invited.invitation.personId)
  const today = dayOf(now)
  const window = today < invited.hearing.opensOn ? 'later' : today > invited.hearing.closesOn ? 'over' : 'open'
  return c.html(
    <InvitationPage {...{ reader, token, invited, name, window }} {...filled} />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
