import { paths } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Time } from '../../ui/time.tsx'
import { importMessages } from '../messages/import.ts'
import { planMessages } from '../messages/plan.ts'
import type { getImport, ImportHead } from '../store/imports.ts'
import { Leftovers } from './import-report.tsx'
import { yearsOf } from './words.tsx'

export const importTrail = (reader: Reader, label: string) => {
  const p = wordsFor(reader, planMessages)
  return [{ label: p('plan'), to: paths.plan }, { label: p('import'), to: paths.planImport }, { label }]
}

/** The imports already done, the latest first. */
export function RecentImports({ recent }: { readonly recent: readonly ImportHead[] }) {
  const t = useWords(importMessages)
  return (
    <Section id="fatte" title={t('recent')}>
      <Table
        caption={t('recent')}
        captionHidden
        rows={recent}
        columns={[
          {
            label: t('when'),
            rowHeader: true,
            cell: ({ id, day }) => (
              <Link to={paths.planImported(id)}>
                <Time day={day} />
              </Link>
            ),
          },
          { label: t('edition'), cell: ({ edition }) => yearsOf(edition) },
          {
            label: t('what'),
            cell: ({ kind, counts }) =>
              `${t(`kind.${kind}`)}: ${t('importedLead', { changed: counts.changed, chapters: counts.chapters })}`,
          },
        ]}
      />
    </Section>
  )
}

interface ImportedProps {
  readonly reader: Reader
  readonly done: Awaited<ReturnType<typeof getImport>>
  readonly mayImport: boolean
}

/** What an import did, for anybody to read. */
export function ImportedPage({ reader, done, mayImport }: ImportedProps) {
  const t = wordsFor(reader, importMessages)
  const p = wordsFor(reader, planMessages)
  const title = t('importedTitle', { years: yearsOf(done.edition) })
  const trail = mayImport ? importTrail(reader, title) : [{ label: p('plan'), to: paths.plan }, { label: title }]
  return (
    <Page reader={reader} title={title} section="plan" trail={trail}>
      <div class="container">
        <PageHead
          title={title}
          kicker={[t(`kind.${done.kind}`), <Time day={done.day} />]}
          lead={`${t('importedLead', { changed: done.counts.changed, chapters: done.counts.chapters })} ${t('importedNext')}`}
        />
        <p class="more">
          <Link to={paths.edition(done.edition)}>{t('seeActions')}</Link>
        </p>
        <Leftovers unplaced={done.unplaced} refused={done.refused} />
      </div>
    </Page>
  )
}
