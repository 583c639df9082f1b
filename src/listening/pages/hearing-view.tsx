import { inLang, paths, withQuery } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Done } from '../../ui/done.tsx'
import { Facts } from '../../ui/facts.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, useFormats, useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { hearingWords } from '../messages/hearings.ts'
import { registrationWords } from '../messages/registrations.ts'
import { hearingState } from '../rules/hearings.ts'
import { placeInLine } from '../rules/registrations.ts'
import { pickSlot } from '../rules/slots.ts'
import { trailInHearing } from './around-hearing.ts'
import type { Whole } from './gather-hearing.ts'
import { Agenda, Questions, WhoWasHeard } from './hearing-parts.tsx'
import { HearingMark } from './hearings.tsx'
import { hoursOf } from './hours.ts'
import { SlotTable } from './slots.tsx'

type HearingPageProps = Whole & { readonly reader: Reader }

export function HearingPage(props: HearingPageProps) {
  const { reader, whole, registrations, minutes, done } = props
  const t = wordsFor(reader, hearingWords)
  const { hearing, slots, keeper } = whole
  const { day, distance } = formatsFor(reader)
  return (
    <Page
      reader={reader}
      title={hearing.title}
      description={hearing.reason.slice(0, 200)}
      section="ecosystems"
      trail={trailInHearing(reader.lang, whole)}
    >
      <div class="container">
        <Done words={hearingWords} done={done} />
        <PageHead
          title={hearing.title}
          kicker={[<Link to={paths.ecosystem(whole.slug)}>{whole.name}</Link>, t('hearing', { number: hearing.number })]}
          verdict={<HearingMark hearing={hearing} slots={slots} minutes={minutes} now={reader.now} />}
          lead={
            hearingState(hearing, slots, reader.now) === 'open'
              ? t('openUntil', { until: day(hearing.closesOn), distance: distance(hearing.closesOn) })
              : undefined
          }
        >
          <Ways {...props} />
        </PageHead>
        {hearing.cancelReason && (
          <Notice kind="blocked" title={t('cancelledWhy')}>
            <p>{hearing.cancelReason}</p>
          </Notice>
        )}
        <Yours {...props} />
        <Columns kind="aside" section>
          <Section id="domande" title={t('questions')} band="bare">
            <Questions hearing={hearing} />
          </Section>
          <CallFacts {...props} />
        </Columns>
        <Section id="turni" title={t('slots')}>
          <SlotTable whole={whole} registrations={registrations} />
        </Section>
        <MinutesPart {...props} />
        <WhoWasHeard {...props} />
        {keeper && <Agenda {...props} />}
      </div>
    </Page>
  )
}

function CallFacts({ whole: { hearing } }: HearingPageProps) {
  const t = useWords(hearingWords)
  const { day } = useFormats()
  return (
    <aside aria-label={t('registrations')}>
      <Facts
        items={[
          { term: t('registrations'), details: t('window', { from: day(hearing.opensOn), until: day(hearing.closesOn) }) },
          { term: t('openTo'), details: t(`openTo.${hearing.openTo}`) },
          { term: t('recording'), details: hearing.recordingLink && <Link to={hearing.recordingLink}>{t('recordingLink')}</Link> },
          { term: t('calendar'), details: <Link to={paths.hearingCalendar(hearing.id)}>{t('calendarLink')}</Link> },
        ]}
      />
    </aside>
  )
}

/** What whoever reads may do with the hearing, as it stands. */
function Ways({ whole, minutes, mine, invitation, entered, may }: HearingPageProps) {
  const t = useWords(hearingWords)
  const r = useWords(registrationWords)
  const { lang, now } = useReader()
  const { hearing, slots } = whole
  const state = hearingState(hearing, slots, now)
  const ahead = state === 'called' || state === 'open' || state === 'closed'
  const registers = state === 'open' && !mine && (hearing.openTo !== 'invited' || invitation !== null || !entered)
  const enter = withQuery(paths.signIn, { ritorno: inLang(lang, paths.hearingRegistration(hearing.id)) })
  const ways = [
    { label: entered ? r('register') : r('signInFirst'), to: entered ? paths.hearingRegistration(hearing.id) : enter, shown: registers },
    {
      label: t(minutes ? 'toMinutes' : 'writeMinutes'),
      to: paths.hearingMinutes(hearing.id),
      shown: whole.keeper && !minutes?.approved && state !== 'cancelled' && slots.some(({ startsAt }) => startsAt <= now),
    },
    { label: r('invite'), to: paths.hearingInvitations(hearing.id), shown: ahead && may.invite },
    { label: t('manageSlots'), to: paths.hearingSlots(hearing.id), shown: state !== 'cancelled' && !minutes?.approved && may.change },
    { label: t('edit'), to: paths.hearingEdit(hearing.id), shown: ahead && may.change },
    { label: t('cancel'), to: paths.hearingCancel(hearing.id), shown: ahead && may.cancel },
    { label: t('recording'), to: paths.hearingRecording(hearing.id), shown: !ahead && state !== 'cancelled' && may.record },
  ]
  return <ActionLinks items={ways} />
}

/** For whoever reads: their place, or their invitation. */
function Yours({ whole: { hearing, slots }, registrations, mine, invitation }: HearingPageProps) {
  const { lang, now } = useReader()
  const { day } = useFormats()
  const r = useWords(registrationWords)
  if (hearing.cancelledAt) return <></>
  if (mine) {
    const slot = pickSlot(slots, mine.slotId)
    const waiting = placeInLine(slots, registrations, mine)
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
          <Form action={paths.hearingWithdrawal(hearing.id)} class="actions">
            <SubmitButton kind="secondary">{r('withdraw')}</SubmitButton> <span class="quiet">{r('withdrawHelp')}</span>
          </Form>
        )}
      </Section>
    )
  }
  if (!invitation || hearingState(hearing, slots, now) !== 'open') return <></>
  return (
    <Section id="iscrizione" title={r('yours')}>
      <p>{invitation.declinedAt ? r('yoursDeclined') : r('yoursInvited', { until: day(hearing.closesOn) })}</p>
      {!invitation.declinedAt && (
        <Form action={paths.hearingDecline(hearing.id)}>
          <SubmitButton kind="secondary">{r('decline')}</SubmitButton>
        </Form>
      )}
    </Section>
  )
}

function MinutesPart({ whole: { hearing, slots, keeper }, minutes, needs }: HearingPageProps) {
  const { now } = useReader()
  const { day } = useFormats()
  const t = useWords(hearingWords)
  const begun = slots.some(({ startsAt }) => startsAt <= now)
  if (hearing.cancelledAt || !begun) return <></>
  const words = minutes?.approved
    ? t('minutesFinal', { on: day(minutes.approved.on) })
    : minutes?.sent
      ? t('minutesSent', { until: day(minutes.sent.until) })
      : t(minutes ? 'minutesDraft' : 'minutesNone')
  return (
    <Section id="verbale" title={t('minutes')}>
      <p>{words}</p>
      {(minutes?.approved || (minutes?.sent && !keeper)) && (
        <p>
          <ButtonLink to={paths.hearingMinutes(hearing.id)}>{t('readMinutes')}</ButtonLink>
        </p>
      )}
      {minutes?.approved && needs.length > 0 && (
        <>
          <h3>{t('needs')}</h3>
          <ul>
            {needs.map(({ id, statement }) => (
              <li>
                <Link to={paths.need(id)}>{statement}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
