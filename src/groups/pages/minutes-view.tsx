import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { DateField } from '../../ui/field.tsx'
import { ErrorSummary, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { formatsFor, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { minutesWords } from '../messages/minutes.ts'
import { meetingState } from '../rules/meetings.ts'
import { type Minutes, minutesState, stateOfMinutes } from '../rules/minutes.ts'
import { hoursOf, trailInMeeting } from './around.tsx'
import type { MinutesPageProps } from './minutes-props.ts'
import { Remarks, YourRemark } from './remarks-view.tsx'

export function MinutesPage(props: MinutesPageProps) {
  const { reader, whole, minutes, version, corrections, may, done, errors } = props
  const t = wordsFor(reader, minutesWords)
  const { instant } = formatsFor(reader)
  const { meeting } = whole
  const title = t('minutesOf', { number: meeting.number })
  const state = minutes ? minutesState(minutes) : null
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInMeeting(reader.lang, whole, { label: t('minutes') })}
      address={paths.minutes(meeting.id)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ until: t('until'), text: t('correction'), reason: t('reason') }} />
        <Done words={minutesWords} done={done} />
        <PageHead
          title={title}
          kicker={[whole.body.name, hoursOf(reader.lang, meeting)]}
          verdict={state && <StateMark state={stateOfMinutes[state]} label={t(`state.${state}`)} />}
          lead={minutes?.approved ? t('approvedOn', { on: formatDay(reader.lang, minutes.approved.on) }) : undefined}
        >
          <Ways {...props} />
        </PageHead>
        {version ? (
          <Section id="testo" title={t('text')} quietTitle>
            {!minutes?.approved && <p class="quiet small">{t('version', { version: version.version, at: instant(version.at) })}</p>}
            <Prose text={version.text} />
          </Section>
        ) : (
          <Empty>
            <p>{t(whole.insider ? 'notWritten' : 'notPublic')}</p>
          </Empty>
        )}
        {corrections.length > 0 && <Corrections corrections={corrections} />}
        {minutes?.sent && !minutes.approved && may.remark && <YourRemark {...props} />}
        {minutes && whole.insider && <Remarks {...props} />}
        {minutes && !minutes.approved && may.send && <Sending {...props} minutes={minutes} />}
        {minutes && !minutes.approved && may.approve && <Approval {...props} minutes={minutes} />}
        {minutes?.approved && (
          <p class="quiet small">
            {t('hash')}: <code>{minutes.approved.hash}</code>
          </p>
        )}
        {minutes?.approved && may.correct && (
          <p>
            <ButtonLink to={paths.minutesCorrection(meeting.id)}>{t('rectify')}</ButtonLink>
          </p>
        )}
      </div>
    </Page>
  )
}

function Ways({ whole: { meeting }, minutes, may }: MinutesPageProps) {
  const t = useWords(minutesWords)
  const { now } = useReader()
  const state = meetingState(meeting, now)
  if (!may.write || minutes?.approved || state === 'convened' || state === 'cancelled') return <></>
  return (
    <p class="actions">
      <ButtonLink to={paths.minutesEdit(meeting.id)} kind={minutes ? 'secondary' : 'primary'}>
        {t(minutes ? 'edit' : 'write')}
      </ButtonLink>
    </p>
  )
}

function Corrections({ corrections }: Pick<MinutesPageProps, 'corrections'>) {
  const t = useWords(minutesWords)
  const { day } = useFormats()
  return (
    <Section id="rettifiche" title={t('corrections')}>
      {corrections.map(({ number, madeOn, text, reason }) => (
        <>
          <h3>{t('correctionOn', { number, on: day(madeOn) })}</h3>
          <Prose text={text} />
          <p class="quiet">{t('correctionWhy', { reason })}</p>
        </>
      ))}
    </Section>
  )
}

function Sending({ whole: { meeting }, minutes, attended, values, errors }: MinutesPageProps & { readonly minutes: Minutes }) {
  const t = useWords(minutesWords)
  const { today } = useReader()
  if (minutes.sent?.version === minutes.version) return <></>
  return (
    <Section id="invio" title={t(minutes.sent ? 'resendTitle' : 'sendTitle')} lead={t('sendLead', { count: attended.length })}>
      <Form action={paths.minutesSend(meeting.id)} class="form">
        <DateField name="until" label={t('until')} min={today} values={values} errors={errors} />
        <FormEnd>
          <SubmitButton>{t('send')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

function Approval({ whole: { meeting }, minutes, notYet }: MinutesPageProps & { readonly minutes: Minutes }) {
  const t = useWords(minutesWords)
  if (!minutes.sent || minutes.sent.version !== minutes.version) return <></>
  return (
    <Section id="approvazione" title={t('approveTitle')} lead={t('approveLead')}>
      {notYet ? (
        <p>{notYet}</p>
      ) : (
        <Form action={paths.minutesApproval(meeting.id)} class="form">
          <HiddenField name="version" value={String(minutes.version)} />
          <FormEnd>
            <SubmitButton>{t('approve')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
    </Section>
  )
}
