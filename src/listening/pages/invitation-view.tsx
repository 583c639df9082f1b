import { paths } from '../../charter/paths.ts'
import { formatDay } from '../../kernel/words.ts'
import type { Reader } from '../../platform/reader.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import type { Invited } from '../actions/invitations.ts'
import { hearingWords } from '../messages/hearings.ts'
import { registrationWords } from '../messages/registrations.ts'
import { placeInLine } from '../rules/registrations.ts'
import { pickSlot } from '../rules/slots.ts'
import { Questions } from './hearing-parts.tsx'
import { hoursOf } from './hours.ts'
import { SlotChoice } from './register-view.tsx'

interface OfInvitedProps {
  readonly reader: Reader
  readonly token: string
  readonly invited: Invited
}

const mineIn = ({ invitation, registrations }: Invited) =>
  registrations.find(({ personId, withdrawnAt }) => personId === invitation.personId && withdrawnAt === null) ?? null

interface InvitationPageProps extends OfInvitedProps, Filled {
  readonly name: string | null
  readonly window: 'later' | 'open' | 'over'
}

export function InvitationPage(props: InvitationPageProps) {
  const { reader, invited, name, window, errors } = props
  const t = wordsFor(reader, hearingWords)
  const r = wordsFor(reader, registrationWords)
  const { hearing } = invited
  const mine = mineIn(invited)
  return (
    <Page reader={reader} title={r('invitationTitle')} section="ecosystems" rejected={Object.keys(errors).length > 0}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ slotId: r('chooseSlot'), subject: r('subject') }} />
        <PageHead
          title={r('invitationTitle')}
          kicker={[hearing.title]}
          lead={`${r('invitationLead', { name: name ?? r('someone') })}${window === 'open' ? ` ${r('invitationUntil', { to: formatDay(reader.lang, hearing.closesOn) })}` : ''}`}
        />
        <Section id="domande" title={t('questions')}>
          <Questions hearing={hearing} />
        </Section>
        {mine ? (
          <Yours {...props} />
        ) : window === 'open' ? (
          <Answer {...props} />
        ) : (
          <Notice>
            <p>{window === 'later' ? r('invitationLater', { from: formatDay(reader.lang, hearing.opensOn) }) : r('invitationOver')}</p>
          </Notice>
        )}
        <p class="quiet">{r('invitationOnlyYou')}</p>
        <p class="more">
          <Link to={paths.hearing(hearing.id)}>{r('openHearing')}</Link>
        </p>
      </div>
    </Page>
  )
}

function Answer({ token, invited: { invitation, slots, registrations }, values, errors }: InvitationPageProps) {
  const r = useWords(registrationWords)
  const action = paths.hearingInvitation(token)
  return (
    <>
      {invitation.declinedAt && <p>{r('yoursDeclined')}</p>}
      <Form action={action} class="form">
        <SlotChoice slots={slots} registrations={registrations} values={values} errors={errors} />
        <TextArea
          name="subject"
          label={r('subject')}
          help={r('subjectHelp')}
          rows={4}
          optional
          maxlength={2000}
          values={values}
          errors={errors}
        />
        <FormEnd>
          <SubmitButton>{r('registerButton')}</SubmitButton>
        </FormEnd>
      </Form>
      {!invitation.declinedAt && (
        <Form action={action}>
          <HiddenField name="act" value="decline" />
          <SubmitButton kind="secondary">{r('decline')}</SubmitButton>
        </Form>
      )}
    </>
  )
}

function Yours({ token, invited }: OfInvitedProps) {
  const { lang, now } = useReader()
  const r = useWords(registrationWords)
  const mine = mineIn(invited)
  if (!mine) return <></>
  const slot = pickSlot(invited.slots, mine.slotId)
  const waiting = placeInLine(invited.slots, invited.registrations, mine)
  const when = hoursOf(lang, slot)
  return (
    <Section id="iscrizione" title={r('yours')}>
      <p>{waiting === null ? r('yoursIn', { when }) : r('yoursWaiting', { number: waiting, when })}</p>
      {waiting === null && slot.link && (
        <p>
          {r('joinAt')}: <Link to={slot.link}>{slot.link}</Link>
        </p>
      )}
      {slot.startsAt > now && (
        <Form action={paths.hearingInvitation(token)}>
          <HiddenField name="act" value="withdraw" />
          <SubmitButton kind="secondary">{r('withdraw')}</SubmitButton> <span class="quiet">{r('withdrawHelp')}</span>
        </Form>
      )}
    </Section>
  )
}

export function ThanksPage({ reader, token, invited, withdrawn }: OfInvitedProps & { readonly withdrawn: boolean }) {
  const t = wordsFor(reader, hearingWords)
  const r = wordsFor(reader, registrationWords)
  const { hearing, slots, registrations } = invited
  const mine = mineIn(invited)
  const waiting = mine && placeInLine(slots, registrations, mine)
  const told = mine
    ? waiting === null
      ? r('thanksRegistered', { when: hoursOf(reader.lang, pickSlot(slots, mine.slotId)) })
      : r('thanksWaiting', { number: waiting })
    : r(withdrawn ? 'thanksWithdrawn' : 'thanksDeclined')
  return (
    <Page reader={reader} title={r('thanks')} section="ecosystems" address={paths.hearingInvitation(token)}>
      <div class="container">
        <Confirmation
          title={r('thanks')}
          next={[r('thanksNext')]}
          links={[
            { label: r('openHearing'), to: paths.hearing(hearing.id) },
            { label: t('calendarLink'), to: paths.hearingCalendar(hearing.id) },
          ]}
        >
          {told}
        </Confirmation>
      </div>
    </Page>
  )
}
