import { z } from 'zod'
import { can } from '../../charter/policy.ts'
import { decodeCursor } from '../../kernel/cursor.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import { listAnswered } from '../listing.ts'
import { outcomeNumbers, standingOf } from '../outcome.ts'
import { evaluationResults } from '../store/evaluations.ts'
import { aroundConsultation } from './around.tsx'
import { downloadOutcomes } from './downloads.ts'
import { OutcomesPage } from './outcomes-view.tsx'

export const outcomePages = router()

const perPage = 20
const Query = z.object({ da: z.string().max(500).optional(), fatto: z.string().max(30).optional().catch(undefined) })
const FileQuery = z.object({ parte: z.coerce.number().int().min(1).max(1000).default(1).catch(1) })

/** Public once published; before, only for those who work on them. */
export async function outcomeFor(c: Ctx, id: string) {
  const around = await aroundConsultation(c, id)
  const numbers = await outcomeNumbers(c.var.db, id)
  const standing = await standingOf(c.var.db, around.consultation, numbers.account, c.var.today)
  const insider = can(c.var.actor, 'answers.write-report', around.place)
  if (!standing.report?.publishedOn && !insider) throw new Problem(notFound)
  return { around, numbers, standing, insider }
}

outcomePages.get('/consultazioni/:id/esiti', async (c) => {
  freshFor(c, 2)
  const { db, actor, reader } = c.var
  const { da, fatto } = Query.parse(c.req.query())
  if (da) decodeCursor(da, 1)
  const whole = await outcomeFor(c, c.req.param('id'))
  const { id } = whole.around.consultation
  return c.html(
    <OutcomesPage
      {...whole}
      reader={reader}
      list={await listAnswered(db, reader.lang, id, { cursor: da, limit: perPage })}
      first={da === undefined}
      evaluation={await evaluationResults(db, id)}
      may={{
        edit: whole.insider && !whole.standing.report?.publishedOn,
        evaluate: actor.id !== null,
      }}
      done={fatto}
    />,
  )
})

outcomePages.get('/consultazioni/:id/:file{esiti\\.[a-z]+}', async (c) => {
  const whole = await outcomeFor(c, c.req.param('id'))
  const { parte } = FileQuery.parse(c.req.query())
  return downloadOutcomes(c, whole, { format: c.req.param('file').slice('esiti.'.length), part: parte })
})
