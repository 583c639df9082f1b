import { z } from 'zod'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import type { PersonId } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { csvOf } from '../../platform/csv.ts'
import { attachment } from '../../platform/files/download.ts'
import { fileMissing, readUpload } from '../../platform/files.ts'
import { type FormValues, readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { getUpload, keepUpload, type Upload } from '../../platform/uploads.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { FileField } from '../../ui/field.tsx'
import type { Filled, FormErrors } from '../../ui/form.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { otherChannels } from '../actions/enter.ts'
import { beginImport, columnsKept, previewContributions } from '../actions/import.ts'
import { BulkForm } from '../bulk/judge.ts'
import type { Table } from '../bulk/line.ts'
import { type Bulk, bulkFields, guessed, mappingIn } from '../bulk/mapping.ts'
import { readTable } from '../bulk/table.ts'
import { bulkWords } from '../messages/bulk.ts'
import { importWords } from '../messages/imports.ts'
import { lastMapping, listImports } from '../store/imports.ts'
import { type Around, aroundFor } from './around.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { ImportsTable } from './import-view.tsx'

const SendForm = z.object({ channel: z.enum(otherChannels) })

/** What came on other channels, in a file: first the file, then a preview in which the columns are named, then all at once. */
export const bulkPages = router()

bulkPages.get('/consultazioni/:id/altri-canali/file', (c) => uploadPage(c, nothing))

bulkPages.post('/consultazioni/:id/altri-canali/file', async (c) => {
  const { consultation } = await aroundFor(c, 'consultations.import')
  const form = await readForm(c, SendForm)
  if (!form.data) return uploadPage(c, form)
  try {
    const file = await readUpload(c, 'file')
    if (!file) throw new Problem(fileMissing, { field: 'file' })
    await readTable(file.bytes)
    const { db, now, reader } = c.var
    const by = c.var.actor.id as PersonId
    const upload = await keepUpload(db, {
      room: 'consultations',
      subject: consultation.id,
      name: file.name,
      content: file.bytes,
      by,
      now,
    })
    const there = withQuery(paths.bulkUpload(consultation.id, upload), { channel: form.data.channel })
    return c.redirect(inLang(reader.lang, there), 303)
  } catch (error) {
    return uploadPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

bulkPages.get('/consultazioni/:id/altri-canali/file/:upload', async (c) => {
  const all = await sent(c)
  return preview(c, { ...all, bulk: await bulkIn(c, all, c.req.query()) }, {})
})

bulkPages.post('/consultazioni/:id/altri-canali/file/:upload', async (c) => {
  const { whole, upload, table } = await sent(c)
  const form = await readForm(c, BulkForm)
  const again = async (errors: FormErrors) =>
    preview(c, { whole, upload, table, bulk: await bulkIn(c, { whole, table }, form.values) }, errors)
  if (!form.data) return again(form.errors)
  const { channel, ...mapping } = form.data
  try {
    await beginImport(c.var, whole.consultation.id, { upload, table, bulk: { channel, mapping } })
  } catch (error) {
    return again(refusal(c, error))
  }
  const there = withQuery(paths.bulkImport(whole.consultation.id, upload.id), { fatto: 'confermata' })
  return c.redirect(inLang(c.var.reader.lang, there), 303)
})

bulkPages.get('/consultazioni/:id/altri-canali/file/:upload/righe.csv', async (c) => {
  const { whole, table } = await sent(c)
  const t = wordsFor(c.var.reader, bulkWords)
  const { lang } = c.var.reader
  const report = await previewContributions(c.var, whole.consultation.id, table, await bulkIn(c, { whole, table }, c.req.query()))
  const states = ['taken', 'known', 'refused'] as const
  const lines = states.flatMap((state) => report[state].map((one) => ({ ...one, state }))).toSorted((a, b) => a.line - b.line)
  const rows = lines.map(({ line, state, why, cells }) => [
    line,
    t(`outcome.${state}`),
    why?.[lang] ?? null,
    ...bulkFields.map((field) => cells[field]),
  ])
  const head = [t('line'), t('outcome'), t('why'), ...bulkFields.map((field) => t(`field.${field}`))]
  return c.body(`\uFEFF${csvOf([head, ...rows])}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment('righe.csv'),
  })
})

/** The file is read again each time: between the preview and the confirmation nothing stays in a process's memory. */
async function sent(c: Ctx) {
  const whole = await aroundFor(c, 'consultations.import')
  const { db, now, actor } = c.var
  const by = actor.id as PersonId
  const subject = whole.consultation.id
  const upload = await getUpload(db, c.req.param('upload') ?? '', { room: 'consultations', subject, by, now })
  return { whole, upload, table: await readTable(upload.content) }
}

/** Until somebody says which column is which: as they said of the last file with the same columns, or what the names let guess. */
async function bulkIn(c: Ctx, { whole, table }: Pick<Sent, 'whole' | 'table'>, given: FormValues): Promise<Bulk> {
  const channel = BulkForm.shape.channel.safeParse(given.channel).data ?? 'file'
  if (bulkFields.some((field) => field in given)) return { channel, mapping: mappingIn(given) }
  const columns = columnsKept(table)
  return { channel, mapping: (await lastMapping(c.var.db, whole.consultation.id, columns)) ?? guessed(table.columns) }
}

interface Sent {
  readonly whole: Around
  readonly upload: Upload
  readonly table: Table
  readonly bulk: Bulk
}

async function preview(c: Ctx, { whole, upload, table, bulk }: Sent, errors: FormErrors) {
  const { reader } = c.var
  const report = await previewContributions(c.var, whole.consultation.id, table, bulk)
  return c.html(<BulkPreview {...{ reader, whole, upload, table, bulk, report, errors }} />, statusOf({ values: {}, errors }))
}

async function uploadPage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const whole = await aroundFor(c, 'consultations.import')
  const t = wordsFor(reader, bulkWords)
  const r = wordsFor(reader, importWords)
  const imports = (await listImports(c.var.db, { consultationId: whole.consultation.id, limit: 20 })).items
  const address = paths.bulkContributions(whole.consultation.id)
  const back = paths.otherChannels(whole.consultation.id)
  const channels = otherChannels.filter((channel) => whole.consultation.channels.includes(channel))
  const notes = ['howNeeded', 'howOthers', 'howTwice', 'howFormulas', 'howPersonal'] as const
  return c.html(
    <FormPage
      reader={reader}
      whole={whole}
      title={t('title')}
      lead={t('lead')}
      address={address}
      cancel={back}
      submit={t('look')}
      labels={{ channel: t('channel'), file: t('file') }}
      filled={filled}
      way={[{ label: t('otherChannels'), to: back }]}
      after={
        <>
          <section class="section prose" aria-labelledby="come">
            <h2 id="come">{t('how')}</h2>
            <ul>
              {notes.map((key) => (
                <li>{t(key)}</li>
              ))}
            </ul>
          </section>
          {imports.length > 0 && (
            <Section id="registrati" title={r('imports')} lead={r('importsLead')}>
              <ImportsTable caption={r('imports')} imports={imports} />
            </Section>
          )}
        </>
      }
    >
      <RadioGroup
        name="channel"
        label={t('channel')}
        help={t('channelHelp')}
        options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...filled}
      />
      <FileField name="file" label={t('file')} help={t('fileHelp')} accept=".csv,.xlsx,.json" {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}
