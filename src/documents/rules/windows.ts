import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** How many blocks of a section are written in one turn, and how many a form may carry once others were added to it. */
export const windowSize = 100
export const mostRows = 400

/** A stretch of a section, counted from its first block. */
export interface Window {
  readonly from: number
  readonly to: number
}

export const tooManyRows = {
  slug: 'form-too-long',
  status: 422,
  it: 'In una volta si salvano al massimo {maximum} blocchi: salva ciò che hai scritto, poi continua con gli altri.',
  en: 'At most {maximum} blocks are saved at a time: save what you wrote, then go on with the others.',
} as const satisfies ProblemKind

export const formCutShort = {
  slug: 'form-cut-short',
  status: 422,
  it: 'Il modulo è arrivato incompleto: nulla è stato salvato. Torna alla pagina precedente e salva di nuovo.',
  en: 'The form did not arrive whole: nothing was saved. Go back to the previous page and save again.',
} as const satisfies ProblemKind

/** A long section is written in turns; each begins where the one before ends. */
export function windowsOf(count: number): Window[] {
  const turns = Math.max(1, Math.ceil(count / windowSize))
  return Array.from({ length: turns }, (_, at) => ({ from: at * windowSize, to: Math.min(count, (at + 1) * windowSize) }))
}

/** The window that begins at a block, counted from 1. */
export function windowAt(count: number, asked: number): Window {
  const from = Math.min(Math.max(0, Math.trunc(asked) - 1 || 0), Math.max(0, count - 1))
  return { from, to: Math.min(count, from + windowSize) }
}

export function mustFitAForm(count: number): void {
  if (count > mostRows) throw new Problem(tooManyRows, { maximum: mostRows })
}
