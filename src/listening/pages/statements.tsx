import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { findMinutes, mustBeOpen } from '../../minutes/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { addStatement, EditStatementForm, editStatement, removeStatement, StatementForm } from '../actions/minutes.ts'
import { facesOf } from '../people.ts'
import { mustHaveBegun } from '../rules/hearings.ts'
import { pickStatement, refusals, statementChanged } from '../rules/minutes.ts'
import { placeOfListening } from '../rules/place.ts'
import { statementsOf } from '../store/minutes.ts'
import { registrationsIn } from '../store/registrations.ts'
import { listStakeholders, stakeholdersById } from '../store/stakeholders.ts'
import { aroundHearing } from './around-hearing.ts'
import { AddStatementPage, EditStatementPage, StatementConflictPage } from './statements-view.tsx'

export const statementPages = router()

const statusOf = ({ errors }: Filled) => (Object.keys(errors).length > 0 ? 422 : 200)
const done = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingMinutes(id), { fatto })), 303)

/** As many as a choice without script can offer. */
const offered = 200

statementPages.get('/audizioni/:id/verbale/interventi/nuovo', (c) => addPage(c, { values: {}, errors: {} }))

statementPages.post('/audizioni/:id/verbale/interventi/nuovo', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, StatementForm)
  if (!form.data) return addPage(c, form)
  try {
    await addStatement(c.var, id, form.data)
    return done(c, id, 'aggiunto')
  } catch (error) {
    return addPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function gather(c: Ctx, act: Act = 'listening.write-minutes') {
  const { db, actor, now } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  mustBeAble(actor, act, placeOfListening(whole.ecosystemId))
  mustHaveBegun(whole.hearing, whole.slots, now)
  mustBeOpen(refusals, await findMinutes(db, whole.hearing.id))
  return whole
}

async function addPage(c: Ctx, filled: Filled) {
  const { db, today, reader } = c.var
  const whole = await gather(c)
  const registrations = (await registrationsIn(db, [whole.hearing.id])).filter(({ withdrawnAt }) => withdrawnAt === null)
  const first = await stakeholdersById(
    db,
    registrations.map(({ stakeholderId }) => stakeholderId),
  )
  const { items } = await listStakeholders(db, { ecosystemId: whole.ecosystemId, day: today, unweighed: true, limit: offered })
  const others = items.filter(({ id }) => !first.has(id))
  const faces = await facesOf(db, [...first.values(), ...others], true, today)
  const speakers = { registered: faces.slice(0, first.size), others: faces.slice(first.size) }
  return c.html(<AddStatementPage reader={reader} whole={whole} speakers={speakers} {...filled} />, statusOf(filled))
}

statementPages.get('/audizioni/:id/verbale/interventi/:statement', (c) => editPage(c, null))

statementPages.post('/audizioni/:id/verbale/interventi/:statement', async (c) => {
  const { id, statement } = c.req.param()
  const form = await readForm(c, EditStatementForm)
  if (!form.data) return editPage(c, form)
  try {
    await editStatement(c.var, id, statement, form.data)
    return done(c, id, 'salvato')
  } catch (error) {
    const clash = error instanceof Problem && error.kind === statementChanged
    const sent = { values: form.values, errors: refusal(c, error) }
    return clash ? conflictPage(c, sent) : editPage(c, sent)
  }
})

async function gatherStatement(c: Ctx) {
  const { db, today } = c.var
  const whole = await gather(c)
  const statement = pickStatement(await statementsOf(db, whole.hearing.id), c.req.param('statement') ?? '')
  const speaker = await stakeholdersById(db, [statement.stakeholderId])
  const [face] = await facesOf(db, [...speaker.values()], true, today)
  return { whole, statement, face }
}

async function editPage(c: Ctx, sent: Filled | null) {
  const { whole, statement, face } = await gatherStatement(c)
  const filled = sent ?? { values: { text: statement.text, base: String(statement.revision) }, errors: {} }
  return c.html(<EditStatementPage {...{ reader: c.var.reader, whole, statement, face }} {...filled} />, statusOf(filled))
}

/** Two people began from the same words: both texts are shown, with what differs, and whoever comes second chooses. */
async function conflictPage(c: Ctx, filled: Filled) {
  const { whole, statement, face } = await gatherStatement(c)
  return c.html(<StatementConflictPage {...{ reader: c.var.reader, whole, statement, face }} {...filled} />, 409)
}

statementPages.post('/audizioni/:id/verbale/interventi/:statement/rimozione', async (c) => {
  const { id, statement } = c.req.param()
  await removeStatement(c.var, id, statement)
  return done(c, id, 'tolto')
})
