import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { bouncedAmong } from '../../identity/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { InvolvementForm, noteInvolvement, ShowNameForm, showStakeholderName } from '../actions/stakeholders.ts'
import { facesOf } from '../people.ts'
import { placeOfListening } from '../rules/place.ts'
import { isShown } from '../rules/stakeholders.ts'
import { hearingsThatHeard } from '../store/heard.ts'
import { getStakeholder, involvementsOf } from '../store/stakeholders.ts'
import type { TakingPart } from '../taking-part.ts'
import { aroundEcosystem } from './around.ts'
import { mayBeSeen } from './seen.ts'
import { StakeholderPage } from './stakeholder-view.tsx'

const nothing: Filled = { values: {}, errors: {} }
const back = (c: Ctx, id: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(paths.stakeholder(id), { fatto })), 303)

export function stakeholderPages(takingPart: TakingPart) {
  const pages = router()

  pages.get('/portatori/:id', (c) => stakeholderPage(c, takingPart, nothing))

  pages.post('/portatori/:id/coinvolgimenti', async (c) => {
    const { id } = c.req.param()
    await mayBeSeen(c, id, 'listening.note-involvement')
    const form = await readForm(c, InvolvementForm)
    if (!form.data) return stakeholderPage(c, takingPart, form)
    try {
      await noteInvolvement(c.var, id, form.data)
      return back(c, id, 'annotato')
    } catch (error) {
      return stakeholderPage(c, takingPart, { values: form.values, errors: refusal(c, error) })
    }
  })

  pages.post('/portatori/:id/nome', async (c) => {
    const { id } = c.req.param()
    const form = await readForm(c, ShowNameForm)
    await showStakeholderName(c.var, id, form.data ?? { shows: false })
    return back(c, id, 'nome')
  })

  return pages
}

async function stakeholderPage(c: Ctx, takingPart: TakingPart, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const stakeholder = await getStakeholder(db, c.req.param('id') ?? '')
  const around = await aroundEcosystem(c, stakeholder.ecosystemId)
  const own = actor.id !== null && stakeholder.personId === actor.id
  await mayBeSeen(c, stakeholder.id, isShown(stakeholder, today) || own ? null : 'listening.write-minutes')
  const [face] = await facesOf(db, [stakeholder], around.keeper || own, today)
  const place = placeOfListening(stakeholder.ecosystemId)
  // Meetings would tell who a person is whose name is not shown.
  const named = stakeholder.organisationId !== null || around.keeper || own || stakeholder.showsName
  return c.html(
    <StakeholderPage
      reader={reader}
      around={around}
      face={face ?? { ...stakeholder, name: null, contact: null, erased: false }}
      own={own}
      involvements={await involvementsOf(db, stakeholder.id)}
      hearings={await hearingsThatHeard(db, stakeholder.id, today)}
      meetings={named ? await takingPart.meetings(db, stakeholder.ecosystemId, stakeholder, today) : []}
      bounced={around.keeper && stakeholder.personId !== null && (await bouncedAmong(db, [stakeholder.personId])).size > 0}
      may={{
        change: stakeholder.removedOn === null && can(actor, 'listening.change-stakeholder', place),
        remove: stakeholder.removedOn === null && can(actor, 'listening.remove-stakeholder', place),
        note: stakeholder.removedOn === null && can(actor, 'listening.note-involvement', place),
      }}
      done={c.req.query('fatto')}
      {...filled}
    />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
