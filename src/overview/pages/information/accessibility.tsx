import { paths } from '../../../charter/paths.ts'
import { day } from '../../../kernel/day.ts'
import { router } from '../../../platform/http.ts'
import { ButtonLink, Link } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { formatsFor, wordsFor } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { accessibilityWords } from '../../messages/information/accessibility.ts'

export const accessibilityPages = router()

/** A declaration is of a day of ours, whatever the clock of a demonstration says. */
const declaredOn = day('2026-11-23')
const ombudsman = 'https://www.agid.gov.it/it/agenzia/difensore-civico-il-digitale'

accessibilityPages.get(paths.accessibility, (c) => {
  const { reader, config } = c.var
  const t = wordsFor(reader, accessibilityWords)
  return c.html(
    <Page reader={reader} title={t('title')} trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead', { owner: config.ownerName })} />
        <Section id="status" title={t('state')}>
          <p class="prose">{t('stateText')}</p>
        </Section>
        <Section id="checks" title={t('checked')}>
          <ul class="prose">
            <li>{t('checkedPages')}</li>
            <li>{t('checkedWays')}</li>
            <li>{t('checkedStates')}</li>
          </ul>
        </Section>
        <Section id="gaps" title={t('gaps')}>
          <ul class="prose">
            <li>{t('gapReview')}</li>
            <li>{t('gapTexts')}</li>
            <li>{t('gapLinks')}</li>
          </ul>
        </Section>
        <Section id="preparation" title={t('made')}>
          <p class="prose">{t('madeText', { day: formatsFor(reader).day(declaredOn) })}</p>
        </Section>
        <Section id="feedback" title={t('feedback')} lead={t('feedbackText')}>
          <p>
            <ButtonLink to={paths.report} kind="primary">
              {t('report')}
            </ButtonLink>
          </p>
        </Section>
        <Section id="enforcement" title={t('enforcement')} lead={t('enforcementText')}>
          <p>
            <Link to={ombudsman}>{t('ombudsman')}</Link>
          </p>
        </Section>
      </div>
    </Page>,
  )
})
