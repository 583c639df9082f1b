import type { Lang } from '../kernel/lang.ts'
import { type Answer, optionIn, type Question } from './rules/questions.ts'

/** An answer in words. */
export function answerInWords(lang: Lang, question: Question, answer: Answer): string[] {
  const option = (at: number | null) => {
    const one = at === null ? undefined : question.options[at]
    return one ? optionIn(lang, one) : ''
  }
  if (typeof answer === 'string') return [answer]
  if (question.kind === 'scale') return [String(answer)]
  if (question.kind === 'matrix' && Array.isArray(answer))
    return question.rows.map((row, at) => `${optionIn(lang, row)}: ${option(answer[at] ?? null) || '—'}`)
  return (Array.isArray(answer) ? answer : [answer]).map((one) => option(one as number))
}
