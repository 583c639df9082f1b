import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { type Block, blocksOf } from '../../documents/index.ts'
import { isId, newId } from '../../kernel/id.ts'
import { malformed, Problem } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import { readUpload } from '../../platform/files.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { signInFor } from '../../platform/sign-in-for.ts'
import type { Filled } from '../../ui/form.tsx'
import { annotating, WordsForm } from '../actions/annotate.ts'
import { ContributeForm, contribute, ownPlace, type Sent } from '../actions/contribute.ts'
import { DraftForm, discardDraft, saveDraft } from '../actions/drafts.ts'
import { openedMark } from '../open-forms.ts'
import { mustBeTaking } from '../rules/contributions.ts'
import { fieldOf, type Question } from '../rules/questions.ts'
import { mostSelected } from '../rules/selection.ts'
import { draftsOf } from '../store/drafts.ts'
import { questionsOf } from '../store/questions.ts'
import { aroundOpened } from './around.tsx'
import { answersFrom } from './question-fields.tsx'
import { TakePartPage } from './take-part-view.tsx'

export const takePartPages = router()

takePartPages.get('/consultazioni/:id/partecipa', async (c) => {
  const { bozza, blocco, da, parole } = c.req.query()
  const { db, actor, now, config } = c.var
  if (!actor.id) return signInFor(c)
  mustBeAble(actor, 'consultations.contribute', ownPlace(c.var))
  const id = c.req.param('id')
  const drafts = bozza && isId(bozza) ? await draftsOf(db, actor.id as string, id) : []
  const draft = drafts.find((one) => one.id === bozza)
  const opened = openedMark(config.secret, id, actor.id as string, now)
  const words = parole ? { target: 'words', starts: da ?? '', exact: parole.slice(0, mostSelected) } : { target: 'block' }
  const target = blocco && isId(blocco) ? { ...words, blockId: blocco } : { target: 'whole' }
  return page(c, { values: { ...target, ...draft?.content, key: newId(), draft: draft?.id ?? newId(), opened }, errors: {} })
})

takePartPages.post('/consultazioni/:id/partecipa', async (c) => {
  const { id } = c.req.param()
  const { lang } = c.var.reader
  const form = await readForm(c, ContributeForm)
  if (form.values.doing === 'draft') return keepDraft(c, form)
  const values = sectioned(form.values)
  const parsed = ContributeForm.safeParse(values)
  if (!form.data || !parsed.success) return page(c, { values, errors: form.errors })
  const questions = parsed.data.target === 'whole' ? await questionsOf(c.var.db, id) : []
  try {
    const { contribution, again } = await contribute(c.var, id, parsed.data, {
      lang,
      answers: answersFrom(questions, values),
      files: await filesIn(c, questions),
      mandateFile: await readUpload(c, 'mandateFile'),
      secret: c.var.config.secret,
      also: annotating(parsed.data.target, WordsForm.parse(values)),
    })
    const ricevuta = again ? 'gia-arrivata' : 'nuova'
    return c.redirect(inLang(lang, withQuery(paths.contributionDoing(id, contribution.number, 'ricevuta'), { ricevuta })), 303)
  } catch (error) {
    return page(c, { values, errors: refusal(c, error) })
  }
})

/** A part chosen from the list of the form is a section. */
function sectioned(values: Filled['values']): Record<string, string | string[] | undefined> {
  const section = values.section
  const chosen = typeof section === 'string' && section !== ''
  return { ...(values as Record<string, string>), ...(chosen ? { target: 'section', blockId: section } : {}) }
}

async function filesIn(c: Ctx, questions: readonly Question[]): Promise<Sent[]> {
  const whole = await readUpload(c, 'file')
  const files: Sent[] = whole ? [{ ...whole, questionId: null }] : []
  for (const question of questions.filter(({ kind }) => kind === 'file')) {
    const file = await readUpload(c, fieldOf(question))
    if (file) files.push({ ...file, questionId: question.id })
  }
  return files
}

/** What cannot be kept whole is not kept in part: it stays in the form. */
async function keepDraft(c: Ctx, { values, errors }: Filled) {
  const { id } = c.req.param() as { id: string }
  const { _csrf: _, doing: __, key: ___, opened: ____, versionId: _____, draft, ...rest } = values as Record<string, string>
  const content = DraftForm.safeParse(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')))
  if (!content.success) return page(c, { values, errors: Object.keys(errors).length > 0 ? errors : refusal(c, new Problem(malformed)) })
  try {
    await saveDraft(c.var, id, draft && isId(draft) ? draft : newId(), content.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.ownContributions, { fatto: 'bozza' })), 303)
  } catch (error) {
    return page(c, { values, errors: refusal(c, error) })
  }
}

takePartPages.post('/consultazioni/:id/bozze/:draft/elimina', async (c) => {
  const { id, draft } = c.req.param()
  await discardDraft(c.var, id, draft)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.ownContributions, { fatto: 'eliminata' })), 303)
})

/** The form is refused to whoever could not send it, before they fill it in. */
async function page(c: Ctx, filled: Filled) {
  const { db, actor, reader, today } = c.var
  mustBeAble(actor, 'consultations.contribute', ownPlace(c.var))
  const whole = await aroundOpened(c)
  mustBeTaking(whole.consultation, c.var.now, Object.keys(filled.errors).length > 0)
  const blocks = await blocksOf(db, whole.consultation.versionId)
  const target = filled.values.blockId
  const block = blocks.find(({ id }) => id === target) ?? null
  const mandates = actor.grants.flatMap(({ role, scope }) => (role === 'delegate' && scope.kind === 'organisation' ? [scope.id] : []))
  const organisations = await namesOf(db, mandates, today)
  const questions = block ? [] : await questionsOf(db, whole.consultation.id)
  const sections: readonly Block[] = blocks.filter(({ kind }) => kind === 'heading')
  const props = { reader, whole, block, sections, questions, organisations }
  return c.html(<TakePartPage {...props} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}
