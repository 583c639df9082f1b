import { z } from 'zod'
import { newId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import type { Consultation } from '../rules/consultation.ts'
import { moved } from '../rules/order.ts'
import {
  mostQuestions,
  mustDependOnEarlier,
  mustDependOnEarlierStill,
  mustNotBeNeeded,
  type Option,
  type Question,
  type QuestionId,
  questionKinds,
  sound,
  tooManyQuestions,
} from '../rules/questions.ts'
import { deleteQuestion, insertQuestion, questionsOf, updateQuestion } from '../store/questions.ts'
import { ticked } from './contribute.ts'
import type { MoveForm } from './materials.ts'
import { saveStep } from './set-up.ts'

const degree = z.coerce.number().int().min(0).max(100)

export const QuestionForm = z.object({
  kind: z.enum(questionKinds),
  textIt: line(1000),
  textEn: optional(line(1000)),
  required: ticked,
  /** One a line; an English line stands beside the Italian one of the same place. */
  optionsIt: optional(prose(5000)),
  optionsEn: optional(prose(5000)),
  rowsIt: optional(prose(5000)),
  rowsEn: optional(prose(5000)),
  scaleFrom: optional(degree),
  scaleTo: optional(degree),
  /** 'question:option': where it is shown only to whoever chose so. */
  showIf: optional(z.string().regex(/^[0-9a-f-]{36}:\d{1,3}$/)),
})
export type QuestionInput = z.output<typeof QuestionForm>

export function addQuestion(desk: Desk, id: string, input: QuestionInput): Promise<Consultation> {
  return saveStep(desk, id, 'questions', null, async (_, tx) => {
    const all = await questionsOf(tx, id)
    if (all.length >= mostQuestions) throw new Problem(tooManyQuestions, { most: mostQuestions })
    const question: Question = { id: newId<'question'>() as QuestionId, position: (all.at(-1)?.position ?? 0) + 1, ...contentOf(input) }
    mustDependOnEarlier(question, all)
    await insertQuestion(tx, id, question)
    return {}
  })
}

export function changeQuestion(desk: Desk, id: string, questionId: string, input: QuestionInput): Promise<Consultation> {
  return saveStep(desk, id, 'questions', null, async (_, tx) => {
    const all = await questionsOf(tx, id)
    const before = all.find((one) => one.id === questionId)
    if (!before) throw new Problem(notFound, { question: questionId })
    const after: Question = { ...before, ...contentOf(input) }
    mustDependOnEarlier(after, all)
    for (const other of all.filter(({ showIf }) => showIf?.question === questionId))
      mustDependOnEarlier(
        other,
        all.map((one) => (one.id === questionId ? after : one)),
      )
    await updateQuestion(tx, id, after)
    return {}
  })
}

export function moveQuestion(desk: Desk, id: string, questionId: string, { way }: z.output<typeof MoveForm>): Promise<Consultation> {
  return saveStep(desk, id, 'questions', null, async (_, tx) => {
    const all = await questionsOf(tx, id)
    if (!all.some((one) => one.id === questionId)) throw new Problem(notFound, { question: questionId })
    const after = moved(all, questionId, way)
    mustDependOnEarlierStill(after)
    for (const [at, one] of after.entries()) if (one.position !== at + 1) await updateQuestion(tx, id, { ...one, position: at + 1 })
    return {}
  })
}

export function removeQuestion(desk: Desk, id: string, questionId: string): Promise<Consultation> {
  return saveStep(desk, id, 'questions', null, async (_, tx) => {
    mustNotBeNeeded(questionId, await questionsOf(tx, id))
    await deleteQuestion(tx, id, questionId)
    return {}
  })
}

function contentOf(input: QuestionInput): Omit<Question, 'id' | 'position'> {
  const { kind, textIt, textEn, required, scaleFrom, scaleTo } = input
  const [question = '', option = ''] = (input.showIf ?? '').split(':')
  return sound({
    kind,
    textIt,
    textEn,
    required,
    options: pairs(input.optionsIt, input.optionsEn),
    rows: pairs(input.rowsIt, input.rowsEn),
    scale: scaleFrom !== null && scaleTo !== null ? { from: scaleFrom, to: scaleTo } : null,
    showIf: question ? { question: question as QuestionId, option: Number(option) } : null,
  })
}

const lines = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((one) => one.trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, 50)

function pairs(it: string | null, en: string | null): Option[] {
  const english = lines(en)
  return lines(it).map((one, at) => ({ it: one, en: english[at] ?? null }))
}
