import type { EcosystemView } from '../../ecosystems/index.ts'
import type { Deed } from '../history.ts'
import { culturePortfolio } from './culture.ts'
import { livesOfPortfolio } from './lives.ts'
import { developmentPortfolio, financePortfolio, welfarePortfolio } from './others.ts'
import { livesOfRanking } from './ranking.ts'
import type { SamplePortfolio } from './sample.ts'

const samples: readonly SamplePortfolio[] = [culturePortfolio, financePortfolio, developmentPortfolio, welfarePortfolio]

/** Projects and priority services, with the needs that they answer; some needs nobody answers yet. */
export function livesOfPortfolios(ecosystems: readonly EcosystemView[], organisations: ReadonlyMap<string, string>): Deed[] {
  const of = (name: string) => ecosystems.find(({ nameIt }) => nameIt === name)
  const culture = of(culturePortfolio.ecosystem)
  return [
    ...samples.flatMap((sample) => {
      const ecosystem = of(sample.ecosystem)
      return ecosystem ? livesOfPortfolio(sample, { id: ecosystem.id, slug: ecosystem.slug, organisations }) : []
    }),
    ...(culture ? livesOfRanking(culture) : []),
  ]
}
