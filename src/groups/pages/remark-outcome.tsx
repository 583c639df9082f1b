import { paths } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { minutesWords } from '../messages/minutes.ts'
import { placeOfBody } from '../rules/bodies.ts'
import type { Remark } from '../rules/minutes.ts'
import { remarksOn } from '../store/minutes.ts'
import { type AroundMeeting, aroundMeeting, trailInMeeting } from './around.tsx'

export async function outcomePage(c: Ctx, filled: Filled) {
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.answer-remark', placeOfBody(whole.body))
  const remark = (await remarksOn(c.var.db, whole.meeting.id)).find(({ id }) => id === c.req.param('remark'))
  if (!remark) throw new Problem(notFound)
  return c.html(
    <OutcomePage reader={c.var.reader} whole={whole} remark={remark} {...filled} />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}

interface OutcomePageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
  readonly remark: Remark
}

function OutcomePage({ reader, whole, remark, ...filled }: OutcomePageProps) {
  const t = wordsFor(reader, minutesWords)
  const { meeting } = whole
  const address = paths.minutesRemark(meeting.id, remark.id)
  const options = [
    { value: 'accepted', label: t('accept') },
    { value: 'rejected', label: t('reject') },
  ]
  return (
    <Page
      reader={reader}
      title={t('outcomeTitle')}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole, { label: t('minutes'), to: paths.minutes(meeting.id) }, { label: t('outcomeTitle') })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ outcome: t('outcome'), reason: t('reason') }} />
        <PageHead title={t('outcomeTitle')} kicker={[t('minutesOf', { number: meeting.number })]} lead={t('outcomeLead')} />
        <Prose text={remark.text ?? ''} />
        <Form action={address} class="form">
          <RadioGroup name="outcome" label={t('outcome')} options={options} {...filled} />
          <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={3} optional maxlength={2000} {...filled} />
          <FormEnd cancel={paths.minutes(meeting.id)}>
            <SubmitButton>{t('saveOutcome')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
