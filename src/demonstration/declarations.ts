import { type Actor, operator, type PersonId } from '../charter/policy.ts'
import { addDays, type Day, day, daysBetween } from '../kernel/day.ts'
import { type DueResult, declareState, dueBetween, getAction } from '../plan/index.ts'
import type { Db } from '../platform/db.ts'

/** The four actions on ecosystems are judged from the platform's own records: nobody declares them, here either. */
const ecosystemActions = new Set([51, 52, 53, 54])

/**
 * An invented account of the plan's results, by the monitoring analyst: most of those due were reached, many a few
 * months late, a few are blocked, the rest nobody has told of. The evidence addresses lead to nowhere, and say so.
 */
export async function seedDeclarations(db: Db, analyst: PersonId | null, today: Day): Promise<void> {
  const actor: Actor = { id: analyst ?? operator.id, grants: [{ role: 'analyst', scope: { kind: 'platform' } }], onlyRooms: null }
  const due = await dueBetween(db, day('2018-01-01'), addDays(today, -1), today)
  for (const result of due.filter(({ number }) => !ecosystemActions.has(number))) {
    const sample = sampleOf(result, today)
    if (!sample || (await isDeclared(db, result, today))) continue
    const desk = { db, actor, now: new Date(`${sample.on}T08:30:00Z`), today: sample.on }
    const { edition, number, position, code } = result
    const evidenceUrl = `https://prove.example/${edition}/${code.toLowerCase()}-${position}`
    await declareState(desk, { edition, number, position }, { state: sample.state, since: sample.on, evidenceUrl, note: null })
  }
}

async function isDeclared(db: Db, { edition, number, position }: DueResult, today: Day): Promise<boolean> {
  const { declarations, action } = await getAction(db, edition, number, today)
  const result = action.results.find((one) => one.position === position)
  return declarations.some(({ resultId }) => resultId === result?.id)
}

/** One in five is left untold, one in fifteen is blocked; of the others two in three came on time, the rest up to five months late. */
function sampleOf({ number, position, deadline, state }: DueResult, today: Day): { state: 'done' | 'blocked'; on: Day } | null {
  const index = number + position
  if (state !== 'late' || index % 5 === 4) return null
  const late = index % 3 === 2 ? 35 + ((index * 29) % 120) : -((index * 7) % 40)
  const on = addDays(deadline, late)
  if (daysBetween(day('2019-03-12'), on) < 0 || on >= today) return null
  return { state: index % 15 === 7 ? 'blocked' : 'done', on }
}
