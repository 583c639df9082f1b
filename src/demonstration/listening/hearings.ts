import { addDays, type Day, day } from '../../kernel/day.ts'
import {
  addStatement,
  agreeWithMinutes,
  amendStatement,
  answerAmendment,
  callHearing,
  closeMinutes,
  inviteToHearing,
  linkRecording,
  registerToHearing,
  sendMinutes,
  slotsOfHearing,
} from '../../listening/index.ts'
import { findMinutes } from '../../minutes/index.ts'
import type { Deed } from '../history.ts'
import { whoever } from '../people.ts'
import type { Listening } from './keeper.ts'
import { recorded } from './needs.ts'
import { type SampleHearing, stakeholderKey } from './sample.ts'

export function livesOfHearings(hearings: readonly SampleHearing[], there: Listening): Deed[] {
  return hearings.flatMap((hearing) => {
    const key = `${there.body}/hearing/${hearing.key}`
    return [...called(key, hearing, there), ...spoken(key, hearing, there), ...minuted(key, hearing, there)]
  })
}

function called(key: string, hearing: SampleHearing, { body, slug, secretary }: Listening): Deed[] {
  const { calledOn, title, reason, openTo, starts, ends, capacity, place = null, link = null, invited, registered } = hearing
  const call = {
    title,
    reason,
    questions: hearing.questions.join('\n'),
    openTo,
    opensOn: day(hearing.opensOn),
    closesOn: day(hearing.closesOn),
    ...{ on: day(hearing.on), starts, ends, place, link, capacity },
  }
  const deeds: Deed[] = [{ on: day(calledOn), key, by: secretary, run: (desk) => callHearing(desk, slug, call) }]
  if (invited.length > 0)
    deeds.push({
      on: day(calledOn),
      key: `${key}/invitations`,
      by: secretary,
      run: (desk, memory) =>
        inviteToHearing(desk, memory.id(key), { stakeholders: invited.map((name) => memory.id(stakeholderKey(body, name))) }),
    })
  const days = registrationDays(hearing)
  deeds.push(
    ...registered.map(
      ([name, subject], index): Deed => ({
        on: days(index),
        key: `${key}/registration/${name}`,
        by: whoever(stakeholderKey(body, name)),
        run: async (desk, memory) => {
          const [slot] = await slotsOfHearing(desk.db, [memory.id(key)])
          const speaking = { slotId: slot?.id ?? '', kind: null, organisationId: null, subject }
          return registerToHearing(desk, memory.id(key), speaking)
        },
      }),
    ),
  )
  return deeds
}

/** One after the other from the day on which registrations open, never past the last. */
function registrationDays({ opensOn, closesOn }: SampleHearing): (index: number) => Day {
  return (index) => {
    const wanted = addDays(day(opensOn), index)
    return wanted < closesOn ? wanted : day(closesOn)
  }
}

function spoken(key: string, { on, statements = [], recording }: SampleHearing, there: Listening): Deed[] {
  const { body, secretary } = there
  const deeds = statements.flatMap(({ by, text, needs = [] }, index): Deed[] => {
    const name = `${key}/statement-${index + 1}`
    const written: Deed = {
      on: addDays(day(on), 2),
      key: name,
      by: secretary,
      run: (desk, memory) => addStatement(desk, memory.id(key), { stakeholderId: memory.id(stakeholderKey(body, by)), text }),
    }
    return [written, ...needs.map((need) => recorded(there, need, addDays(day(on), 6), { by, statement: name }))]
  })
  if (recording)
    deeds.push({
      on: addDays(day(on), 3),
      key: `${key}/recording`,
      by: secretary,
      run: (desk, memory) => linkRecording(desk, memory.id(key), { link: recording }),
    })
  return deeds
}

function minuted(key: string, { statements = [], minutes }: SampleHearing, { body, secretary }: Listening): Deed[] {
  if (!minutes) return []
  const { sentOn, until, agreed, amended, finalOn } = minutes
  const send = (desk: Parameters<Deed['run']>[0], id: string) => sendMinutes(desk, id, { until: day(until) })
  const deeds: Deed[] = [{ on: day(sentOn), key: `${key}/sent`, by: secretary, run: (desk, memory) => send(desk, memory.id(key)) }]
  if (amended) {
    const { by, on, text, outcome, reason = null } = amended
    const at = statements.findIndex((statement) => statement.by === by) + 1
    const name = `${key}/amendment/${by}`
    deeds.push({
      on: day(on),
      key: name,
      by: whoever(stakeholderKey(body, by)),
      run: (desk, memory) => amendStatement(desk, memory.id(key), memory.id(`${key}/statement-${at}`), { text }),
    })
    if (outcome)
      deeds.push({
        on: addDays(day(on), 1),
        key: `${name}/answer`,
        by: secretary,
        run: (desk, memory) =>
          answerAmendment(desk, memory.id(key), memory.id(name), {
            outcome,
            reason,
            text: outcome === 'accepted' ? text : null,
            base: 1,
          }),
      })
  }
  deeds.push(
    ...agreed.map(
      (name): Deed => ({
        on: addDays(day(sentOn), 2),
        key: `${key}/agreement/${name}`,
        by: whoever(stakeholderKey(body, name)),
        run: (desk, memory) => agreeWithMinutes(desk, memory.id(key)),
      }),
    ),
  )
  if (finalOn)
    deeds.push({
      on: day(finalOn),
      key: `${key}/final`,
      by: secretary,
      run: async (desk, memory) => {
        const minutes = await findMinutes(desk.db, memory.id(key))
        return closeMinutes(desk, memory.id(key), { version: minutes?.version ?? 1 })
      },
    })
  return deeds
}
