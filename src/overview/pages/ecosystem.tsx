import { paths } from '../../charter/paths.ts'
import { actorsOf, cyclesOf, type EcosystemView, getEcosystem, listEcosystems, nameIn, summaryIn } from '../../ecosystems/index.ts'
import { listEditions } from '../../plan/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { type Gaps, gapsOf } from '../gaps.ts'
import { ecosystemWords } from '../messages/ecosystem.ts'
import { countActs } from '../store/acts.ts'
import { Head } from './ecosystem/head.tsx'
import { Now } from './ecosystem/now.tsx'
import { OverTime } from './ecosystem/over-time.tsx'
import { Steps } from './ecosystem/steps.tsx'
import { Everything } from './ecosystem/everything.tsx'
import { WhoAnswers } from './ecosystem/who-answers.tsx'

export const ecosystemPages = router()

ecosystemPages.get('/ecosistemi/:slug', async (c) => c.html(<EcosystemPage c={c} whole={await gather(c, c.req.param('slug'))} />))

/** All that the page of an ecosystem tells. */
export interface Whole {
  readonly ecosystem: EcosystemView
  readonly parent: EcosystemView | null
  readonly inside: readonly EcosystemView[]
  readonly actors: Awaited<ReturnType<typeof actorsOf>>
  readonly cycles: number
  readonly gaps: Gaps
  readonly acts: number
  /** The edition whose actions 51–54 set the phases, where it is loaded. */
  readonly edition: string | null
}

const editionOfPhases = '2019-2021'

async function gather(c: Ctx, slug: string): Promise<Whole> {
  const { db, today } = c.var
  const all = await listEcosystems(db, today)
  const ecosystem = all.find((one) => one.slug === slug) ?? (await getEcosystem(db, slug, today))
  const editions = await listEditions(db)
  return {
    ecosystem,
    parent: all.find(({ id }) => id === ecosystem.parentId) ?? null,
    inside: all.filter(({ parentId }) => parentId === ecosystem.id),
    actors: await actorsOf(db, ecosystem.id, today),
    cycles: (await cyclesOf(db, ecosystem.id, today)).length,
    gaps: await gapsOf(db, [ecosystem], today),
    acts: await countActs(db, ecosystem.id),
    edition: editions.find(({ code }) => code === editionOfPhases)?.code ?? null,
  }
}

function EcosystemPage({ c, whole }: { readonly c: Ctx; readonly whole: Whole }) {
  const { reader } = c.var
  const t = wordsFor(reader, ecosystemWords)
  const { ecosystem, parent } = whole
  const name = nameIn(reader.lang, ecosystem)
  const above = parent ? [{ label: nameIn(reader.lang, parent), to: paths.ecosystem(parent.slug) }] : []
  const summary = summaryIn(reader.lang, ecosystem)
  const inItalian = reader.lang === 'en' && !ecosystem.summaryEn
  return (
    <Page
      reader={reader}
      title={name}
      description={t('description', { name })}
      section="ecosystems"
      trail={[{ label: t('ecosystems'), to: paths.ecosystems }, ...above, { label: name }]}
    >
      <div class="container">
        <Head c={c} whole={whole} />
        <Steps whole={whole} />
        <Columns kind="aside" section>
          <Now c={c} whole={whole} />
          <WhoAnswers whole={whole} />
        </Columns>
        {summary && (
          <Section id="summary" title={t('summary')} lead={inItalian ? t('italianOnly') : undefined}>
            <p class="prose" {...(inItalian ? { lang: 'it' } : {})}>
              {summary}
            </p>
          </Section>
        )}
      </div>
      <Everything whole={whole} />
      <OverTime whole={whole} />
    </Page>
  )
}
