import { paths } from '../../charter/paths.ts'
import { formatDay, formatDistance } from '../../kernel/words.ts'
import { Approval, ApprovedEnd, Corrections, minutesState, Remarks, Sending, stateOfMinutes, YourTurn } from '../../minutes/index.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Prose } from '../../ui/prose.tsx'
import { formatsFor, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { memberWords } from '../messages/members.ts'
import { minutesWords } from '../messages/minutes.ts'
import { meetingState } from '../rules/meetings.ts'
import { hoursOf, trailInMeeting } from './around.tsx'
import type { MinutesPageProps } from './minutes-props.ts'
import { MeetingRecord } from './minutes-record.tsx'

export function MinutesPage(props: MinutesPageProps) {
  const { reader, whole, minutes, version, remarks, corrections, attended, names, may, notYet } = props
  const { records, agreed, done, values, errors } = props
  const t = wordsFor(reader, minutesWords)
  const m = wordsFor(reader, memberWords)
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
        <ErrorSummary errors={errors} labels={{ until: t('until'), text: t('correction') }} />
        <Done words={minutesWords} done={done} />
        <PageHead
          title={title}
          kicker={[whole.body.name, hoursOf(reader.lang, meeting)]}
          verdict={
            state && (
              <StateMark
                state={stateOfMinutes[state]}
                label={minutes?.approved ? t('approvedOn', { on: formatDay(reader.lang, minutes.approved.on) }) : t(`state.${state}`)}
              />
            )
          }
          lead={
            minutes?.sent && !minutes.approved
              ? `${t('until')} ${formatDay(reader.lang, minutes.sent.until)} (${formatDistance(reader.lang, reader.today, minutes.sent.until)})`
              : undefined
          }
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
        <Corrections corrections={corrections} />
        {version && <MeetingRecord meeting={meeting} {...records} />}
        {may.remark && (
          <YourTurn words={minutesWords} minutes={minutes} action={paths.minutesRemarks(meeting.id)} agreed={agreed}>
            <Correct {...props} />
          </YourTurn>
        )}
        {whole.insider && (
          <Remarks
            words={minutesWords}
            minutes={minutes}
            remarks={remarks}
            titleOf={({ personId, version }) => t('remarkBy', { name: names.get(personId) ?? m('erased'), version })}
            answerAt={may.answer ? (id) => paths.minutesRemark(meeting.id, id) : null}
            all
          />
        )}
        {may.send && (
          <Sending
            words={minutesWords}
            minutes={minutes}
            action={paths.minutesSend(meeting.id)}
            count={attended.length}
            values={values}
            errors={errors}
          />
        )}
        {may.approve && <Approval words={minutesWords} minutes={minutes} action={paths.minutesApproval(meeting.id)} notYet={notYet} />}
        <ApprovedEnd words={minutesWords} minutes={minutes} correct={may.correct ? paths.minutesCorrection(meeting.id) : null} />
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

/** For whoever attended: a correction, beside the one button that agrees. */
function Correct({ whole: { meeting }, values, errors }: MinutesPageProps) {
  const t = useWords(minutesWords)
  return (
    <Form action={paths.minutesRemarks(meeting.id)} class="form">
      <HiddenField name="kind" value="correction" />
      <TextArea
        name="text"
        label={t('correction')}
        help={t('correctionHelp')}
        rows={4}
        maxlength={10_000}
        values={values}
        errors={errors}
      />
      <FormEnd>
        <SubmitButton kind="secondary">{t('propose')}</SubmitButton>
      </FormEnd>
    </Form>
  )
}
