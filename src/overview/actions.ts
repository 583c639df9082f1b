import { z } from 'zod'
import { allow, platform } from '../charter/policy.ts'
import { carrySessions } from '../identity/index.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { transact } from '../platform/db.ts'
import { moveDemoClock, rereadDemoClocks } from '../platform/demo-clock.ts'
import { dayField, optional } from '../platform/form.ts'
import type { Desk } from '../platform/http.ts'
import { carryJobs } from '../platform/jobs.ts'
import { record } from '../platform/record.ts'
import { daysForward, steps } from './rules/demo-clock.ts'

/** A step of so many days, or the day to reach. */
export const ClockForm = z.object({ step: optional(z.enum(steps)), to: optional(dayField()) })

/** Moves the demonstration's clock on, and answers with the day it then is. */
export async function moveClock(desk: Desk, input: z.output<typeof ClockForm>): Promise<Day> {
  const to = await transact(desk.db, async (tx) => {
    const permit = allow(desk, 'platform.move-clock', platform)
    const days = input.step ? Number(input.step) : daysForward(desk.today, input.to)
    await moveDemoClock(tx, days)
    await carrySessions(tx, days * 86_400_000)
    await carryJobs(tx, days * 86_400_000)
    await record(tx, permit, 'demo-clock', { days })
    return addDays(desk.today, days)
  })
  rereadDemoClocks()
  return to
}
