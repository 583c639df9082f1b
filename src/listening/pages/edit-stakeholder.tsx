import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { getEcosystem } from '../../ecosystems/index.ts'
import { suggestOrganisations } from '../../organisations/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { type Suggestion, suggestButton } from '../../ui/suggest.tsx'
import { addStakeholder, ChangeStakeholderForm, changeStakeholder, removeStakeholder, StakeholderForm } from '../actions/stakeholders.ts'
import { facesOf } from '../people.ts'
import { placeOfListening } from '../rules/place.ts'
import { mustBeOnTheMap, type Stakeholder } from '../rules/stakeholders.ts'
import { getStakeholder } from '../store/stakeholders.ts'
import { aroundEcosystem } from './around.ts'
import { AddPage, ChangePage, RemovePage } from './edit-stakeholder-view.tsx'

export const editStakeholderPages = router()

const nothing: Filled = { values: {}, errors: {} }
const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const to = (c: Ctx, path: string, fatto: string) => c.redirect(inLang(c.var.reader.lang, withQuery(path, { fatto })), 303)

editStakeholderPages.get('/ecosistemi/:slug/portatori/nuovo', (c) => addPage(c, nothing))

editStakeholderPages.post('/ecosistemi/:slug/portatori/nuovo', async (c) => {
  const { slug } = c.req.param()
  const { id } = await getEcosystem(c.var.db, slug, c.var.today)
  mustBeAble(c.var.actor, 'listening.add-stakeholder', placeOfListening(id))
  const form = await readForm(c, StakeholderForm)
  if (form.values[suggestButton('organisationId')]) return addPage(c, { values: form.values, errors: {} })
  if (!form.data) return addPage(c, form)
  try {
    const added = await addStakeholder(c.var, slug, form.data)
    return to(c, paths.stakeholder(added.id), 'aggiunto')
  } catch (error) {
    return addPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function addPage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug') ?? '', today)
  mustBeAble(actor, 'listening.add-stakeholder', placeOfListening(ecosystem.id))
  const around = await aroundEcosystem(c, ecosystem.id)
  return c.html(<AddPage reader={reader} around={around} options={await suggestions(c, filled.values)} {...filled} />, statusOf(filled))
}

/** Without script the words typed are searched first, and the form comes back with what they found. */
export async function suggestions(c: Ctx, values: Filled['values']): Promise<Suggestion[]> {
  const words = values['organisationId-query']
  if (typeof words !== 'string' || !words.trim()) return []
  return suggestOrganisations(c.var.db, c.var.reader.lang, words)
}

editStakeholderPages.get('/portatori/:id/modifica', (c) => changePage(c, null))

editStakeholderPages.post('/portatori/:id/modifica', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, ChangeStakeholderForm)
  if (!form.data) return changePage(c, form)
  try {
    await changeStakeholder(c.var, id, form.data)
    return to(c, paths.stakeholder(id), 'salvato')
  } catch (error) {
    return changePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function gather(c: Ctx, act: 'listening.change-stakeholder' | 'listening.remove-stakeholder') {
  const { db, today, actor } = c.var
  const stakeholder = await getStakeholder(db, c.req.param('id') ?? '')
  mustBeAble(actor, act, placeOfListening(stakeholder.ecosystemId))
  mustBeOnTheMap(stakeholder)
  const [face] = await facesOf(db, [stakeholder], true, today)
  return {
    around: await aroundEcosystem(c, stakeholder.ecosystemId),
    face: face ?? { ...stakeholder, name: null, contact: null, erased: false },
  }
}

async function changePage(c: Ctx, sent: Filled | null) {
  const { around, face } = await gather(c, 'listening.change-stakeholder')
  const filled = sent ?? { values: valuesOf(face), errors: {} }
  return c.html(<ChangePage reader={c.var.reader} around={around} face={face} {...filled} />, statusOf(filled))
}

function valuesOf({ kind, interest, influence, involvement, notes, revision }: Stakeholder): Filled['values'] {
  return {
    kind,
    interest: interest ? String(interest) : '',
    influence: influence ? String(influence) : '',
    involvement,
    notes: notes ?? '',
    revision: String(revision),
  }
}

editStakeholderPages.get('/portatori/:id/rimozione', async (c) => {
  const { around, face } = await gather(c, 'listening.remove-stakeholder')
  return c.html(<RemovePage reader={c.var.reader} around={around} face={face} />)
})

editStakeholderPages.post('/portatori/:id/rimozione', async (c) => {
  const { ecosystemId } = await getStakeholder(c.var.db, c.req.param('id'))
  await removeStakeholder(c.var, c.req.param('id'))
  return to(c, paths.stakeholders((await aroundEcosystem(c, ecosystemId)).slug), 'tolto')
})
