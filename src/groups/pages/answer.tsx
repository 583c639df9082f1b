import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { personName } from '../../identity/index.ts'
import { dayOf } from '../../kernel/day.ts'
import { Problem } from '../../kernel/problem.ts'
import { timeInRome } from '../../kernel/rome.ts'
import { formatDay } from '../../kernel/words.ts'
import { readForm } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { AnswerForm, answerByLink, answerMeeting, type Invited, openInvitation } from '../actions/answers.ts'
import { meetingWords } from '../messages/meetings.ts'
import { meetingCancelled, meetingState } from '../rules/meetings.ts'
import { hoursOf } from './around.tsx'
import { AnswerButtons } from './meeting-parts.tsx'

export const answerPages = router()

answerPages.post('/riunioni/:id/risposta', async (c) => {
  const { id } = c.req.param()
  const form = await readForm(c, AnswerForm)
  if (form.data) await answerMeeting(c.var, id, form.data)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.meeting(id), form.data ? { fatto: 'risposta' } : {})), 303)
})

/** The address is a secret: nothing keeps the page, and no search engine lists it. */
function keepToThem(c: Ctx): void {
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex')
}

answerPages.get('/inviti/:token', async (c) => {
  keepToThem(c)
  const invited = await openInvitation(c.var, c.var.config.secret, c.req.param('token'))
  return c.html(<InvitationPage reader={c.var.reader} token={c.req.param('token')} invited={invited} name={await nameOf(c, invited)} />)
})

answerPages.post('/inviti/:token', async (c) => {
  keepToThem(c)
  const { token } = c.req.param()
  const form = await readForm(c, AnswerForm)
  if (!form.data) return c.redirect(inLang(c.var.reader.lang, paths.invitation(token)), 303)
  const invited = await answerByLink(c.var, c.var.config.secret, token, form.data)
  return c.html(<ThanksPage reader={c.var.reader} token={token} invited={invited} />)
})

const nameOf = (c: Ctx, { member }: Invited) => personName(c.var.db, member.personId)

interface InvitationPageProps {
  readonly reader: Reader
  readonly token: string
  readonly invited: Invited
}

function InvitationPage({ reader, token, invited, name }: InvitationPageProps & { readonly name: string | null }) {
  const t = wordsFor(reader, meetingWords)
  const { meeting, body, invitation } = invited
  const state = meetingState(meeting, reader.now)
  if (state === 'cancelled') throw new Problem(meetingCancelled)
  return (
    <Page reader={reader} title={t('invitationTitle')} section="ecosystems">
      <div class="container">
        <PageHead
          title={t('invitationTitle')}
          kicker={[body.name, t('meeting', { number: meeting.number })]}
          lead={t('invitationLead', { name: name ?? t('someone') })}
        >
          <p>
            <b>{hoursOf(reader.lang, meeting)}</b>
            <br />
            {meeting.place}
            {meeting.place && meeting.link && <br />}
            {meeting.link && <Link to={meeting.link}>{meeting.link}</Link>}
          </p>
        </PageHead>
        {state === 'convened' ? (
          <>
            {invitation.answer && <p>{t(invitation.answer === 'yes' ? 'answeredYes' : 'answeredNo')}</p>}
            <AnswerButtons action={paths.invitation(token)} answer={invitation.answer} />
            <p class="quiet">{t('invitationOnlyYou')}</p>
          </>
        ) : (
          <Notice>
            <p>{t('invitationOver')}</p>
          </Notice>
        )}
        <p class="more">
          <Link to={paths.meeting(meeting.id)}>{t('openMeeting')}</Link>
        </p>
      </div>
    </Page>
  )
}

function ThanksPage({ reader, token, invited }: InvitationPageProps) {
  const t = wordsFor(reader, meetingWords)
  const { meeting, invitation } = invited
  const when = { day: formatDay(reader.lang, dayOf(meeting.startsAt), 'full'), from: timeInRome(meeting.startsAt) }
  return (
    <Page reader={reader} title={t('invitationThanks')} section="ecosystems" address={paths.invitation(token)}>
      <div class="container">
        <Confirmation
          title={t('invitationThanks')}
          next={[t('invitationChange')]}
          links={[
            { label: t('openMeeting'), to: paths.meeting(meeting.id) },
            { label: t('calendarLink'), to: paths.meetingCalendar(meeting.id) },
          ]}
        >
          {invitation.answer === 'yes' ? t('invitationYes', when) : t('invitationNo')}
        </Confirmation>
      </div>
    </Page>
  )
}
