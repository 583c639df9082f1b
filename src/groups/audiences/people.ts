import { paths } from '../../charter/paths.ts'
import { dayOf } from '../../kernel/day.ts'
import { formatDay, say } from '../../kernel/words.ts'
import type { Audience } from '../../platform/telling.ts'
import { memberWords } from '../messages/members.ts'
import { inOffice } from '../rules/members.ts'
import { getBody } from '../store/bodies.ts'
import { membersById, membersOf } from '../store/members.ts'
import { getTask } from '../store/tasks.ts'
import { inWords } from './in-words.ts'

/** Whoever takes a place in a body, or leaves it. */
export const membersOfBodies: Audience = {
  kind: 'roles',
  acts: ['groups.admit', 'groups.end-membership'],
  async tell(db, { act, subjectId }) {
    const member = (await membersById(db, [subjectId])).get(subjectId)
    if (!member) return []
    const body = await getBody(db, member.bodyId)
    const admitted = act === 'groups.admit'
    const words = inWords(admitted ? 'admitted' : 'ended', admitted ? 'admittedText' : 'endedText', (lang) => ({
      body: body.name,
      role: say(lang, memberWords, `role.${member.role}`),
      from: formatDay(lang, member.from),
      to: member.to ? formatDay(lang, member.to) : 'none',
    }))
    return [{ personIds: [member.personId], to: paths.body(body.id), words }]
  },
}

/** Whoever is given a task, and whoever gave it once it is done. */
export const ownersOfTasks: Audience = {
  kind: 'tasks',
  acts: ['groups.assign-task', 'groups.withdraw-task', 'groups.finish-task'],
  async tell(db, { act, subjectId, at }) {
    const task = await getTask(db, subjectId)
    const body = await getBody(db, task.bodyId)
    const members = await membersOf(db, [body.id])
    const done = act === 'groups.finish-task'
    const keepers = inOffice(body, members, dayOf(at)).filter(({ role }) => role === 'secretary' || role === 'chair')
    const people = done ? keepers : members.filter(({ id }) => id === task.ownerId)
    const title = done ? 'taskDone' : act === 'groups.assign-task' ? 'taskAssigned' : 'taskWithdrawn'
    const words = inWords(title, done ? null : 'taskText', (lang) => ({ body: body.name, due: formatDay(lang, task.dueDay) }))
    return [{ personIds: people.map(({ personId }) => personId), to: done ? paths.body(body.id) : paths.tasks, words }]
  },
}
