import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { personName } from '../../identity/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem, signInFirst } from '../../kernel/problem.ts'
import { say } from '../../kernel/words.ts'
import { type CalendarEvent, calendarOf } from '../../platform/calendar.ts'
import type { Db } from '../../platform/db.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../ui/reader.tsx'
import { Secret } from '../../ui/secret.tsx'
import { issueCalendar, revokeCalendar } from '../actions/calendars.ts'
import { type CalendarEntry, eventsOf } from '../calendar.ts'
import { taskWords } from '../messages/tasks.ts'
import { hashOfKey } from '../secret-links.ts'
import { bodiesById, getBody } from '../store/bodies.ts'
import { keyOf, ownerOfKey } from '../store/calendar-keys.ts'
import { meetingIdsOf } from '../store/invitations.ts'
import { getMeeting, meetingsById, meetingsOf } from '../store/meetings.ts'

export const calendarPages = router()

function calendar(c: Ctx, name: string, events: readonly CalendarEvent[], cache: string) {
  const { lang, baseUrl } = c.var.reader
  return c.body(calendarOf(events, { lang, baseUrl, name }), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="calendario.ics"',
    'cache-control': cache,
  })
}

const answer = (c: Ctx, name: string, entries: readonly CalendarEntry[]) =>
  calendar(c, name, eventsOf(entries, { lang: c.var.reader.lang, withLinks: false }), 'public, max-age=300')

calendarPages.get('/riunioni/:id/calendario.ics', async (c) => {
  const meeting = await getMeeting(c.var.db, c.req.param('id'))
  const { name } = await getBody(c.var.db, meeting.bodyId)
  return answer(c, name, [{ meeting, bodyName: name }])
})

calendarPages.get('/gruppi/:id/calendario.ics', async (c) => {
  const { id, name } = await getBody(c.var.db, c.req.param('id'))
  const meetings = await meetingsOf(c.var.db, [id])
  return answer(
    c,
    name,
    meetings.map((meeting) => ({ meeting, bodyName: name })),
  )
})

/** What other rooms put in a person's own calendar: told by whoever mounts this room. */
export type OwnDaysElsewhere = (db: Db, lang: Lang, personId: string) => Promise<CalendarEvent[]>

/** Whoever has the address sees what its owner was invited to, joining links included; nobody else is told that it exists. */
export const personalCalendar = (elsewhere: readonly OwnDaysElsewhere[]) =>
  router().get('/calendario/:key{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    const { db, reader } = c.var
    const { lang } = reader
    const owner = await ownerOfKey(db, hashOfKey(c.req.param('key').replace(/\.ics$/, '')))
    if (!owner || (await personName(db, owner)) === null) throw new Problem(notFound)
    const meetings = [...(await meetingsById(db, await meetingIdsOf(db, owner))).values()]
    const bodies = await bodiesById(
      db,
      meetings.map(({ bodyId }) => bodyId),
    )
    const entries = meetings.map((meeting) => ({ meeting, bodyName: bodies.get(meeting.bodyId)?.name ?? '' }))
    const events = eventsOf(entries, { lang, withLinks: true })
    for (const days of elsewhere) events.push(...(await days(db, lang, owner)))
    return calendar(c, say(lang, taskWords, 'calendarName'), events, 'private, no-store')
  })

calendarPages.get('/calendario', async (c) => {
  const { db, actor, reader } = c.var
  if (!actor.id) throw new Problem(signInFirst)
  return c.html(<CalendarPage reader={reader} made={await keyOf(db, actor.id)} done={c.req.query('fatto')} />)
})

calendarPages.post('/calendario', async (c) => {
  const key = await issueCalendar(c.var)
  const { reader } = c.var
  c.header('cache-control', 'private, no-store')
  return c.html(<MadePage reader={reader} address={new URL(inLang(reader.lang, paths.personalCalendar(key)), reader.baseUrl).href} />)
})

calendarPages.post('/calendario/revoca', async (c) => {
  await revokeCalendar(c.var)
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.calendars, { fatto: 'revocato' })), 303)
})

interface CalendarPageProps {
  readonly reader: Reader
  readonly made: { readonly issuedAt: Date } | null
  readonly done: string | undefined
}

function CalendarPage({ reader, made, done }: CalendarPageProps) {
  const t = wordsFor(reader, taskWords)
  const { instant } = formatsFor(reader)
  return (
    <Page reader={reader} title={t('calendarTitle')} section="desk" trail={[{ label: t('calendarTitle') }]}>
      <div class="container">
        <Done words={taskWords} done={done} />
        <PageHead title={t('calendarTitle')} lead={t('calendarLead')} />
        <p>{made ? t('calendarThere', { at: instant(made.issuedAt) }) : t('calendarNone')}</p>
        <div class="actions">
          <Form action={paths.calendars}>
            <SubmitButton kind={made ? 'secondary' : 'primary'}>{t(made ? 'calendarAgain' : 'calendarMake')}</SubmitButton>
          </Form>
          {made && (
            <Form action={paths.calendarEnd}>
              <SubmitButton kind="danger">{t('calendarRevoke')}</SubmitButton>
            </Form>
          )}
        </div>
        {made && <p class="quiet">{t('calendarAgainHelp')}</p>}
      </div>
    </Page>
  )
}

function MadePage({ reader, address }: { readonly reader: Reader; readonly address: string }) {
  const t = wordsFor(reader, taskWords)
  const trail = [{ label: t('calendarTitle'), to: paths.calendars }, { label: t('calendarMade') }]
  return (
    <Page reader={reader} title={t('calendarMade')} section="desk" trail={trail} address={paths.calendars} scripts={['copy.js']}>
      <div class="container">
        <PageHead title={t('calendarMade')} lead={t('calendarMadeLead')} />
        <Secret label={t('calendarAddress')} value={address} />
      </div>
    </Page>
  )
}
