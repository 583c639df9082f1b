import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { invalidInput, Problem, type ProblemKind } from '../../kernel/problem.ts'
import { catalogue, say } from '../../kernel/words.ts'

export type QuestionId = Id<'question'>

export const questionKinds = ['open', 'single', 'multiple', 'scale', 'matrix', 'file'] as const
export type QuestionKind = (typeof questionKinds)[number]

export interface Option {
  readonly it: string
  readonly en: string | null
}

export interface Question {
  readonly id: QuestionId
  readonly position: number
  readonly kind: QuestionKind
  readonly textIt: string
  readonly textEn: string | null
  readonly required: boolean
  /** What one chooses among; the columns of a matrix. */
  readonly options: readonly Option[]
  /** The rows of a matrix. */
  readonly rows: readonly Option[]
  readonly scale: { readonly from: number; readonly to: number } | null
  /** Asked only of whoever chose that option of an earlier question. */
  readonly showIf: { readonly question: QuestionId; readonly option: number } | null
}

/**
 * Words of an open question; the place of an option chosen, of several, or of one for each row of a matrix (null where
 * nothing was chosen); a degree of a scale. Files are kept beside.
 */
export type Answer = string | number | readonly number[] | readonly (number | null)[]
export type Answers = Readonly<Record<string, Answer>>

export const mostQuestions = 60
export const longestAnswer = 5000

export const tooManyQuestions = {
  slug: 'too-many-questions',
  status: 422,
  it: 'Al massimo {most} domande: chi partecipa deve poter arrivare in fondo.',
  en: 'At most {most} questions: whoever takes part must be able to reach the end.',
} as const satisfies ProblemKind

export const optionsNeeded = {
  slug: 'question-options-needed',
  status: 422,
  it: 'Scrivi almeno due risposte tra cui scegliere, una per riga.',
  en: 'Write at least two answers to choose among, one a line.',
} as const satisfies ProblemKind

export const rowsNeeded = {
  slug: 'question-rows-needed',
  status: 422,
  it: 'Scrivi le righe della tabella, una per riga.',
  en: 'Write the rows of the table, one a line.',
} as const satisfies ProblemKind

export const scaleNeeded = {
  slug: 'question-scale-needed',
  status: 422,
  it: 'Scrivi il primo e l’ultimo grado della scala, al massimo undici: per esempio da 1 a 5.',
  en: 'Write the first and the last degree of the scale, eleven at most: for instance from 1 to 5.',
} as const satisfies ProblemKind

export const conditionWrong = {
  slug: 'question-condition-wrong',
  status: 422,
  it: 'Una domanda può dipendere solo dalla risposta a una scelta che viene prima: scegline un’altra.',
  en: 'A question can depend only on the answer to a choice that comes before it: choose another.',
} as const satisfies ProblemKind

export const othersDepend = {
  slug: 'question-others-depend',
  status: 409,
  it: 'Altre domande compaiono in base alla risposta a questa: togli prima quelle, o la loro condizione.',
  en: 'Other questions are shown by the answer to this one: remove those first, or their condition.',
} as const satisfies ProblemKind

export const orderBreaksCondition = {
  slug: 'question-order-breaks-condition',
  status: 409,
  it: '«{questionIt}» compare in base alla risposta a «{otherIt}», quindi deve venire dopo: togli prima quella condizione, oppure sposta anche l’altra domanda.',
  en: '“{questionEn}” is shown by the answer to “{otherEn}”, so it must come after it: remove that condition first, or move the other question too.',
} as const satisfies ProblemKind

/** What each kind must have; what it has no use for is left out. */
export function sound<Q extends Omit<Question, 'id' | 'position'>>(question: Q): Q {
  const choosing = question.kind === 'single' || question.kind === 'multiple' || question.kind === 'matrix'
  if (choosing && question.options.length < 2) throw new Problem(optionsNeeded, { field: 'options' })
  if (question.kind === 'matrix' && question.rows.length === 0) throw new Problem(rowsNeeded, { field: 'rows' })
  const { scale } = question
  if (question.kind === 'scale' && (!scale || scale.from >= scale.to || scale.to - scale.from > 10))
    throw new Problem(scaleNeeded, { field: 'scaleFrom' })
  return {
    ...question,
    options: choosing ? question.options : [],
    rows: question.kind === 'matrix' ? question.rows : [],
    scale: question.kind === 'scale' ? scale : null,
  }
}

