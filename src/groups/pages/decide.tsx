import { inLang, paths } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { FieldGroup, RadioGroup } from '../../ui/choice.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { DecideForm, decide } from '../actions/decisions.ts'
import { decisionWords } from '../messages/decisions.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { decisionKinds } from '../rules/decisions.ts'
import { type Count, mustHaveBegun, mustHaveQuorum } from '../rules/meetings.ts'
import { type AroundMeeting, aroundMeeting, trailInMeeting } from './around.tsx'

export const decidePages = router()

decidePages.get('/riunioni/:id/decisioni/nuova', (c) => decidePage(c, { values: { kind: 'general' }, errors: {} }))

decidePages.post('/riunioni/:id/decisioni/nuova', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, DecideForm)
  if (!form.data) return decidePage(c, form)
  try {
    const decision = await decide(c.var, id, form.data)
    return c.redirect(inLang(c.var.reader.lang, paths.decision(decision.id)), 303)
  } catch (error) {
    return decidePage(c, { values: form.values, errors: refusal(c, error) })
  }
})

/** The form is refused to a meeting that could not decide, before anybody fills it in. */
async function decidePage(c: Ctx, filled: Filled) {
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.decide', placeOfBody(whole.body))
  mustHaveBegun(whole.meeting, c.var.now)
  const count = mustHaveQuorum(whole.meeting)
  return c.html(
    <DecidePage reader={c.var.reader} whole={whole} count={count} {...filled} />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

interface DecidePageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
  readonly count: Count
}

function DecidePage({ reader, whole, count, ...filled }: DecidePageProps) {
  const t = wordsFor(reader, decisionWords)
  const { body, meeting } = whole
  const address = paths.newDecision(meeting.id)
  const kinds = decisionKinds.filter((kind) => kind === 'general' || body.kind === 'working-group')
  const names = ['kind', 'title', 'text', 'inFavour', 'against', 'abstained'] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(name)]))
  return (
    <FormPage
      reader={reader}
      title={t('newTitle')}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole, { label: t('newTitle') })}
      kicker={[body.name]}
      lead={t('newLead', { number: meeting.number, ...count })}
      address={address}
      cancel={paths.meeting(meeting.id)}
      submit={t('record')}
      labels={labels}
      filled={filled}
    >
      <RadioGroup
        name="kind"
        label={t('kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), help: t(`kindHelp.${kind}`) }))}
        {...filled}
      />
      <TextField name="title" label={t('title')} help={t('titleHelp')} maxlength={300} {...filled} />
      <TextArea name="text" label={t('text')} maxlength={20_000} {...filled} />
      <FieldGroup legend={t('votes')} help={t('votesHelp')}>
        <TextField name="inFavour" label={t('inFavour')} optional size="short" inputmode="numeric" {...filled} />
        <TextField name="against" label={t('against')} optional size="short" inputmode="numeric" {...filled} />
        <TextField name="abstained" label={t('abstained')} optional size="short" inputmode="numeric" {...filled} />
      </FieldGroup>
    </FormPage>
  )
}
