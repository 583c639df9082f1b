import { paths, withQuery } from '../../charter/paths.ts'
import { type Act, can } from '../../charter/policy.ts'
import { namesOfPeople } from '../../identity/index.ts'
import { formatDay } from '../../kernel/words.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { ActionLinks } from '../../ui/action-links.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { placeOfRanking } from '../actions/rankings.ts'
import { rankingWords } from '../messages/rankings.ts'
import type { Ballot } from '../rules/ballots.ts'
import { type Criterion, markOfRanking, type Option, rankingState } from '../rules/rankings.ts'
import { type Result, resultOf } from '../rules/result.ts'
import { ballotsOf, scoresOf } from '../store/ballots.ts'
import { criteriaOf, optionsOf } from '../store/rankings.ts'
import { Done } from './around.tsx'
import { type AroundRanking, aroundRanking, trailInRanking } from './around-ranking.ts'
import { Method } from './ranking-parts.tsx'
import { RankingResult } from './ranking-result.tsx'
import { Steady } from './ranking-steady.tsx'

export const rankingPages = router()

rankingPages.get('/classifiche/:id', async (c) => c.html(<RankingPage c={c} whole={await gather(c)} />))

interface Whole extends AroundRanking {
  readonly criteria: readonly Criterion[]
  readonly options: readonly Option[]
  readonly ballots: readonly Ballot[]
  /** Who gave scores, for those who belong to the group. */
  readonly people: readonly string[]
  readonly result: Result | null
  readonly k: number
  readonly may: (act: Act) => boolean
}

async function gather(c: Ctx): Promise<Whole> {
  const { db, actor, reader } = c.var
  const around = await aroundRanking(c, c.req.param('id') ?? '')
  const { ranking, insider } = around
  const criteria = await criteriaOf(db, ranking.id)
  const options = await optionsOf(db, ranking.id)
  const ballots = await ballotsOf(db, ranking.id)
  const shown = rankingState(ranking) === 'closed'
  const ids = ballots.map(({ id }) => id)
  const names = insider ? await namesOfPeople(db, [...new Set(ballots.map(({ personId }) => personId))]) : new Map<string, string>()
  const asked = Number(c.req.query('primi'))
  return {
    ...around,
    criteria,
    options,
    ballots,
    people: ballots.map(({ personId }) => names.get(personId) ?? wordsFor(reader, rankingWords)('somebody')),
    result: shown ? resultOf(options, criteria, await scoresOf(db, ids), ballots.length) : null,
    k: Number.isInteger(asked) && asked > 0 && asked < options.length ? asked : 1,
    may: (act) => can(actor, act, placeOfRanking(ranking)),
  }
}

function RankingPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, rankingWords)
  const { ranking, criteria, options, result, ballots } = whole
  const state = rankingState(ranking)
  const on = ranking.abandonedOn ?? ranking.closedOn ?? ranking.frozenOn
  const lead = t(`lead.${state}`, { on: on ? formatDay(reader.lang, on) : '', ballots: ballots.length })
  return (
    <Page reader={reader} title={ranking.title} description={lead} section="ecosystems" trail={trailInRanking(reader.lang, whole)}>
      <div class="container">
        <Done words={rankingWords} done={c.req.query('fatto')} />
        <PageHead
          title={ranking.title}
          kicker={[t('number', { number: ranking.number }), whole.ecosystem.name]}
          verdict={<StateMark state={markOfRanking[state]} label={t(`state.${state}`)} />}
          lead={lead}
        >
          <Actions c={c} whole={whole} />
        </PageHead>
        {ranking.abandonedReason && (
          <Notice kind="blocked" title={t('why')}>
            <p lang="it">{ranking.abandonedReason}</p>
          </Notice>
        )}
        {result && <RankingResult result={result} />}
        {result && <Steady result={result} k={whole.k} at={(primi) => withQuery(paths.ranking(ranking.id), { primi })} />}
        <Section id="metodo" title={t('method')} lead={t('methodLead')}>
          <Method criteria={criteria} />
        </Section>
        {options.length > 0 && !result && (
          <Section id="interventi" title={t('options')}>
            <ol lang="it">
              {options.map(({ title }) => (
                <li>{title}</li>
              ))}
            </ol>
          </Section>
        )}
        {whole.insider && state !== 'method' && (
          <Section id="chi" title={t('scored')} lead={t('scoredCount', { count: ballots.length })}>
            <ul>
              {whole.people.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  )
}

/** What whoever reads may do here, by what the ranking waits for. */
function Actions({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const t = useWords(rankingWords)
  const { ranking, criteria, ballots, may } = whole
  const { id } = ranking
  const state = rankingState(ranking)
  const given = ballots.some(({ personId }) => personId === c.var.actor.id)
  const [method, scoring] = [state === 'method', state === 'scoring']
  const ways = [
    { label: t('give'), to: paths.rankingScores(id), shown: scoring && !given && may('portfolio.give-scores') },
    { label: t('freeze'), to: paths.rankingFreeze(id), shown: method && criteria.length > 0 && may('portfolio.freeze-ranking') },
    { label: t('writeMethod'), to: paths.rankingMethod(id), shown: method && may('portfolio.set-ranking-method') },
    { label: t('close'), to: paths.rankingClosing(id), shown: scoring && may('portfolio.close-ranking') },
    { label: t('withdraw'), to: paths.rankingScoresEnd(id), shown: scoring && given },
    { label: t('abandon'), to: paths.rankingAbandonment(id), shown: (method || scoring) && may('portfolio.abandon-ranking') },
  ]
  return <ActionLinks items={ways} />
}
