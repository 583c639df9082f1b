import { expect, test } from 'vitest'
import { type Day, day } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import type { ProblemKind } from '../kernel/problem.ts'
import { mustBeApprovable, type Refusals, type Remark } from './rules.ts'

/** Each refusal called by its place. */
const refusals = new Proxy({} as Refusals, { get: (_, slug: string): ProblemKind => ({ slug, status: 409, it: slug, en: slug }) })

test('minutes are approvable from the day after the term, or once everybody there has spoken of what was sent', () => {
  const [ada, bruno] = ['ada', 'bruno']
  const minutes = { sittingId: '', version: 2, sent: { version: 2, at: new Date(), until: day('2020-08-04') }, approved: null }
  const remark = (personId: string, version: number): Remark => ({
    id: newId<'minutes-remark'>(),
    personId,
    version,
    kind: 'agreement',
    text: null,
    at: new Date(),
    outcome: null,
    reason: null,
  })
  const approve = (remarks: Remark[], on: Day) => () => mustBeApprovable(refusals, minutes, remarks, [ada, bruno], on)
  expect(approve([], day('2020-08-04'))).toThrow('termRunning')
  expect(approve([], day('2020-08-05'))).not.toThrow()
  expect(approve([remark(ada, 2), remark(bruno, 1)], day('2020-08-01'))).toThrow('termRunning')
  expect(approve([remark(ada, 2), remark(bruno, 2)], day('2020-08-01'))).not.toThrow()
})
