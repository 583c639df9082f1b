import { notFound, Problem } from '../../kernel/problem.ts'
import { router } from '../../platform/http.ts'
import { freshFor } from '../../platform/public-pages.ts'
import type { Answers } from '../answers-told.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import { receiptIn } from '../secret-links.ts'
import { getConsultation } from '../store/consultations.ts'
import { getContribution } from '../store/contributions.ts'
import { around, aroundOpened } from './around.tsx'
import { ContributionPage } from './contribution-view.tsx'
import { contributionAt, gather } from './shown.ts'

export function contributionPages(answers: Answers) {
  const pages = router()

  pages.get('/consultazioni/:id/osservazioni/:number{[0-9]+}', async (c) => {
    freshFor(c, 2)
    const whole = await aroundOpened(c)
    const contribution = await contributionAt(c)
    const told = await answers.to(c.var.db, c.var.reader.lang, whole.consultation.id, [contribution.id])
    return c.html(
      <ContributionPage
        reader={c.var.reader}
        whole={await gather(c, whole, contribution)}
        answer={told.get(contribution.id)}
        done={c.req.query('fatto')}
      />,
    )
  })

  /** The link that came with the receipt. The address is a secret: nothing keeps the page, and no search engine lists it. */
  pages.get('/ricevute/:token', async (c) => {
    c.header('cache-control', 'private, no-store')
    c.header('x-robots-tag', 'noindex')
    const key = receiptIn(c.var.config.secret, c.req.param('token'))
    if (!key) throw new Problem(notFound)
    const consultation = (await getConsultation(c.var.db, key.consultationId)) as OpenedConsultation
    const contribution = await getContribution(c.var.db, key.consultationId, key.id)
    const whole = await gather(c, await around(c, consultation), contribution)
    const told = await answers.to(c.var.db, c.var.reader.lang, consultation.id, [contribution.id])
    return c.html(
      <ContributionPage
        reader={c.var.reader}
        whole={{ ...whole, own: true, canAct: false }}
        answer={told.get(contribution.id)}
        done={undefined}
      />,
    )
  })
  return pages
}
