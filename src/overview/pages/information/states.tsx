import { paths } from '../../../charter/paths.ts'
import { type State, states } from '../../../charter/states.ts'
import { router } from '../../../platform/http.ts'
import { Link } from '../../../ui/link.tsx'
import { Page } from '../../../ui/page.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { wordsFor } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/section.tsx'
import { StateMark } from '../../../ui/state.tsx'
import { Table } from '../../../ui/table.tsx'
import { statesWords } from '../../messages/information/states.ts'

export const statesPages = router()

statesPages.get(paths.howToReadStates, (c) => {
  const { reader } = c.var
  const t = wordsFor(reader, statesWords)
  const parts = [
    { id: 'phases', title: t('phases'), text: t('phasesText') },
    { id: 'results', title: t('results'), text: t('resultsText') },
    { id: 'lateness', title: t('lateness'), text: t('lateText') },
  ]
  return c.html(
    <Page reader={reader} title={t('title')} description={t('lead')} trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')} />
        <Section id="states" title={t('six')}>
          <Table<State>
            caption={t('six')}
            captionHidden
            rows={states}
            columns={[
              { label: t('state'), cell: (state) => <StateMark state={state} />, rowHeader: true },
              { label: t('meaning'), cell: (state) => t(state), selfEvident: true },
            ]}
          />
        </Section>
        {parts.map(({ id, title, text }) => (
          <Section id={id} title={title}>
            <p class="prose">{text}</p>
          </Section>
        ))}
        <ul class="plain more section">
          <li>
            <Link to={`${paths.home}#quadro`}>{t('picture')}</Link>
          </li>
          <li>
            <Link to={paths.openData}>{t('openData')}</Link>
          </li>
        </ul>
      </div>
    </Page>,
  )
})
