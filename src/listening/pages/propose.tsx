import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { tell } from '../../kernel/problem.ts'
import { namesOf } from '../../organisations/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { signInFor } from '../../platform/sign-in-for.ts'
import { SelectField } from '../../ui/choice.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton, valueOf } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { ProposeForm, proposeNeed } from '../actions/proposals.ts'
import { callWords } from '../messages/calls.ts'
import { needWords } from '../messages/needs.ts'
import { callState, problemOfWindow } from '../rules/calls.ts'
import { delegatedTo } from '../rules/proposals.ts'
import { getCall } from '../store/calls.ts'
import { homeOf, needTrail } from './need-around.tsx'
import { NeedFields, needLabels } from './need-fields.tsx'

export const proposePages = router()

proposePages.get('/raccolte/:id/proposta', async (c) => {
  const call = await getCall(c.var.db, c.req.param('id'))
  // Whoever comes too early or too late, with nothing written yet, reads when it opens or what came of it.
  if (callState(call, c.var.today) !== 'open') return c.redirect(inLang(c.var.reader.lang, paths.needCall(call.id)), 303)
  return c.var.actor.id ? proposePage(c, { values: { key: newId() }, errors: {} }) : signInFor(c)
})

proposePages.post('/raccolte/:id/proposta', async (c) => {
  const form = await readForm(c, ProposeForm)
  if (!form.data) return proposePage(c, form)
  try {
    const { id } = await proposeNeed(c.var, c.req.param('id'), form.data)
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.proposal(id), { fatto: 'mandata' })), 303)
  } catch (error) {
    return proposePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

async function proposePage(c: Ctx, filled: Filled) {
  const { db, today, actor, reader } = c.var
  const call = await getCall(db, c.req.param('id') ?? '')
  mustBeAble(actor, 'listening.propose-need', { kind: 'person', id: actor.id ?? '' })
  const home = await homeOf(db, call.ecosystemId, reader.lang)
  const delegations = [...(await namesOf(db, delegatedTo(actor.grants), today))]
  const open = callState(call, today) === 'open'
  const t = wordsFor(reader, callWords)
  const n = wordsFor(reader, needWords)
  const rejected = Object.keys(filled.errors).length > 0
  const labels = { ...needLabels(n), organisationId: t('speakFor') }
  return c.html(
    <Page
      reader={reader}
      title={t('proposeTitle')}
      section="ecosystems"
      trail={needTrail(reader.lang, home, { label: call.title, to: paths.needCall(call.id) }, { label: t('proposeTitle') })}
      address={paths.newProposal(call.id)}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={labels} />
        {!open && !rejected && <Notice kind="late" title={tell(reader.lang, problemOfWindow(call, today))} />}
        <PageHead title={t('proposeTitle')} kicker={[home.name, call.title]} lead={t('proposeLead')} />
        <Prose text={call.guidance} />
        <Form action={paths.newProposal(call.id)} class="form">
          <HiddenField name="key" value={valueOf(filled.values, 'key')} />
          {delegations.length > 0 && (
            <SelectField
              name="organisationId"
              label={t('speakFor')}
              empty={t('myself')}
              optional
              options={delegations.map(([value, label]) => ({ value, label }))}
              {...filled}
            />
          )}
          <NeedFields organisations={null} {...filled} />
          <FormEnd cancel={paths.needCall(call.id)}>
            <SubmitButton>{t('savePropose')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}
