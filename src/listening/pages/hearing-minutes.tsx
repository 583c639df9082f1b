import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { namesOfPeople } from '../../identity/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, tell } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Filled } from '../../ui/form.tsx'
import { agreeWithMinutes } from '../actions/amendments.ts'
import { heardIn } from '../actions/heard.ts'
import { CloseForm, closeMinutes, SendForm, sendMinutes } from '../actions/minutes.ts'
import { facesOf } from '../people.ts'
import { mustBeClosable } from '../rules/minutes.ts'
import { placeOfListening } from '../rules/place.ts'
import { amendmentsOn, correctionsOf, findMinutes, statementsOf } from '../store/minutes.ts'
import { needsFrom } from '../store/needs.ts'
import { stakeholdersById } from '../store/stakeholders.ts'
import { aroundHearing } from './around-hearing.ts'
import { HearingMinutesPage } from './hearing-minutes-view.tsx'
import { mustBeAbleIn } from './seen.ts'

export const hearingMinutesPages = router()

const done = (c: Ctx, id: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.hearingMinutes(id), { fatto })), 303)

hearingMinutesPages.get('/audizioni/:id/verbale', (c) => minutesPage(c, { values: {}, errors: {} }))

hearingMinutesPages.post('/audizioni/:id/verbale/invio', async (c) => {
  const { id } = c.req.param()
  await mustBeAbleIn(c, 'listening.send-minutes', id)
  const form = await readForm(c, SendForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await sendMinutes(c.var, id, form.data)
    return done(c, id, 'mandato')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

hearingMinutesPages.post('/audizioni/:id/verbale/consenso', async (c) => {
  const { id } = c.req.param()
  try {
    await agreeWithMinutes(c.var, id)
    return done(c, id, 'risposto')
  } catch (error) {
    return minutesPage(c, { values: {}, errors: refusal(c, error) })
  }
})

hearingMinutesPages.post('/audizioni/:id/verbale/chiusura', async (c) => {
  const { id } = c.req.param()
  await mustBeAbleIn(c, 'listening.close-minutes', id)
  const form = await readForm(c, CloseForm)
  if (!form.data) return minutesPage(c, form)
  try {
    await closeMinutes(c.var, id, form.data)
    return done(c, id, 'chiuso')
  } catch (error) {
    return minutesPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

export type MinutesWhole = Awaited<ReturnType<typeof gather>>

/** Everybody reads final minutes; before that, those heard once they were sent, and those who keep the hearing. */
async function gather(c: Ctx) {
  const { db, today, actor, reader } = c.var
  const whole = await aroundHearing(c, c.req.param('id') ?? '')
  const { id } = whole.hearing
  const found = await findMinutes(db, id)
  const all = found ? await statementsOf(db, id) : []
  const heard = found && !found.final && (whole.keeper || found.sent) && actor.id ? await heardIn(db, id, all) : []
  const wasHeard = actor.id !== null && heard.includes(actor.id)
  const readable = found !== null && (found.final !== null || whole.keeper || (found.sent !== null && wasHeard))
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
    corrections: found?.final ? await correctionsOf(db, id) : [],
    heard: heard.length,
    wasHeard,
    agreed: amendments.some(
      ({ personId, kind, version }) => personId === actor.id && kind === 'agreement' && version === found?.sent?.version,
    ),
    may: {
      write: can(actor, 'listening.write-minutes', place),
      send: can(actor, 'listening.send-minutes', place),
      answer: can(actor, 'listening.answer-amendment', place),
      close: can(actor, 'listening.close-minutes', place),
      correct: can(actor, 'listening.correct-minutes', place),
      need: can(actor, 'listening.record-need', place),
    },
    notYet: whyNot(reader.lang, () => mustBeClosable(found, all, amendments, heard, today)),
    done: c.req.query('fatto'),
  }
}

/** What a rule would answer, in words; null when it would let it pass. */
function whyNot(lang: Lang, rule: () => unknown): string | null {
  try {
    rule()
    return null
  } catch (error) {
    if (error instanceof Problem) return tell(lang, error)
    throw error
  }
}

async function minutesPage(c: Ctx, filled: Filled) {
  const whole = await gather(c)
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(<HearingMinutesPage reader={c.var.reader} {...whole} {...filled} />, rejected ? 422 : 200)
}
