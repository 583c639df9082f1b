import { paths } from '../../../charter/paths.ts'
import { router } from '../../../platform/http.ts'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { wordsFor } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { privacyWords } from '../../messages/information/privacy.ts'

export const privacyPages = router()

const kept = ['details', 'login', 'session', 'grants', 'acts'] as const
const authority = 'https://www.garanteprivacy.it'

privacyPages.get(paths.privacy, (c) => {
  const { reader, config } = c.var
  const t = wordsFor(reader, privacyWords)
  const terms = { idle: Math.round(config.sessionIdleSeconds / 60), hours: Math.round(config.sessionMaxSeconds / 3600) }
  return c.html(
    <Page reader={reader} title={t('title')} trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')} />
        {reader.demo && (
          <Notice>
            <p>{t('demo')}</p>
          </Notice>
        )}
        <Section id="controller" title={t('owner')}>
          <p class="prose">
            {t('ownerText', { owner: config.ownerName })} <Link to={`mailto:${config.contactEmail}`}>{config.contactEmail}</Link>
          </p>
        </Section>
        <Section id="kept" title={t('kept')}>
          <Table<(typeof kept)[number]>
            caption={t('kept')}
            captionHidden
            rows={kept}
            columns={[
              { label: t('what'), cell: (one) => t(one), rowHeader: true },
              { label: t('why'), cell: (one) => t(`${one}Why`) },
              { label: t('long'), cell: (one) => t(`${one}Long`, terms) },
            ]}
          />
        </Section>
        <Section id="logs" title={t('logsTitle')}>
          <p class="prose">{t('logsText')}</p>
        </Section>
        <Section id="rights" title={t('rights')}>
          <div class="prose">
            <p>{t('rightsText')}</p>
            <ul class="plain more">
              <li>
                <Link to={paths.account}>{t('account')}</Link>
              </li>
              <li>
                <Link to={authority}>{t('authority')}</Link>
              </li>
            </ul>
          </div>
        </Section>
      </div>
    </Page>,
  )
})
