import { can } from '../../charter/policy.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { calendarFile } from '../calendar.ts'
import { facesOf } from '../people.ts'
import { placeOfListening } from '../rules/place.ts'
import { findMinutes, statementsOf } from '../store/minutes.ts'
import { needsFrom } from '../store/needs.ts'
import { invitationsTo, registrationsIn } from '../store/registrations.ts'
import { stakeholdersById } from '../store/stakeholders.ts'
import { aroundHearing } from './around-hearing.ts'
import { HearingPage } from './hearing-view.tsx'

export const hearingPages = router()

hearingPages.get('/audizioni/:id', async (c) => c.html(<HearingPage reader={c.var.reader} {...(await gather(c, c.req.param('id')))} />))

hearingPages.get('/audizioni/:id/calendario.ics', async (c) => {
  const { db, actor, reader, config } = c.var
  const { hearing, slots } = await aroundHearing(c, c.req.param('id'))
  const registrations = actor.id ? await registrationsIn(db, [hearing.id]) : []
  const withLinks = registrations.some(({ personId, withdrawnAt }) => personId === actor.id && withdrawnAt === null)
  const text = calendarFile(hearing, slots, { lang: reader.lang, baseUrl: config.baseUrl, name: hearing.title, withLinks })
  return c.body(text, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="calendario.ics"',
    'cache-control': withLinks ? 'private, no-store' : 'public, max-age=300',
  })
})

export type Whole = Awaited<ReturnType<typeof gather>>

async function gather(c: Ctx, id: string) {
  const { db, today, actor } = c.var
  const whole = await aroundHearing(c, id)
  const { hearing, keeper } = whole
  const registrations = await registrationsIn(db, [hearing.id])
  const minutes = await findMinutes(db, hearing.id)
  const statements = minutes && (minutes.final || keeper) ? await statementsOf(db, hearing.id) : []
  const needs = minutes?.final
    ? await needsFrom(
        db,
        'hearing',
        statements.map((one) => one.id),
      )
    : []
  const standing = registrations.filter(({ withdrawnAt }) => withdrawnAt === null)
  const shown = [...statements, ...(keeper ? standing : [])].map(({ stakeholderId }) => stakeholderId)
  const faces = await facesOf(db, [...(await stakeholdersById(db, shown)).values()], keeper, today)
  const invitations = actor.id ? await invitationsTo(db, hearing.id) : []
  const place = placeOfListening(hearing.ecosystemId)
  return {
    whole,
    registrations,
    minutes,
    statements,
    needs,
    faces: new Map(faces.map((face) => [face.id as string, face])),
    mine: standing.find(({ personId }) => personId === actor.id) ?? null,
    invitation: invitations.find(({ personId }) => personId === actor.id) ?? null,
    entered: actor.id !== null,
    may: {
      change: can(actor, 'listening.change-hearing', place),
      cancel: can(actor, 'listening.cancel-hearing', place),
      invite: can(actor, 'listening.invite', place),
      record: can(actor, 'listening.link-recording', place),
      write: can(actor, 'listening.write-minutes', place),
    },
    done: c.req.query('fatto'),
  }
}
