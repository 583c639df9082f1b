import { paths } from '../../../charter/paths.ts'
import { currentEdition } from '../../../plan/index.ts'
import { router } from '../../../platform/http.ts'
import { Link } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { wordsFor } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { openDataWords } from '../../messages/information/open-data.ts'

export const openDataPages = router()

type Collection = Extract<
  keyof (typeof openDataWords)['it'],
  'ecosystems' | 'editions' | 'actions' | 'organisations' | 'events' | 'search' | 'feed' | 'openApi'
>

/** Every address here answers: a test asks them all. */
export function collections(edition: string | null): { key: Collection; address: string }[] {
  return [
    { key: 'ecosystems', address: '/api/v1/ecosystems' },
    { key: 'editions', address: '/api/v1/editions' },
    ...(edition ? [{ key: 'actions' as const, address: `/api/v1/editions/${encodeURIComponent(edition)}/actions` }] : []),
    { key: 'organisations', address: '/api/v1/organisations' },
    { key: 'events', address: '/api/v1/events' },
    { key: 'search', address: '/api/v1/search?q=cultura' },
    { key: 'feed', address: paths.actsFeed },
    { key: 'openApi', address: paths.openApi },
  ]
}

openDataPages.get(paths.openData, async (c) => {
  const { db, reader, config } = c.var
  const t = wordsFor(reader, openDataWords)
  const edition = await currentEdition(db, c.var.today)
  return c.html(
    <Page reader={reader} title={t('title')} description={t('lead')} trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')} />
        <Section id="collections" title={t('collections')}>
          <Table
            caption={t('collections')}
            captionHidden
            rows={collections(edition?.code ?? null)}
            columns={[
              { label: t('holds'), cell: ({ key }) => t(key), rowHeader: true },
              {
                label: t('address'),
                cell: ({ address }) => (
                  <Link to={address}>
                    <code>{address}</code>
                  </Link>
                ),
              },
            ]}
          />
        </Section>
        <Section id="how" title={t('how')}>
          <ul class="prose">
            <li>{t('howPages')}</li>
            <li>{t('howDays')}</li>
            <li>{t('howProblems')}</li>
            <li>
              {t('howTokens')} <Link to={paths.tokens}>{t('tokens')}</Link>
            </li>
          </ul>
        </Section>
        <Section id="licences" title={t('licence')}>
          <ul class="prose">
            <li>
              {t('licenceData', { owner: config.ownerName })} <Link to="https://creativecommons.org/licenses/by/4.0/deed">{t('ccBy')}</Link>
            </li>
            <li>
              {t('licencePlan')} <Link to="https://creativecommons.org/publicdomain/zero/1.0/deed">{t('cc0')}</Link>
            </li>
            <li>{t('licenceIpa')}</li>
            <li>{t('licenceCode')}</li>
          </ul>
        </Section>
      </div>
    </Page>,
  )
})
