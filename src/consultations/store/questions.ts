import type { Db } from '../../platform/db.ts'
import type { Option, Question, QuestionId, QuestionKind } from '../rules/questions.ts'

const own = (db: Db) => db.$pickTables<'consultationQuestion'>()

export async function questionsOf(db: Db, consultationId: string): Promise<Question[]> {
  const rows = await own(db)
    .selectFrom('consultationQuestion')
    .selectAll()
    .where('consultationId', '=', consultationId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, position, kind, textIt, textEn, required, options, rows, scaleFrom, scaleTo, showIfQuestion, showIfOption }) => ({
    id: id as QuestionId,
    position,
    kind: kind as QuestionKind,
    textIt,
    textEn,
    required,
    options: options as Option[],
    rows: rows as Option[],
    scale: scaleFrom !== null && scaleTo !== null ? { from: scaleFrom, to: scaleTo } : null,
    showIf: showIfQuestion && showIfOption !== null ? { question: showIfQuestion as QuestionId, option: showIfOption } : null,
  }))
}

function toRow({ scale, showIf, options, rows, ...rest }: Question) {
  return {
    ...rest,
    options: JSON.stringify(options),
    rows: JSON.stringify(rows),
    scaleFrom: scale?.from ?? null,
    scaleTo: scale?.to ?? null,
    showIfQuestion: showIf?.question ?? null,
    showIfOption: showIf?.option ?? null,
  }
}

export async function insertQuestion(tx: Db, consultationId: string, question: Question): Promise<void> {
  await own(tx)
    .insertInto('consultationQuestion')
    .values({ consultationId, ...toRow(question) })
    .execute()
}

export async function updateQuestion(tx: Db, consultationId: string, question: Question): Promise<void> {
  const { id, ...changes } = toRow(question)
  await own(tx).updateTable('consultationQuestion').set(changes).where('consultationId', '=', consultationId).where('id', '=', id).execute()
}

export async function deleteQuestion(tx: Db, consultationId: string, id: string): Promise<void> {
  await own(tx).deleteFrom('consultationQuestion').where('consultationId', '=', consultationId).where('id', '=', id).execute()
}
