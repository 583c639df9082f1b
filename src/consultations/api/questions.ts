import { apiRouter } from '../../platform/api.ts'
import { acting, listOf, reading } from '../../platform/api-routes.ts'
import { addQuestion, QuestionForm } from '../actions/questions.ts'
import { questionsOf } from '../store/questions.ts'
import { readable } from './readable.ts'
import { ById, QuestionJson, questionJson } from './schemas.ts'

export const questionsApi = apiRouter()

const tag = 'Consultations'

questionsApi.openapi(acting(tag, 'post', '/consultations/{id}/questions', 'Add a question', ById, QuestionForm), async (c) => {
  await addQuestion(c.var, c.req.valid('param').id, QuestionForm.parse(c.req.valid('json')))
  return c.body(null, 204)
})

questionsApi.openapi(
  reading(tag, '/consultations/{id}/questions', 'The questions of a consultation', ById, listOf(QuestionJson), 'In order'),
  async (c) => c.json({ items: (await questionsOf(c.var.db, (await readable(c, c.req.valid('param').id)).id)).map(questionJson) }, 200),
)
