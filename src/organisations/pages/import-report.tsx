import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import { csvOf } from '../../platform/csv.ts'
import type { Reader } from '../../platform/reader.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import type { ImportReport } from '../import.ts'
import { importMessages } from '../import-messages.ts'
import type { Refusal } from '../ipa.ts'

interface ReportProps {
  readonly reader: Reader
  readonly id: string
  readonly report: ImportReport
}

const changesOf = ({ added, renamed, corrected }: ImportReport) => added + renamed + corrected

export function PreviewPage({ reader, id, report }: ReportProps) {
  const t = wordsFor(reader, importMessages)
  const trail = [
    { label: t('organisations'), to: paths.organisations },
    { label: t('importTitle'), to: paths.organisationsImport },
    { label: t('previewTitle') },
  ]
  return (
    <Page reader={reader} title={t('previewTitle')} section="organisations" trail={trail}>
      <div class="container">
        <PageHead title={t('previewTitle')} lead={t('previewLead')}>
          {changesOf(report) > 0 ? (
            <Form action={paths.organisationsUpload(id)}>
              <FormEnd cancel={paths.organisations}>
                <SubmitButton>{t('previewConfirm', { added: report.added, changed: report.renamed + report.corrected })}</SubmitButton>
              </FormEnd>
            </Form>
          ) : (
            <Notice kind="done">
              <p>{t('previewNothing')}</p>
            </Notice>
          )}
        </PageHead>
        <Outcome id={id} report={report} />
      </div>
    </Page>
  )
}

export function DonePage({ reader, id, report }: ReportProps) {
  const t = wordsFor(reader, importMessages)
  const trail = [{ label: t('organisations'), to: paths.organisations }, { label: t('doneTitle') }]
  return (
    <Page reader={reader} title={t('doneTitle')} section="organisations" trail={trail}>
      <div class="container">
        <Confirmation
          title={t('doneTitle')}
          next={[t('doneNext')]}
          links={[
            { label: t('organisations'), to: paths.organisations },
            { label: t('importTitle'), to: paths.organisationsImport },
          ]}
        >
          <p>{t(changesOf(report) > 0 ? 'doneRecorded' : 'doneUnchanged')}</p>
        </Confirmation>
        <Outcome id={id} report={report} />
      </div>
    </Page>
  )
}

function Outcome({ id, report }: Pick<ReportProps, 'id' | 'report'>) {
  const t = useWords(importMessages)
  const { number } = useFormats()
  return (
    <Columns kind="aside" section>
      <div>
        <Refused id={id} refused={report.refused} />
      </div>
      <aside aria-label={t('counts')}>
        <Facts
          items={[
            { term: t('countLines'), details: number(report.lines) },
            { term: t('countAdded'), details: number(report.added) },
            { term: t('countRenamed'), details: number(report.renamed) },
            { term: t('countCorrected'), details: number(report.corrected) },
            { term: t('countUnchanged'), details: number(report.unchanged) },
            { term: t('countRefused'), details: number(report.refused.length) },
          ]}
        />
      </aside>
    </Columns>
  )
}

const mostShown = 200

function Refused({ id, refused }: { readonly id: string; readonly refused: readonly Refusal[] }) {
  const t = useWords(importMessages)
  if (refused.length === 0) return <Empty good>{t('refusedNone')}</Empty>
  const shown = refused.slice(0, mostShown)
  return (
    <Section id="rifiutate" title={t('refusedTitle')} lead={t('refusedLead')} band="bare">
      <Table
        caption={shown.length < refused.length ? t('refusedShown', { shown: shown.length, total: refused.length }) : t('refusedTitle')}
        captionHidden={shown.length === refused.length}
        rows={shown}
        columns={[
          { label: t('line'), cell: ({ line }) => line },
          { label: t('code'), cell: ({ code }) => code && <code>{code}</code> },
          { label: t('reason'), selfEvident: true, cell: ({ reason }) => t(`refused.${reason}`) },
        ]}
      />
      <p class="more">
        <Link to={paths.organisationsRefused(id)}>{t('refusedAll')}</Link>
      </p>
    </Section>
  )
}

export function refusedCsv(lang: Lang, refused: readonly Refusal[]): string {
  const head = [say(lang, importMessages, 'line'), say(lang, importMessages, 'code'), say(lang, importMessages, 'reason')]
  return csvOf([head, ...refused.map(({ line, code, reason }) => [line, code, say(lang, importMessages, `refused.${reason}`)])])
}
