import { paths, withQuery } from '../../charter/paths.ts'
import type { Reader } from '../../platform/reader.ts'
import type { Upload } from '../../platform/uploads.ts'
import { SelectField } from '../../ui/choice.tsx'
import { ErrorSummary, FormEnd, type FormErrors, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { type Column, Table as TableView } from '../../ui/table.tsx'
import type { BulkReport } from '../actions/import.ts'
import type { Judged } from '../bulk/judge.ts'
import type { Table } from '../bulk/line.ts'
import { type Bulk, bulkFields, neededFields } from '../bulk/mapping.ts'
import { bulkWords } from '../messages/bulk.ts'
import { type Around, trailIn } from './around.tsx'

interface PreviewProps {
  readonly reader: Reader
  readonly whole: Around
  readonly upload: Upload
  readonly table: Table
  readonly bulk: Bulk
  readonly report: BulkReport
  readonly errors: FormErrors
}

/** What a file would add to the ledger: what enters, what is there, what does not enter and why. */
export function BulkPreview({ reader, whole, upload, table, bulk, report, errors }: PreviewProps) {
  const t = wordsFor(reader, bulkWords)
  const { id } = whole.consultation
  const address = paths.bulkUpload(id, upload.id)
  const chosen = chosenIn(bulk)
  const { taken, known, refused } = report
  const missing = neededFields.filter((field) => bulk.mapping[field] === null)
  const way = [
    { label: t('otherChannels'), to: paths.otherChannels(id) },
    { label: t('title'), to: paths.bulkContributions(id) },
    { label: t('preview') },
  ]
  return (
    <Page
      reader={reader}
      title={t('preview')}
      section="ecosystems"
      trail={trailIn(reader.lang, whole, ...way)}
      address={withQuery(address, chosen)}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} />
        <PageHead
          title={t('previewTitle', { name: upload.name })}
          kicker={[whole.title, t(`channel.${bulk.channel}`)]}
          lead={t('previewLead', { taken: taken.length, known: known.length, refused: refused.length })}
        />
        {missing.length > 0 && (
          <Notice kind="info">
            <p>{t('missing', { fields: missing.map((field) => t(`field.${field}`)).join(', ') })}</p>
          </Notice>
        )}
        {taken.length > 0 ? (
          <Form action={address}>
            {Object.entries(chosen).map(([name, value]) => (
              <HiddenField name={name} value={value} />
            ))}
            <FormEnd cancel={paths.bulkContributions(id)}>
              <SubmitButton>{t('confirm', { count: taken.length })}</SubmitButton>
            </FormEnd>
          </Form>
        ) : (
          <p>
            {t('nothing')} <Link to={paths.bulkContributions(id)}>{t('another')}</Link>
          </p>
        )}
        <p>
          <Link to={withQuery(paths.bulkRefused(id, upload.id), chosen)}>{t('allLines')}</Link>
        </p>
        <Lines id="rifiutate" title={t('refused')} lead={t('refusedLead')} lines={refused} />
        <Lines id="entrano" title={t('taken')} lines={taken} />
        <Lines id="presenti" title={t('known')} lead={t('knownLead')} lines={known} />
        <Columns address={address} table={table} bulk={bulk} />
      </div>
    </Page>
  )
}

const chosenIn = ({ channel, mapping }: Bulk): Record<string, string> => ({
  channel,
  ...Object.fromEntries(bulkFields.map((field) => [field, mapping[field] === null ? '' : String(mapping[field])])),
})

function Columns({ address, table, bulk }: { readonly address: string; readonly table: Table; readonly bulk: Bulk }) {
  const t = useWords(bulkWords)
  const { columns } = table
  // Two columns with one name are told apart by their place.
  const isOne = (name: string) => columns.indexOf(name) === columns.lastIndexOf(name)
  const options = columns.map((name, at) => {
    const place = t('column', { place: at + 1 })
    return { value: String(at), label: name === '' ? place : isOne(name) ? name : `${name} (${place})` }
  })
  return (
    <Section id="colonne" title={t('columns')} lead={t('columnsLead')}>
      <Form action={address} method="get" class="form">
        <HiddenField name="channel" value={bulk.channel} />
        {bulkFields.map((field) => (
          <SelectField
            name={field}
            label={t(`field.${field}`)}
            optional={!neededFields.includes(field)}
            empty={t('noColumn')}
            options={options}
            values={chosenIn(bulk)}
            errors={{}}
          />
        ))}
        <FormEnd>
          <SubmitButton kind="secondary">{t('refresh')}</SubmitButton>
        </FormEnd>
      </Form>
    </Section>
  )
}

const mostShown = 100
const mostWords = 160

interface LinesProps {
  readonly id: string
  readonly title: string
  readonly lead?: string
  readonly lines: readonly Judged[]
}

function Lines({ id, title, lead, lines }: LinesProps) {
  const t = useWords(bulkWords)
  const { lang } = useReader()
  if (lines.length === 0) return <></>
  const columns: Column<Judged>[] = [
    { label: t('line'), cell: ({ line }) => line, rowHeader: true },
    ...(lines[0]?.why ? [{ label: t('why'), cell: ({ why }: Judged) => why?.[lang] }] : []),
    { label: t('field.protocolNumber'), cell: ({ cells }) => cells.protocolNumber.slice(0, mostWords) || t('empty') },
    {
      label: t('field.protocolDay'),
      cell: ({ cells, entry }) => entry?.protocolDay ?? (cells.protocolDay.slice(0, mostWords) || t('empty')),
    },
    { label: t('field.authorName'), cell: ({ cells }) => cells.authorName.slice(0, mostWords) || t('empty') },
    { label: t('field.text'), cell: ({ cells }) => <span lang="it">{shortened(cells.text) || t('empty')}</span> },
  ]
  return (
    <Section id={id} title={`${title} (${lines.length})`} lead={lead}>
      <TableView caption={title} captionHidden columns={columns} rows={lines.slice(0, mostShown)} />
      {lines.length > mostShown && <p class="quiet">{t('firstOnes', { shown: mostShown, total: lines.length })}</p>}
    </Section>
  )
}

const shortened = (text: string): string => (text.length > mostWords ? `${text.slice(0, mostWords).toWellFormed()}…` : text)
