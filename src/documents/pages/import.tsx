import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble, type PersonId } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { fileMissing, readUpload } from '../../platform/files.ts'
import { refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { dropUpload, getUpload, keepUpload } from '../../platform/uploads.ts'
import { FileField } from '../../ui/field.tsx'
import { ErrorSummary, FormEnd, type FormErrors, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { type Alts, importDocument, previewImport } from '../actions/import.ts'
import { exchangeWords } from '../messages/exchange.ts'
import { readDocument } from '../reading/index.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { type Around, aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { ImportPreviewPage } from './import-preview.tsx'

/** A text written elsewhere comes into the draft in two steps: a file, then a preview to confirm. */
export function importPages(neighbours: Neighbours) {
  const pages = router()

  pages.get('/documenti/:id/importa', async (c) => {
    const { around } = await importer(c, neighbours)
    return c.html(<UploadPage reader={c.var.reader} around={around} errors={{}} />)
  })

  pages.post('/documenti/:id/importa', async (c) => {
    const { around, by } = await importer(c, neighbours)
    const { db, now, reader } = c.var
    const { id } = around.document
    try {
      const file = await readUpload(c, 'file')
      if (!file) throw new Problem(fileMissing, { field: 'file' })
      await readDocument(file.bytes, file.name)
      const upload = await keepUpload(db, { room: 'documents', subject: id, name: file.name, content: file.bytes, by, now })
      return c.redirect(inLang(reader.lang, paths.documentUpload(id, upload)), 303)
    } catch (error) {
      return c.html(<UploadPage reader={reader} around={around} errors={refusal(c, error)} />, 422)
    }
  })

  pages.get('/documenti/:id/importa/:upload', (c) => showPreview(c, neighbours, {}, {}))

  pages.post('/documenti/:id/importa/:upload', async (c) => {
    const { around, by } = await importer(c, neighbours)
    const { db, now, reader } = c.var
    const { id } = around.document
    const upload = await getUpload(db, c.req.param('upload'), { room: 'documents', subject: id, by, now })
    const form = await c.req.parseBody()
    const alts = altsIn(form)
    try {
      const confirmed = typeof form.fingerprint === 'string' ? form.fingerprint : ''
      await importDocument(c.var, id, await readDocument(upload.content, upload.name), { alts, confirmed })
      await dropUpload(db, upload.id)
      return c.redirect(inLang(reader.lang, withQuery(paths.draft(id), { fatto: 'importata' })), 303)
    } catch (error) {
      return showPreview(c, neighbours, refusal(c, error), alts)
    }
  })
  return pages
}

/** Who imports and where, or a refusal before anything is read. */
async function importer(c: Ctx, neighbours: Neighbours): Promise<{ readonly around: Around; readonly by: PersonId }> {
  const around = await aroundDocument(c, neighbours)
  mustBeAble(c.var.actor, 'documents.import', placeOfDocument(around.document))
  return { around, by: c.var.actor.id as PersonId }
}

/** The file is read again each time: between the preview and the confirmation nothing stays in a process's memory. */
async function showPreview(c: Ctx, neighbours: Neighbours, errors: FormErrors, alts: Alts) {
  const { around, by } = await importer(c, neighbours)
  const { db, now, reader } = c.var
  const { id } = around.document
  const upload = await getUpload(db, c.req.param('upload') ?? '', { room: 'documents', subject: id, by, now })
  const preview = await previewImport(db, id, await readDocument(upload.content, upload.name), alts)
  const rejected = Object.keys(errors).length > 0
  return c.html(<ImportPreviewPage {...{ reader, around, upload, preview, errors, alts }} />, rejected ? 409 : 200)
}

function altsIn(form: Readonly<Record<string, unknown>>): Alts {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const at = /^alt-(\d{1,3})$/.exec(name)?.[1]
      return at !== undefined && typeof value === 'string' ? [[Number(at), value]] : []
    }),
  )
}

function UploadPage({ reader, around, errors }: { readonly reader: Reader; readonly around: Around; readonly errors: FormErrors }) {
  const t = wordsFor(reader, exchangeWords)
  const { document, title, ecosystem } = around
  const address = paths.documentImport(document.id)
  return (
    <Page
      reader={reader}
      title={t('import')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('import') })}
      address={address}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={{ file: t('file') }} />
        <PageHead title={t('import')} kicker={[ecosystem.name, title]} lead={t('lead')} />
        <Form action={address} class="form" enctype="multipart/form-data">
          <FileField
            name="file"
            label={t('file')}
            help={t('fileHelp')}
            accept=".docx,.odt,.md,.markdown,.rst,.txt"
            values={{}}
            errors={errors}
          />
          <FormEnd cancel={paths.draft(document.id)}>
            <SubmitButton>{t('look')}</SubmitButton>
          </FormEnd>
        </Form>
        <section class="section prose" aria-labelledby="resta">
          <h2 id="resta">{t('keeps')}</h2>
          <ul>
            {(['keepsText', 'keepsIds', 'keepsDraft'] as const).map((key) => (
              <li>{t(key)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}
