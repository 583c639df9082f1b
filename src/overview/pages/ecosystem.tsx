import { paths } from '../../charter/paths.ts'
import { nameIn, summaryIn } from '../../ecosystems/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Page } from '../../ui/page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { ecosystemWords } from '../messages/ecosystem.ts'
import { Aims } from './ecosystem/aims.tsx'
import { Everything } from './ecosystem/everything.tsx'
import { gatherEcosystem, type Whole } from './ecosystem/gather.ts'
import { Head } from './ecosystem/head.tsx'
import { Now } from './ecosystem/now.tsx'
import { OverTime } from './ecosystem/over-time.tsx'
import { Steps } from './ecosystem/steps.tsx'
import { WhoAnswers } from './ecosystem/who-answers.tsx'

export const ecosystemPages = router()

ecosystemPages.get('/ecosistemi/:slug', async (c) => c.html(<EcosystemPage c={c} whole={await gatherEcosystem(c, c.req.param('slug'))} />))

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
      <Aims whole={whole} />
      <Everything whole={whole} />
      <OverTime whole={whole} />
    </Page>
  )
}
