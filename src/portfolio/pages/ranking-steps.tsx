import type { Child } from 'hono/jsx'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type Act, mustBeAble } from '../../charter/policy.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import { TextArea } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { AbandonForm, abandonRanking, closeRanking, freezeMethod, interventionsToRank, placeOfRanking } from '../actions/rankings.ts'
import { rankingWords } from '../messages/rankings.ts'
import { ballotsOf } from '../store/ballots.ts'
import { criteriaOf } from '../store/rankings.ts'
import { type AroundRanking, aroundRanking, trailInRanking } from './around-ranking.ts'
import { Method } from './ranking-parts.tsx'

export const stepPages = router()

const first: Filled = { values: {}, errors: {} }

stepPages.get('/classifiche/:id/congelamento', (c) => freezePage(c, first))
stepPages.post('/classifiche/:id/congelamento', async (c) => {
  try {
    await freezeMethod(c.var, c.req.param('id'))
    return back(c, 'congelata')
  } catch (error) {
    return freezePage(c, { values: {}, errors: { '': Object.values(refusal(c, error))[0] ?? '' } })
  }
})

stepPages.get('/classifiche/:id/chiusura', (c) => closePage(c, first))
stepPages.post('/classifiche/:id/chiusura', async (c) => {
  try {
    await closeRanking(c.var, c.req.param('id'))
    return back(c, 'chiusa')
  } catch (error) {
    return closePage(c, { values: {}, errors: refusal(c, error) })
  }
})

stepPages.get('/classifiche/:id/abbandono', (c) => abandonPage(c, first))
stepPages.post('/classifiche/:id/abbandono', async (c) => {
  const form = await readForm(c, AbandonForm)
  if (!form.data) return abandonPage(c, form)
  try {
    await abandonRanking(c.var, c.req.param('id'), form.data)
    return back(c, 'abbandonata')
  } catch (error) {
    return abandonPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

stepPages.get('/classifiche/:id/punteggi/ritiro', async (c) => {
  const around = await reached(c, 'portfolio.withdraw-scores')
  const t = wordsFor(c.var.reader, rankingWords)
  return drawn(c, { around, title: t('withdraw'), lead: t('given'), submit: t('withdraw'), address: paths.rankingScoresEnd, ...first })
})

const back = (c: Ctx, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.ranking(c.req.param('id') ?? ''), { fatto })), 303)

async function reached(c: Ctx, act: Act): Promise<AroundRanking> {
  const around = await aroundRanking(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, act, placeOfRanking(around.ranking))
  return around
}

async function freezePage(c: Ctx, filled: Filled) {
  const around = await reached(c, 'portfolio.freeze-ranking')
  const t = wordsFor(c.var.reader, rankingWords)
  const interventions = await interventionsToRank(c.var.db, c.var, around.ranking.ecosystemId)
  const criteria = await criteriaOf(c.var.db, around.ranking.id)
  const body =
    interventions.length > 0 ? (
      <ol lang="it">
        {interventions.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ol>
    ) : (
      <Empty>
        <p>{t('freezeNone')}</p>
        <p>
          <Link to={paths.vision(around.ecosystem.slug)}>{t('toVision')}</Link>
        </p>
      </Empty>
    )
  const children = (
    <>
      {body}
      <h2>{t('method')}</h2>
      <Method criteria={criteria} />
    </>
  )
  return drawn(c, {
    around,
    title: t('freezeTitle'),
    lead: t('freezeLead'),
    submit: t('freeze'),
    address: paths.rankingFreeze,
    before: children,
    ...filled,
  })
}

async function closePage(c: Ctx, filled: Filled) {
  const around = await reached(c, 'portfolio.close-ranking')
  const t = wordsFor(c.var.reader, rankingWords)
  const count = (await ballotsOf(c.var.db, around.ranking.id)).length
  return drawn(c, {
    around,
    title: t('closeTitle'),
    lead: t('closeLead', { count }),
    submit: t('close'),
    address: paths.rankingClosing,
    ...filled,
  })
}

async function abandonPage(c: Ctx, filled: Filled) {
  const around = await reached(c, 'portfolio.abandon-ranking')
  const t = wordsFor(c.var.reader, rankingWords)
  return drawn(c, {
    around,
    title: t('abandonTitle'),
    lead: t('abandonLead'),
    submit: t('abandonSubmit'),
    address: paths.rankingAbandonment,
    reasoned: true,
    ...filled,
  })
}

interface StepProps extends Filled {
  readonly around: AroundRanking
  readonly title: string
  readonly lead: string
  readonly submit: string
  readonly address: (id: string) => string
  readonly reasoned?: boolean
  readonly before?: Child
}

function drawn(c: Ctx, { around, title, lead, submit, address, reasoned, before, ...filled }: StepProps) {
  const { reader } = c.var
  const t = wordsFor(reader, rankingWords)
  const { id } = around.ranking
  const rejected = Object.keys(filled.errors).length > 0
  return c.html(
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInRanking(reader.lang, around, { label: title })}
      address={address(id)}
      rejected={rejected}
    >
      <div class="container">
        <ErrorSummary errors={filled.errors} labels={{ reason: t('reason') }} />
        <PageHead title={title} kicker={[around.ranking.title]} lead={lead} />
        {before}
        <Form action={address(id)} class="form">
          {reasoned && <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} rows={4} maxlength={2000} {...filled} />}
          <FormEnd cancel={paths.ranking(id)}>
            <SubmitButton kind={reasoned ? 'danger' : 'primary'}>{submit}</SubmitButton>
          </FormEnd>
        </Form>
      </div>
    </Page>,
    rejected ? 422 : 200,
  )
}
