import { inLang, paths } from '../../charter/paths.ts'
import { mustBeAble, type PersonId, platform } from '../../charter/policy.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { FileField } from '../../ui/field.tsx'
import { ErrorSummary, FormEnd, type FormErrors, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { readIpa } from '../csv.ts'
import { importOrganisations } from '../import.ts'
import { importMessages } from '../import-messages.ts'
import type { IpaRow } from '../ipa.ts'
import { closeUpload, getUpload, keepUpload } from '../store/uploads.ts'
import { DonePage, PreviewPage, refusedCsv } from './import-report.tsx'

export const importPages = router()

const mostLines = 100_000

const tooManyLines = {
  slug: 'too-many-lines',
  status: 422,
  it: importMessages.it.tooManyLines,
  en: importMessages.en.tooManyLines,
} as const satisfies ProblemKind

/** The administrator's id, or a refusal before anything is shown. */
function importer(c: Ctx): PersonId {
  mustBeAble(c.var.actor, 'organisations.import', platform)
  return c.var.actor.id as PersonId
}

importPages.get(paths.organisationsImport, (c) => {
  importer(c)
  return c.html(<ImportPage reader={c.var.reader} errors={{}} />)
})

importPages.post(paths.organisationsImport, async (c) => {
  const { db, now, reader } = c.var
  const personId = importer(c)
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0)
    return c.html(<ImportPage reader={reader} errors={{ file: wordsFor(reader, importMessages)('importFileMissing') }} />, 422)
  try {
    const rows = await readAll(file)
    const id = await keepUpload(db, personId, now, rows)
    return c.redirect(inLang(reader.lang, paths.organisationsUpload(id)), 303)
  } catch (error) {
    return c.html(<ImportPage reader={reader} errors={refusal(c, error)} />, 422)
  }
})

importPages.get('/organizzazioni/importa/:id', async (c) => {
  const { db, reader } = c.var
  const upload = await getUpload(db, c.req.param('id'), importer(c))
  if (upload.report) return c.html(<DonePage reader={reader} id={upload.id} report={upload.report} />)
  const report = await importOrganisations(c.var, streamOf(upload.rows), { dryRun: true })
  return c.html(<PreviewPage reader={reader} id={upload.id} report={report} />)
})

importPages.post('/organizzazioni/importa/:id', async (c) => {
  const { db, reader } = c.var
  const upload = await getUpload(db, c.req.param('id'), importer(c))
  // Sent twice, by a double click or a reload, it is done once.
  if (!upload.report) await closeUpload(db, upload.id, await importOrganisations(c.var, streamOf(upload.rows)))
  return c.redirect(inLang(reader.lang, paths.organisationsUpload(upload.id)), 303)
})

importPages.get('/organizzazioni/importa/:id/righe-rifiutate.csv', async (c) => {
  const upload = await getUpload(c.var.db, c.req.param('id'), importer(c))
  const { refused } = upload.report ?? (await importOrganisations(c.var, streamOf(upload.rows), { dryRun: true }))
  return c.body(refusedCsv(c.var.reader.lang, refused), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="righe-rifiutate.csv"',
  })
})

async function readAll(file: File): Promise<IpaRow[]> {
  const rows: IpaRow[] = []
  for await (const row of readIpa(file.stream())) {
    if (rows.push(row) > mostLines) throw new Problem(tooManyLines, { field: 'file', most: mostLines })
  }
  return rows
}

async function* streamOf(rows: readonly IpaRow[] | null): AsyncGenerator<IpaRow> {
  yield* rows ?? []
}

function ImportPage({ reader, errors }: { readonly reader: Reader; readonly errors: FormErrors }) {
  const t = wordsFor(reader, importMessages)
  const trail = [{ label: t('organisations'), to: paths.organisations }, { label: t('importTitle') }]
  return (
    <Page reader={reader} title={t('importTitle')} section="organisations" trail={trail} rejected={Object.keys(errors).length > 0}>
      <div class="container">
        <ErrorSummary errors={errors} />
        <PageHead title={t('importTitle')} lead={t('importLead')} />
        <Form action={paths.organisationsImport} class="form" enctype="multipart/form-data">
          <FileField name="file" label={t('importFile')} help={t('importFileHelp')} accept=".csv,text/csv" values={{}} errors={errors} />
          <FormEnd cancel={paths.organisations}>
            <SubmitButton>{t('importPreview')}</SubmitButton>
          </FormEnd>
        </Form>
        <section class="section prose" aria-labelledby="come">
          <h2 id="come">{t('importHow')}</h2>
          <ul>
            {(['importHowTwice', 'importHowNames', 'importHowGone', 'importHowPersonal'] as const).map((key) => (
              <li>{t(key)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}
