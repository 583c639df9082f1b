import { can } from '../../charter/policy.ts'
import { findMinutes } from '../../minutes/index.ts'
import type { Ctx } from '../../platform/http.ts'
import { facesOf } from '../people.ts'
import { placeOfListening } from '../rules/place.ts'
import { statementsOf } from '../store/minutes.ts'
import { needsFrom } from '../store/needs.ts'
import { invitationsTo, registrationsIn } from '../store/registrations.ts'
import { stakeholdersById } from '../store/stakeholders.ts'
import { aroundHearing } from './around-hearing.ts'

export type Whole = Awaited<ReturnType<typeof gatherHearingPage>>

/** All that the page of a hearing tells. */
export async function gatherHearingPage(c: Ctx, id: string) {
  const { db, today, actor } = c.var
  const whole = await aroundHearing(c, id)
  const { hearing, keeper } = whole
  const registrations = await registrationsIn(db, [hearing.id])
  const minutes = await findMinutes(db, hearing.id)
  const statements = minutes && (minutes.approved || keeper) ? await statementsOf(db, hearing.id) : []
  const needs = minutes?.approved
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
