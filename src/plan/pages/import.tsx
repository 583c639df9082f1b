import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble, type PersonId, platform } from '../../charter/policy.ts'
import { refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { dropUpload, getUpload, keepUpload, type Upload } from '../../platform/uploads.ts'
import { FileField, TextField } from '../../ui/field.tsx'
import { ErrorSummary, type Filled, FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { importPlan, type PlanReport, previewPlan } from '../actions/import.ts'
import { editionCode } from '../actions/lineage.ts'
import { importMessages } from '../messages/import.ts'
import { planMessages } from '../messages/plan.ts'
import { planInPage, planInZip } from '../sources.ts'
import { getImport, type ImportHead, recentImports } from '../store/imports.ts'
import { hasAny } from './declare.tsx'
import { ChangesReport, Leftovers } from './import-report.tsx'
import { ImportedPage, importTrail, RecentImports } from './imported.tsx'
import { yearsOf } from './words.tsx'

export const importPages = router()

/** Who imports, or a refusal before anything is read or shown. */
function importer(c: Ctx): PersonId {
  mustBeAble(c.var.actor, 'plan.import', platform)
  return c.var.actor.id as PersonId
}

importPages.get(paths.planImport, async (c) => {
  importer(c)
  return c.html(<UploadPage c={c} recent={await recentImports(c.var.db, 20)} values={{ edition: c.req.query('edizione') }} errors={{}} />)
})

importPages.post(paths.planImport, async (c) => {
  const actorId = importer(c)
  const { db, now, reader } = c.var
  const { edition, file } = await c.req.parseBody()
  const t = wordsFor(reader, importMessages)
  const values = { edition: typeof edition === 'string' ? edition : '' }
  const code = editionCode.safeParse(values.edition)
  let errors: Record<string, string> = {
    ...(code.success ? {} : { edition: t('badEdition') }),
    ...(file instanceof File && file.size > 0 ? {} : { file: t('noFile') }),
  }
  if (code.success && file instanceof File && file.size > 0) {
    try {
      const content = Buffer.from(await file.arrayBuffer())
      await planIn(content, code.data)
      const id = await keepUpload(db, { room: 'plan', subject: code.data, name: file.name, content, by: actorId, now })
      return c.redirect(inLang(reader.lang, paths.planUpload(id)), 303)
    } catch (error) {
      errors = { file: Object.values(refusal(c, error)).join(' ') }
    }
  }
  return c.html(<UploadPage c={c} recent={await recentImports(db, 20)} values={values} errors={errors} />, 422)
})

importPages.get('/piano/importa/:id', async (c) => {
  const actorId = importer(c)
  const upload = await getUpload(c.var.db, c.req.param('id'), { room: 'plan', by: actorId, now: c.var.now })
  const report = await previewPlan(c.var.db, await planIn(upload.content, upload.subject), c.var.today)
  return c.html(<PreviewPage c={c} upload={upload} report={report} errors={{}} />)
})

importPages.post('/piano/importa/:id', async (c) => {
  const actorId = importer(c)
  const { db, now, today, reader } = c.var
  const upload = await getUpload(db, c.req.param('id'), { room: 'plan', by: actorId, now })
  const { fingerprint } = await c.req.parseBody()
  const plan = await planIn(upload.content, upload.subject)
  try {
    const { importId, changesAnything } = await importPlan(c.var, plan, typeof fingerprint === 'string' ? fingerprint : '')
    await dropUpload(db, upload.id)
    const nothing = withQuery(paths.planImport, { fatto: 'nulla' })
    const there = importId ? paths.planImported(importId) : changesAnything ? paths.ecosystems : nothing
    return c.redirect(inLang(reader.lang, there), 303)
  } catch (error) {
    const errors = refusal(c, error)
    return c.html(<PreviewPage c={c} upload={upload} report={await previewPlan(db, plan, today)} errors={errors} />, 409)
  }
})

importPages.get('/piano/importazioni/:id', async (c) => {
  const done = await getImport(c.var.db, c.req.param('id'))
  return c.html(<ImportedPage reader={c.var.reader} done={done} mayImport={can(c.var.actor, 'plan.import', platform)} />)
})

/** Reads a file again each time: between the preview and the confirmation nothing stays in a process's memory. */
function planIn(content: Buffer, edition: string) {
  // A zip archive says so in its first bytes, whatever its name.
  const isZip = content.subarray(0, 2).toString('latin1') === 'PK'
  return isZip ? planInZip(content, edition) : planInPage(content, edition, 'pagina.txt')
}

function UploadPage({ c, recent, values, errors }: Filled & { readonly c: Ctx; readonly recent: readonly ImportHead[] }) {
  const { reader } = c.var
  const t = wordsFor(reader, importMessages)
  const p = wordsFor(reader, planMessages)
  const trail = [{ label: p('plan'), to: paths.plan }, { label: t('title') }]
  return (
    <Page reader={reader} title={t('title')} section="plan" trail={trail} address={paths.planImport} rejected={hasAny(errors)}>
      <div class="container">
        <ErrorSummary errors={errors} labels={{ edition: t('edition'), file: t('file') }} />
        {c.req.query('fatto') === 'nulla' && (
          <Notice kind="done" live>
            <p>{t('done.nulla')}</p>
          </Notice>
        )}
        <PageHead title={t('title')} lead={t('lead')} />
        <Form action={paths.planImport} class="form" enctype="multipart/form-data">
          <TextField
            name="edition"
            label={t('edition')}
            help={t('editionHelp')}
            size="short"
            maxlength={9}
            values={values}
            errors={errors}
          />
          <FileField
            name="file"
            label={t('file')}
            help={t('fileHelp')}
            accept=".zip,.txt,application/zip,text/plain"
            values={values}
            errors={errors}
          />
          <FormEnd cancel={paths.plan}>
            <SubmitButton>{t('preview')}</SubmitButton>
          </FormEnd>
        </Form>
        {recent.length > 0 && <RecentImports recent={recent} />}
      </div>
    </Page>
  )
}

interface PreviewProps {
  readonly c: Ctx
  readonly upload: Upload
  readonly report: PlanReport
  readonly errors: Filled['errors']
}

function PreviewPage({ c, upload, report, errors }: PreviewProps) {
  const { reader } = c.var
  const t = wordsFor(reader, importMessages)
  const address = paths.planUpload(upload.id)
  const title = t('previewTitle')
  const years = yearsOf(upload.subject)
  return (
    <Page reader={reader} title={title} section="plan" trail={importTrail(reader, title)} address={address} rejected={hasAny(errors)}>
      <div class="container">
        <ErrorSummary errors={errors} />
        <PageHead title={title} kicker={[years]} lead={report.changesAnything ? t('previewLead') : t('nothing')} />
        {report.changesAnything ? (
          <Form action={address}>
            <HiddenField name="fingerprint" value={report.fingerprint} />
            <FormEnd cancel={paths.planImport}>
              <SubmitButton>{t('confirm', { years })}</SubmitButton>
            </FormEnd>
          </Form>
        ) : (
          <p>
            <Link to={paths.planImport}>{t('another')}</Link>
          </p>
        )}
        <ChangesReport report={report} />
        <Leftovers unplaced={report.unplaced} refused={report.refused} />
      </div>
    </Page>
  )
}
