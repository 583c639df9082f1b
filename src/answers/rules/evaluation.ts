import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** What participants are asked, from 1 (not at all) to 5 (fully). The third only makes sense once answers are out. */
export const evaluationQuestions = ['easy', 'clear', 'heard'] as const
export type EvaluationQuestion = (typeof evaluationQuestions)[number]

export interface Evaluation {
  readonly easy: number
  readonly clear: number
  readonly heard: number | null
  readonly again: boolean
  readonly comment: string | null
}

export const onlyParticipants = {
  slug: 'only-participants-evaluate',
  status: 403,
  it: 'La valutazione la dà chi ha partecipato: non risulta nessuna tua osservazione in questa consultazione.',
  en: 'The evaluation is given by those who took part: no contribution of yours is on record in this consultation.',
} as const satisfies ProblemKind

export const tooEarlyToEvaluate = {
  slug: 'too-early-to-evaluate',
  status: 409,
  it: 'La valutazione si dà quando la consultazione è chiusa.',
  en: 'The evaluation is given once the consultation is closed.',
} as const satisfies ProblemKind

export function mustHaveTakenPart(tookPart: boolean): void {
  if (!tookPart) throw new Problem(onlyParticipants)
}

export function mustBeTimeToEvaluate(state: string): void {
  if (state !== 'closed') throw new Problem(tooEarlyToEvaluate)
}

/** With fewer answers than this nothing is told: who answered what could be guessed. */
export const fewestTold = 5
