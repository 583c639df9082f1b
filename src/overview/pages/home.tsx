import { paths } from '../../charter/paths.ts'
import { type EcosystemView, listEcosystems, nameIn } from '../../ecosystems/index.ts'
import { type PlanProgress, planProgress } from '../../plan/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Columns } from '../../ui/section.tsx'
import { Page } from '../../ui/page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { homeWords } from '../messages/home.ts'
import { type Gaps, gapsOf } from '../gaps.ts'
import { type Filter, filters, type Order, orderOf, type Row, rowOf } from '../rules/picture.ts'
import { type ActTold, latestActs } from '../store/acts.ts'
import { Acts } from './home/acts.tsx'
import { Closing } from './home/closing.tsx'
import { Front } from './home/front.tsx'
import { NationalPicture } from './home/national-picture.tsx'
import { Progress } from './home/progress.tsx'

export const homePages = router()

homePages.get(paths.home, async (c) => c.html(<HomePage c={c} home={await gather(c)} />))

/** All that the home page tells, in a number of statements that does not depend on how much there is. */
export interface Home {
  readonly rows: readonly Row[]
  /** Those that stand inside others are read on their parents' pages. */
  readonly inside: number
  readonly gaps: Gaps
  readonly plan: PlanProgress | null
  readonly acts: readonly ActTold[]
  readonly ecosystems: readonly EcosystemView[]
  readonly filter: Filter | null
  readonly order: Order | null
}

async function gather(c: Ctx): Promise<Home> {
  const { db, today, reader } = c.var
  const ecosystems = await listEcosystems(db, today)
  const tops = ecosystems.filter(({ parentId }) => parentId === null)
  const asked = c.req.query('filtro')
  return {
    rows: tops.map((ecosystem) => rowOf(ecosystem, nameIn(reader.lang, ecosystem), today)),
    inside: ecosystems.length - tops.length,
    gaps: await gapsOf(db, tops, today),
    plan: await planProgress(db, today, ecosystems),
    acts: await latestActs(db, { limit: 5 }, today),
    ecosystems,
    filter: filters.find((filter) => filter === asked) ?? null,
    order: orderOf(c.req.query('ordina')),
  }
}

function HomePage({ c, home }: { readonly c: Ctx; readonly home: Home }) {
  const { reader } = c.var
  const t = wordsFor(reader, homeWords)
  return (
    <Page reader={reader} title={t('title')} description={t('description')}>
      <Front home={home} />
      <NationalPicture home={home} />
      <div class="section section--tint">
        <div class="container">
          <Columns>
            <Closing home={home} />
            <Progress plan={home.plan} />
            <Acts home={home} />
          </Columns>
        </div>
      </div>
    </Page>
  )
}