export function mustDependOnEarlier(question: Pick<Question, 'showIf' | 'position'>, all: readonly Question[]): void {
  if (!question.showIf) return
  const { question: id, option } = question.showIf
  const other = all.find((one) => one.id === id)
  const choice = other && (other.kind === 'single' || other.kind === 'multiple')
  if (!choice || other.position >= question.position || !other.options[option]) throw new Problem(conditionWrong, { field: 'showIf' })
}

/** In the order in which they stand here. */
export function mustDependOnEarlierStill(all: readonly Question[]): void {
  const before = new Map<string, Question>()
  for (const question of all) {
    const { showIf } = question
    const other = showIf && all.find(({ id }) => id === showIf.question)
    if (other && !before.has(other.id)) {
      const [questionIt, otherIt] = [questionIn('it', question), questionIn('it', other)]
      throw new Problem(orderBreaksCondition, {
        questionIt,
        otherIt,
        questionEn: questionIn('en', question),
        otherEn: questionIn('en', other),
      })
    }
    before.set(question.id, question)
  }
}

export function mustNotBeNeeded(id: string, all: readonly Question[]): void {
  if (all.some(({ showIf }) => showIf?.question === id)) throw new Problem(othersDepend)
}

/** Those that somebody who answered so is asked. */
export function asked(questions: readonly Question[], answers: Answers): Question[] {
  const shown = new Set<string>()
  return questions.filter((question) => {
    const visible =
      !question.showIf || (shown.has(question.showIf.question) && chose(answers[question.showIf.question], question.showIf.option))
    if (visible) shown.add(question.id)
    return visible
  })
}

function chose(answer: Answer | undefined, option: number): boolean {
  return Array.isArray(answer) ? answer.includes(option) : answer === option
}

const words = catalogue({
  it: {
    required: 'Questa domanda chiede una risposta.',
    wrong: 'La risposta non è tra quelle proposte: scegli di nuovo.',
    long: 'Al massimo {most} caratteri.',
  },
  en: {
    required: 'This question needs an answer.',
    wrong: 'The answer is not one of those offered: choose again.',
    long: 'At most {most} characters.',
  },
})

export const fieldOf = (question: Pick<Question, 'id'>): string => `q-${question.id}`

/** Keeps the answers to what was asked, and refuses what is missing or was not offered. Files are told by `attached`. */
export function mustAnswer(lang: Lang, questions: readonly Question[], given: Answers, attached: ReadonlySet<string> = new Set()): Answers {
  const kept: Record<string, Answer> = {}
  const errors: Record<string, string> = {}
  for (const question of asked(questions, given)) {
    const answer = given[question.id]
    const missing = question.kind === 'file' ? !attached.has(question.id) : isEmpty(answer)
    if (missing) {
      if (question.required) errors[fieldOf(question)] = say(lang, words, 'required')
      continue
    }
    if (question.kind === 'file') continue
    if (typeof answer === 'string' && answer.length > longestAnswer)
      errors[fieldOf(question)] = say(lang, words, 'long', { most: longestAnswer })
    else if (answer === undefined || !fits(question, answer)) errors[fieldOf(question)] = say(lang, words, 'wrong')
    else kept[question.id] = answer
  }
  if (Object.keys(errors).length > 0) throw new Problem(invalidInput, { errors })
  return kept
}

function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer === '' || (Array.isArray(answer) && (answer.length === 0 || answer.every((one) => one === null)))
}

function fits({ kind, options, rows, scale, required }: Question, answer: Answer): boolean {
  const option = (one: unknown) => Number.isInteger(one) && (one as number) >= 0 && (one as number) < options.length
  if (kind === 'open') return typeof answer === 'string'
  if (kind === 'single') return option(answer)
  if (kind === 'multiple') return Array.isArray(answer) && answer.every(option) && new Set(answer).size === answer.length
  if (kind === 'scale') return Number.isInteger(answer) && scale !== null && Number(answer) >= scale.from && Number(answer) <= scale.to
  if (kind !== 'matrix' || !Array.isArray(answer) || answer.length !== rows.length) return false
  return answer.every((one) => option(one) || (one === null && !required))
}

export function questionIn(lang: Lang, { textIt, textEn }: Pick<Question, 'textIt' | 'textEn'>): string {
  return lang === 'en' && textEn ? textEn : textIt
}

export function optionIn(lang: Lang, { it, en }: Option): string {
  return lang === 'en' && en ? en : it
}
