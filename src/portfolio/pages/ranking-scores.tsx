import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { FieldGroup, RadioGroup } from '../../ui/choice.tsx'
import type { Filled } from '../../ui/form.tsx'
import { FormPage } from '../../ui/form-page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { giveScores, placeOfRanking, withdrawScores } from '../actions/rankings.ts'
import { rankingWords } from '../messages/rankings.ts'
import { fieldOf } from '../rules/ballots.ts'
import { type Criterion, highest, mustBeScoring, type Option, rankingState } from '../rules/rankings.ts'
import { criteriaOf, optionsOf } from '../store/rankings.ts'
import { type AroundRanking, aroundRanking, trailInRanking } from './around-ranking.ts'

export const scorePages = router()

/** A notice of old may still lead here when nobody gives scores any more: the ranking says what came of it. */
scorePages.get('/classifiche/:id/punteggi', async (c) => {
  const { ranking } = await aroundRanking(c, c.req.param('id'))
  if (rankingState(ranking) !== 'scoring') return c.redirect(inLang(c.var.reader.lang, paths.ranking(ranking.id)), 303)
  return page(c, { values: {}, errors: {} })
})

scorePages.post('/classifiche/:id/punteggi', async (c) => {
  const body = await c.req.parseBody()
  const sent = Object.entries(body).flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  const given = new Map(sent.filter(([name, value]) => name.startsWith('score-') && value).map(([name, value]) => [name, Number(value)]))
  try {
    await giveScores(c.var, c.req.param('id'), given)
    return back(c, 'dati')
  } catch (error) {
    return page(c, { values: Object.fromEntries(sent), errors: refusal(c, error) })
  }
})

scorePages.post('/classifiche/:id/punteggi/ritiro', async (c) => {
  await withdrawScores(c.var, c.req.param('id'))
  return back(c, 'ritirati')
})

const back = (c: Ctx, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.ranking(c.req.param('id') ?? ''), { fatto })), 303)

async function page(c: Ctx, filled: Filled) {
  const around = await aroundRanking(c, c.req.param('id') ?? '')
  mustBeAble(c.var.actor, 'portfolio.give-scores', placeOfRanking(around.ranking))
  mustBeScoring(around.ranking)
  const { id } = around.ranking
  const [criteria, options] = [await criteriaOf(c.var.db, id), await optionsOf(c.var.db, id)]
  const status = Object.keys(filled.errors).length > 0 ? 422 : 200
  return c.html(<ScoresPage reader={c.var.reader} {...{ around, criteria, options }} {...filled} />, status)
}

interface ScoresProps extends Filled {
  readonly reader: Reader
  readonly around: AroundRanking
  readonly criteria: readonly Criterion[]
  readonly options: readonly Option[]
}

function ScoresPage({ reader, around, criteria, options, ...filled }: ScoresProps) {
  const t = wordsFor(reader, rankingWords)
  const { ranking } = around
  const title = t('scoresTitle')
  const address = paths.rankingScores(ranking.id)
  const scale = Array.from({ length: highest }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))
  const labels = Object.fromEntries(
    options.flatMap((option) => criteria.map((one) => [fieldOf(option.id, one.id), `${option.title.slice(0, 60)}, ${one.name}`])),
  )
  return (
    <FormPage
      reader={reader}
      title={title}
      section="ecosystems"
      trail={trailInRanking(reader.lang, around, { label: title })}
      kicker={[ranking.title]}
      lead={t('scoresLead')}
      address={address}
      cancel={paths.ranking(ranking.id)}
      submit={t('submitScores')}
      labels={labels}
      filled={filled}
    >
      {options.map((option) => (
        <FieldGroup legend={option.title}>
          {criteria.map((criterion) => (
            <div class="scale">
              <RadioGroup
                name={fieldOf(option.id, criterion.id)}
                label={t('score', { criterion: criterion.name })}
                help={criterion.explanation ?? t(`direction.${criterion.direction}`)}
                options={scale}
                {...filled}
              />
            </div>
          ))}
        </FieldGroup>
      ))}
    </FormPage>
  )
}
