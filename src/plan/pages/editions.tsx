import { paths, withQuery } from '../../charter/paths.ts'
import { can, platform } from '../../charter/policy.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { messages as uiMessages } from '../../ui/messages.ts'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { listMessages } from '../messages/list.ts'
import { planMessages } from '../messages/plan.ts'
import { severity } from '../rules.ts'
import { listEditions } from '../store/editions.ts'
import { type PlanProgress, planProgress } from '../views.ts'
import { yearsOf } from './words.tsx'

export const editionPages = router()

editionPages.get(paths.plan, async (c) => {
  const { db, today, actor, reader } = c.var
  const editions = await listEditions(db)
  const progress = await planProgress(db, today)
  return c.html(<EditionsPage reader={reader} editions={editions} progress={progress} mayImport={can(actor, 'plan.import', platform)} />)
})

type Listed = Awaited<ReturnType<typeof listEditions>>[number]

interface EditionsProps {
  readonly reader: Reader
  readonly editions: readonly Listed[]
  readonly progress: PlanProgress | null
  readonly mayImport: boolean
}

function EditionsPage({ reader, editions, progress, mayImport }: EditionsProps) {
  const t = wordsFor(reader, listMessages)
  const p = wordsFor(reader, planMessages)
  return (
    <Page reader={reader} title={p('plan')} description={t('editionsLead')} section="plan" trail={[{ label: p('plan') }]}>
      <div class="container">
        <PageHead title={p('plan')} lead={t('editionsLead')}>
          {mayImport && (
            <p class="actions">
              <ButtonLink to={paths.planImport}>{p('import')}</ButtonLink>
            </p>
          )}
        </PageHead>
        {editions.length === 0 ? (
          <Empty>
            <p>{t('noEditions')}</p>
            <p>
              <Link to={paths.ecosystems}>{t('noEditionsHelp')}</Link>
            </p>
          </Empty>
        ) : (
          <Editions editions={editions} progress={progress} />
        )}
      </div>
    </Page>
  )
}

function Editions({ editions, progress }: Pick<EditionsProps, 'editions' | 'progress'>) {
  const t = useWords(listMessages)
  const p = useWords(planMessages)
  const { number } = useFormats()
  return (
    <>
      <Table
        caption={t('openEdition')}
        captionHidden
        rows={editions}
        columns={[
          {
            label: t('openEdition'),
            rowHeader: true,
            cell: ({ code }) => (
              <>
                <Link to={paths.edition(code)}>{p('editionLong', { years: yearsOf(code) })}</Link>
                {progress?.edition.code === code && <span class="quiet"> {t('current')}</span>}
              </>
            ),
          },
          { label: t('published'), cell: ({ publishedOn }) => publishedOn && <Time day={publishedOn} /> },
          { label: p('actions'), cell: ({ actions }) => (actions > 0 ? number(actions) : t('noActionsHere')) },
          { label: t('state'), cell: ({ code }) => (progress?.edition.code === code ? <Counts progress={progress} /> : null) },
        ]}
      />
      {editions.length > 1 && (
        <p class="more">
          <Link to={paths.planCompare}>{p('compare')}</Link>
        </p>
      )}
    </>
  )
}

/** How many actions stand in each state, each leading to its list. */
function Counts({ progress: { edition, counts } }: { readonly progress: PlanProgress }) {
  const t = useWords(uiMessages)
  const { number } = useFormats()
  return (
    <ul class="plain">
      {severity
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <li>
            <Link to={withQuery(paths.edition(edition.code), { stato: state })}>
              <StateMark state={state} label={`${number(counts[state])} ${t(`count.${state}`, { count: counts[state] })}`} />
            </Link>
          </li>
        ))}
    </ul>
  )
}
