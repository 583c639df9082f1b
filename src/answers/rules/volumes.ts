import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'

/** How many contributions one paper holds: what takes a second to write, and can be read. */
export const onOnePaper = 1000
const mostPapers = 20

export const tooManyForPaper = {
  slug: 'too-many-for-paper',
  status: 409,
  it: 'Le osservazioni sono più di {most, number}: scarica gli esiti in CSV o JSON, che le contengono tutte.',
  en: 'There are more than {most, number} contributions: download the outcomes as CSV or JSON, which hold them all.',
} as const satisfies ProblemKind

/** Which of how many papers, from 1. */
export interface Volume {
  readonly number: number
  readonly of: number
}

/** In how many papers so many contributions stand; none where only a table can hold them. */
export function volumesOf(received: number): number {
  const of = Math.max(1, Math.ceil(received / onOnePaper))
  return of > mostPapers ? 0 : of
}

export function mustBeVolume(received: number, number: number): Volume {
  const of = volumesOf(received)
  if (of === 0) throw new Problem(tooManyForPaper, { most: mostPapers * onOnePaper })
  if (number > of) throw new Problem(notFound, { volume: number })
  return { number, of }
}
