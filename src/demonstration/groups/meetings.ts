import {
  answerMeeting,
  answerRemark,
  approveMinutes,
  assignTask,
  convene,
  decide,
  finishTask,
  recordAttendance,
  remarkOnMinutes,
  sendMinutes,
  writeMinutes,
} from '../../groups/index.ts'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { Deed } from '../history.ts'
import type { Memory } from '../memory.ts'
import { decisionKey, meetingKey, memberKey } from './names.ts'
import { inRole, oneself } from './people.ts'
import type { SampleMeeting, SampleMember } from './sample.ts'

/** The deeds of one meeting are told of days counted from it. */
interface Told {
  readonly body: string
  readonly number: number
  readonly key: string
  readonly on: Day
  readonly members: readonly SampleMember[]
  readonly secretary: (memory: Memory) => ReturnType<ReturnType<typeof inRole>>
  readonly chair: (memory: Memory) => ReturnType<ReturnType<typeof inRole>>
}

export function livesOfMeetings(body: string, members: readonly SampleMember[], meetings: readonly SampleMeeting[], place: string): Deed[] {
  const [chair] = members.filter(({ role }) => role === 'chair')
  const keeper = members.find(({ role }) => role === 'secretary') ?? chair
  if (!chair || !keeper) throw new Error(`${body} has nobody who chairs it`)
  return meetings.flatMap((meeting, index) => {
    const told: Told = {
      body,
      number: index + 1,
      key: meetingKey(body, index + 1),
      on: day(meeting.on),
      members,
      secretary: inRole(body, keeper),
      chair: inRole(body, chair),
    }
    return [
      ...convened(told, meeting, place),
      ...attended(told, meeting),
      ...decided(told, meeting),
      ...minuted(told, meeting),
      ...entrusted(told, meeting),
    ]
  })
}

function convened({ body, key, on, secretary }: Told, meeting: SampleMeeting, place: string): Deed[] {
  const { starts, ends, agenda, link = null, convenedOn, answers = {} } = meeting
  const sent = convenedOn ? day(convenedOn) : addDays(on, -12)
  const convocation = { on, starts, ends, place: link ? null : place, link, agenda: agenda.join('\n'), links: null }
  return [
    { on: sent, key, by: secretary, run: (desk, memory) => convene(desk, memory.id(body), convocation) },
    ...Object.entries(answers).map(
      ([name, answer]): Deed => ({
        on: addDays(sent, 1),
        key: `${key}/answer/${name}`,
        by: oneself(body, name),
        run: (desk, memory) => answerMeeting(desk, memory.id(key), { answer }),
      }),
    ),
  ]
}

function attended({ body, key, on, members, secretary }: Told, { attendance, link }: SampleMeeting): Deed[] {
  if (!attendance) return []
  const sat = members.filter(({ from, to }) => (!from || from <= on) && (!to || to >= on))
  const how = (name: string) => attendance[name] ?? (link ? 'remote' : 'present')
  const recorded = (memory: Memory) => Object.fromEntries(sat.map(({ name }) => [memory.id(memberKey(body, name)), how(name)] as const))
  return [
    {
      on: addDays(on, 1),
      key: `${key}/attendance`,
      by: secretary,
      run: (desk, memory) => recordAttendance(desk, memory.id(key), recorded(memory)),
    },
  ]
}

function decided({ body, number, key, on, secretary }: Told, { decisions = [] }: SampleMeeting): Deed[] {
  return decisions.map(({ kind, title, text, votes }, index): Deed => {
    const [inFavour, against, abstained] = votes ?? [null, null, null]
    return {
      on: addDays(on, 1),
      key: decisionKey(body, number, index + 1),
      by: secretary,
      run: (desk, memory) => decide(desk, memory.id(key), { kind, title, text, inFavour, against, abstained }),
    }
  })
}

function minuted(told: Told, { minutes }: SampleMeeting): Deed[] {
  if (!minutes) return []
  const { body, key, on, secretary, chair } = told
  const { text, state, agreed = [], corrected, pending } = minutes
  const step = (after: number, name: string, run: Deed['run'], by = secretary): Deed => ({
    on: addDays(on, after),
    key: `${key}/minutes/${name}`,
    by,
    run,
  })
  const write = (after: number, base: number, words: readonly string[]) =>
    step(after, `write-${base + 1}`, (desk, memory) => writeMinutes(desk, memory.id(key), { text: words.join('\n\n'), base }))
  const send = (after: number, version: number) =>
    step(after, `send-${version}`, (desk, memory) => sendMinutes(desk, memory.id(key), { until: addDays(on, after + 7) }))
  const remark = (by: string, asks: string | null): Deed =>
    step(
      6,
      `remark/${by}`,
      (desk, memory) => remarkOnMinutes(desk, memory.id(key), { kind: asks ? 'correction' : 'agreement', text: asks }),
      oneself(body, by),
    )
  const deeds = [write(2, 0, text)]
  if (state === 'draft') return deeds
  deeds.push(send(3, 1), ...agreed.map((name) => remark(name, null)))
  if (pending) deeds.push(remark(pending.by, pending.asks))
  if (corrected) {
    const { by, asks } = corrected
    const accept: Deed['run'] = (desk, memory) =>
      answerRemark(desk, memory.id(key), memory.id(`${key}/minutes/remark/${by}`), { outcome: 'accepted', reason: null })
    deeds.push(remark(by, asks), step(7, 'answer', accept), write(7, 1, corrected.text), send(8, 2))
  }
  if (state === 'approved') {
    const version = corrected ? 2 : 1
    deeds.push(step(corrected ? 16 : 13, 'approve', (desk, memory) => approveMinutes(desk, memory.id(key), { version }), chair))
  }
  return deeds
}

function entrusted({ body, key, on, secretary }: Told, { tasks = [] }: SampleMeeting): Deed[] {
  return tasks.flatMap(({ owner, text, due, doneOn, note = null }, index): Deed[] => {
    const name = `${key}/task-${index + 1}`
    const assigned: Deed = {
      on: addDays(on, 2),
      key: name,
      by: secretary,
      run: (desk, memory) =>
        assignTask(desk, memory.id(body), {
          ownerId: memory.id(memberKey(body, owner)),
          text,
          dueDay: day(due),
          meetingId: memory.id(key),
        }),
    }
    if (!doneOn) return [assigned]
    const finish: Deed['run'] = (desk, memory) => finishTask(desk, memory.id(name), { note })
    return [assigned, { on: day(doneOn), key: `${name}/done`, by: oneself(body, owner), run: finish }]
  })
}
