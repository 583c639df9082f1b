import { can } from '../../charter/policy.ts'
import { namesOfPeople } from '../../identity/index.ts'
import { whyNot } from '../../kernel/problem.ts'
import { correctionsOf, findMinutes, hasAgreed, mustBeApprovable } from '../../minutes/index.ts'
import type { Ctx } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import type { Filled } from '../../ui/form.tsx'
import { heardIn } from '../actions/heard.ts'
import { facesOf } from '../people.ts'
import { refusals } from '../rules/minutes.ts'
import { placeOfListening } from '../rules/place.ts'
import { amendmentsOn, statementsOf } from '../store/minutes.ts'
import { needsFrom } from '../store/needs.ts'
import { stakeholdersById } from '../store/stakeholders.ts'
import { aroundHearing } from './around-hearing.ts'

export type MinutesWhole = Awaited<ReturnType<typeof gatherMinutesPage>>

export type MinutesProps = MinutesWhole & Filled & { readonly reader: Reader }

/** Everybody reads final minutes; before that, those heard once they were sent, and those who keep the hearing. */
export async function gatherMinutesPage(c: Ctx) {
  const { db, today, actor, reader } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  const { id } = whole.hearing
  const found = await findMinutes(db, id)
  const all = found ? await statementsOf(db, id) : []
  const heard = found && !found.approved && (whole.keeper || found.sent) && actor.id ? await heardIn(db, id, all) : []
  const wasHeard = actor.id !== null && heard.includes(actor.id)
  const readable = found !== null && (found.approved !== null || whole.keeper || (found.sent !== null && wasHeard))
  const statements = readable ? all : []
  const amendments = whole.keeper || wasHeard ? await amendmentsOn(db, id) : []
  const speakers = await stakeholdersById(
    db,
    statements.map(({ stakeholderId }) => stakeholderId),
  )
  const faces = await facesOf(db, [...speakers.values()], whole.keeper || wasHeard, today)
  const place = placeOfListening(whole.ecosystemId)
  return {
    whole,
    minutes: readable ? found : null,
    statements,
    faces: new Map(faces.map((face) => [face.id as string, face])),
    needs: await needsFrom(
      db,
      'hearing',
      statements.map((one) => one.id),
    ),
    amendments: amendments.filter(({ personId }) => whole.keeper || personId === actor.id),
    people: whole.keeper
      ? await namesOfPeople(
          db,
          amendments.map(({ personId }) => personId),
        )
      : new Map<string, string | null>(),
    corrections: found?.approved ? await correctionsOf(db, id) : [],
    heard: heard.length,
    wasHeard,
    agreed: hasAgreed(found, amendments, actor.id),
    may: {
      write: can(actor, 'listening.write-minutes', place),
      send: can(actor, 'listening.send-minutes', place),
      answer: can(actor, 'listening.answer-amendment', place),
      close: can(actor, 'listening.close-minutes', place),
      correct: can(actor, 'listening.correct-minutes', place),
      need: can(actor, 'listening.record-need', place),
    },
    notYet: whyNot(reader.lang, () => mustBeApprovable(refusals, all.length > 0 ? found : null, amendments, heard, today)),
    done: c.req.query('fatto'),
  }
}
