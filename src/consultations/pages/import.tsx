import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { Problem } from '../../kernel/problem.ts'
import { attachment } from '../../platform/files/download.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { heldUpload, uploadGone } from '../../platform/uploads.ts'
import { Done } from '../../ui/done.tsx'
import { TextArea } from '../../ui/field.tsx'
import type { Filled } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { percentOf } from '../../ui/meter.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { stopImport, UndoForm, undoImport } from '../actions/import.ts'
import { toMend } from '../bulk/mended.ts'
import { readTable } from '../bulk/table.ts'
import { bulkWords } from '../messages/bulk.ts'
import { importWords } from '../messages/imports.ts'
import { importEnded, importState, isUnderWay, mustHaveSomethingToTakeOut } from '../rules/imports.ts'
import { getImport, linesOf, whysOf } from '../store/imports.ts'
import { aroundFor, mayDo, trailIn } from './around.tsx'
import { FormPage, nothing, statusOf } from './form-page.tsx'
import { ImportNumbers, leadOf, Progress, progressOf, RefusedLines, StopForm, WhyStopped } from './import-view.tsx'

const refusedShown = 100

/** A file that enters by itself: how far it came, what it left out, and the ways to stop it and to take it out again. */
export const importPages = router()

importPages.get('/consultazioni/:id/altri-canali/file/:upload/registrazione', progressPage)

/** For the script of the page. */
importPages.get('/consultazioni/:id/altri-canali/file/:upload/avanzamento', async (c) => {
  const { one } = await around(c)
  const { words, value, max } = progressOf(wordsFor(c.var.reader, importWords), one)
  return c.json({ words, percent: percentOf(value, max), underWay: isUnderWay(one) })
})

importPages.post('/consultazioni/:id/altri-canali/file/:upload/fermata', async (c) => {
  const { id, upload } = c.req.param()
  try {
    await stopImport(c.var, id, upload)
    return toProgress(c, 'fermata')
  } catch (error) {
    // It came to its end while somebody was deciding: its page says so.
    if (error instanceof Problem && error.kind === importEnded) return toProgress(c)
    throw error
  }
})

importPages.get('/consultazioni/:id/altri-canali/file/:upload/rifiutate.csv', async (c) => {
  const { one } = await around(c)
  const bytes = one.endedAt && (await heldUpload(c.var.db, one.id, { room: 'consultations', now: c.var.now }))
  if (!bytes) throw new Problem(uploadGone)
  const csv = toMend(c.var.reader.lang, await readTable(bytes), await whysOf(c.var.db, one))
  return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment('righe-da-correggere.csv') })
})

importPages.get('/consultazioni/:id/altri-canali/file/:upload/annullamento', (c) => undoPage(c, nothing))

importPages.post('/consultazioni/:id/altri-canali/file/:upload/annullamento', async (c) => {
  const { id, upload } = c.req.param()
  const form = await readForm(c, UndoForm)
  if (!form.data) return undoPage(c, form)
  try {
    await undoImport(c.var, id, upload, form.data)
    return toProgress(c, 'annullamento')
  } catch (error) {
    return undoPage(c, { values: form.values, errors: refusal(c, error) })
  }
})

function toProgress(c: Ctx, fatto?: string) {
  const there = paths.bulkImport(c.req.param('id') ?? '', c.req.param('upload') ?? '')
  return c.redirect(inLang(c.var.reader.lang, fatto ? withQuery(there, { fatto }) : there), 303)
}

async function around(c: Ctx) {
  const whole = await aroundFor(c, 'consultations.import')
  return { whole, one: await getImport(c.var.db, whole.consultation.id, c.req.param('upload') ?? '') }
}

async function progressPage(c: Ctx) {
  const { whole, one } = await around(c)
  const { reader, db, now } = c.var
  const t = wordsFor(reader, importWords)
  const { id } = whole.consultation
  const after = Math.max(0, Math.trunc(Number(c.req.query('da') ?? 0)) || 0)
  const refused = one.refused > 0 ? await linesOf(db, { import: one, which: 'refused', after, limit: refusedShown + 1 }) : []
  const state = importState(one)
  const undoable = one.endedAt && !one.undoAskedAt && one.entered > 0 && mayDo(c, 'consultations.undo-import', whole.consultation)
  return c.html(
    <Page
      reader={reader}
      title={t('title')}
      section="consultations"
      trail={trailIn(reader.lang, whole, ...wayTo(reader, id), { label: t('title') })}
      address={paths.bulkImport(id, one.id)}
      scripts={isUnderWay(one) ? ['progress.js'] : []}
    >
      <div class="container">
        <Done
          words={importWords}
          done={state === 'under-way' || c.req.query('fatto') !== 'confermata' ? c.req.query('fatto') : undefined}
        />
        <PageHead title={t('heading', { name: one.name })} kicker={[whole.title, t(`state.${state}`)]} lead={leadOf(t, one)}>
          {one.endedAt && (
            <ul class="plain more">
              <li>
                <Link to={paths.contributions(id)}>{t('toList')}</Link>
              </li>
              <li>
                <Link to={paths.bulkContributions(id)}>{t('toAnother')}</Link>
              </li>
              {undoable && (
                <li>
                  <Link to={paths.bulkImportUndo(id, one.id)}>{t('undoLink')}</Link>
                </li>
              )}
            </ul>
          )}
        </PageHead>
        <Progress one={one} />
        <WhyStopped one={one} />
        <Section id="numeri" title={t('numbers')}>
          <ImportNumbers one={one} />
        </Section>
        <RefusedLines one={one} lines={refused.slice(0, refusedShown)} after={after} more={refused.length > refusedShown} now={now} />
        {state === 'under-way' && <StopForm one={one} />}
      </div>
    </Page>,
  )
}

const wayTo = (reader: Ctx['var']['reader'], id: string) => {
  const t = wordsFor(reader, bulkWords)
  return [
    { label: t('otherChannels'), to: paths.otherChannels(id) },
    { label: t('title'), to: paths.bulkContributions(id) },
  ]
}

async function undoPage(c: Ctx, filled: Filled) {
  const { reader } = c.var
  const whole = await aroundFor(c, 'consultations.undo-import')
  const { id } = whole.consultation
  const one = await getImport(c.var.db, id, c.req.param('upload') ?? '')
  mustHaveSomethingToTakeOut(one)
  const t = wordsFor(reader, importWords)
  const back = paths.bulkImport(id, one.id)
  return c.html(
    <FormPage
      reader={reader}
      whole={whole}
      title={t('undoTitle')}
      lead={t('undoLead', { entered: one.entered })}
      address={paths.bulkImportUndo(id, one.id)}
      cancel={back}
      submit={t('undo', { entered: one.entered })}
      danger
      labels={{ reason: t('reason') }}
      filled={filled}
      way={[...wayTo(reader, id), { label: one.name, to: back }]}
    >
      <TextArea name="reason" label={t('reason')} help={t('reasonHelp')} maxlength={2000} rows={3} {...filled} />
    </FormPage>,
    statusOf(filled),
  )
}
