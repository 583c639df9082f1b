import { paths } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { minutesWords } from '../messages/minutes.ts'
import { placeOfBody } from '../rules/bodies.ts'
import { mustBeApproved } from '../rules/minutes.ts'
import { findMinutes } from '../store/minutes.ts'
import { type AroundMeeting, aroundMeeting, trailInMeeting } from './around.tsx'

export async function correctionPage(c: Ctx, filled: Filled) {
  const whole = await aroundMeeting(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'groups.correct-minutes', placeOfBody(whole.body))
  mustBeApproved(await findMinutes(c.var.db, whole.meeting.id))
  return c.html(<CorrectionPage reader={c.var.reader} whole={whole} {...filled} />, Object.keys(filled.errors).length > 0 ? 422 : 200)
}

interface CorrectionPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
}

function CorrectionPage({ reader, whole, ...filled }: CorrectionPageProps) {
  const t = wordsFor(reader, minutesWords)
  const { meeting } = whole
  const address = paths.minutesCorrection(meeting.id)
  return (
    <Page
      reader={reader}
      title={t('rectifyTitle')}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole, { label: t('minutes'), to: paths.minutes(meeting.id) }, { label: t('rectifyTitle') })}
      address={address}
      rejected={Object.keys(filled.errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ text: t('rectifyText'), reason: t('rectifyReason') }} />
        <PageHead title={t('rectifyTitle')} kicker={[t('minutesOf', { number: meeting.number })]} lead={t('rectifyLead')} />
        <Form action={address} class="form">
          <TextArea name="text" label={t('rectifyText')} maxlength={20_000} {...filled} />
          <TextArea name="reason" label={t('rectifyReason')} rows={3} maxlength={2000} {...filled} />
          <FormEnd cancel={paths.minutes(meeting.id)}>
            <SubmitButton>{t('rectifyButton')}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>
  )
}
