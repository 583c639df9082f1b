import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { mustBeAble } from '../../charter/policy.ts'
import { Problem } from '../../kernel/problem.ts'
import { readUpload } from '../../platform/files.ts'
import { type FormValues, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { assetUrl } from '../../ui/assets.ts'
import { ErrorSummary, type FormErrors, valueOf } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { keepFigure } from '../actions/figures.ts'
import { mergeInto, writeSection } from '../actions/write.ts'
import { draftWords } from '../messages/draft.ts'
import { keyOfRef, type LivingReference } from '../references.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { ownRange, start } from '../rules/sections.ts'
import { mustFitAForm, windowAt, windowSize, windowsOf } from '../rules/windows.ts'
import { draftOf, lastRevisions } from '../store/draft.ts'
import { type Clash, draftChanged, sectionGone } from '../text/merge.ts'
import { type Around, aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { inputFrom, newRow, readRows, rearranged, rowOf, rowsOf, type SectionRows } from './rows.ts'
import { SectionForm } from './section-form.tsx'

interface Shown extends SectionRows {
  readonly errors: FormErrors
  readonly clashes: readonly Clash[]
  /** What was typed has not been saved yet. */
  readonly unsaved: boolean
}

/** One section in a form: it works without script, a block a box. */
export function writePages(neighbours: Neighbours) {
  const pages = router()

  pages.get('/documenti/:id/bozza/sezioni/:section', async (c) => {
    const around = await gather(c, neighbours)
    const draft = await draftOf(c.var.db, around.document.id)
    const range = ownRange(draft, c.req.param('section'))
    if (!range) throw new Problem(sectionGone)
    const { from, to } = windowAt(range.to - range.from, Number(c.req.query('da')))
    const { rows, base } = rowsOf(draft.slice(range.from + from, range.from + to))
    const first = draft.length === 0 ? [newRow('heading'), newRow()] : [newRow()]
    return writePage(c, neighbours, around, {
      rows: rows.length > 0 ? rows : first,
      base,
      errors: {},
      clashes: [],
      unsaved: false,
    })
  })

  pages.post('/documenti/:id/bozza/sezioni/:section', async (c) => {
    const around = await gather(c, neighbours)
    const { id, section } = c.req.param()
    const values = await formOf(c)
    const act = valueOf(values, 'do')
    const sent = readRows(values)
    try {
      if (act !== 'save' && act !== '') {
        const shown = rearranged(sent, act)
        mustFitAForm(shown.rows.length)
        return await writePage(c, neighbours, around, { ...shown, errors: {}, clashes: [], unsaved: true })
      }
      const rows = await withFigures(c, id, sent)
      await writeSection(c.var, id, section, inputFrom(rows))
      const blocco = rows.rows.find((row) => row.id)?.id
      return c.redirect(inLang(c.var.reader.lang, withQuery(paths.draft(id), { fatto: 'salvata', blocco })), 303)
    } catch (error) {
      const errors = refusal(c, error)
      if (error instanceof Problem && error.kind === draftChanged) return clashPage(c, neighbours, around, sent, errors)
      return writePage(c, neighbours, around, { ...sent, errors, clashes: [], unsaved: true })
    }
  })
  return pages
}

async function gather(c: Ctx, neighbours: Neighbours): Promise<Around> {
  const around = await aroundDocument(c, neighbours)
  mustBeAble(c.var.actor, 'documents.write', placeOfDocument(around.document))
  return around
}

async function formOf(c: Ctx): Promise<FormValues> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const texts = [value].flat().filter((one) => typeof one === 'string')
      return texts.length > 0 ? [[name, texts.length === 1 ? texts[0] : texts]] : []
    }),
  )
}

/** Keeps the images that came with the form, each in its block. */
async function withFigures(c: Ctx, documentId: string, { rows, base }: SectionRows): Promise<SectionRows> {
  const kept = []
  for (const [at, row] of rows.entries()) {
    const upload = row.kind === 'figure' ? await readUpload(c, `file-${at}`) : null
    const fileId = upload ? await keepFigure(c.var, documentId, upload) : row.data.fileId
    kept.push(upload ? { ...row, data: { ...row.data, fileId } } : row)
  }
  return { rows: kept, base }
}

/** The form again, beginning from what is there now, with both texts of each block that two people changed. */
async function clashPage(c: Ctx, neighbours: Neighbours, around: Around, sent: SectionRows, errors: FormErrors) {
  const { db } = c.var
  const { id, section } = c.req.param() as { id: string; section: string }
  const { clashes, before } = await mergeInto(db, id, section, inputFrom(sent))
  const ids = clashes.map((clash) => clash.id as string)
  const last = await lastRevisions(db, id, ids)
  const base = sent.base
    .split(' ')
    .map((pair) => {
      const [one = ''] = pair.split(':')
      return ids.includes(one) ? `${one}:${last.get(one)}` : pair
    })
    .join(' ')
  const returned = clashes.flatMap(({ mine, theirs }) => (mine || !theirs ? [] : [rowOf(theirs)]))
  const order = new Map(before.map((block, at) => [block.id as string, at]))
  const rows = [...sent.rows]
  for (const row of returned) {
    const at = rows.findIndex(({ id: other }) => (order.get(other) ?? -1) > (order.get(row.id) ?? 0))
    rows.splice(at < 0 ? rows.length : at, 0, row)
  }
  return writePage(c, neighbours, around, { rows, base, errors, clashes, unsaved: true }, 409)
}

async function writePage(c: Ctx, neighbours: Neighbours, around: Around, shown: Shown, status?: 409) {
  const { db, reader } = c.var
  const { document } = around
  const section = c.req.param('section') ?? start
  const { references } = neighbours
  const refs = shown.rows.flatMap(({ data }) => data.refs ?? [])
  const living = refs.length > 0 ? await references.resolve(db, refs, reader) : []
  const found = new Map<number, readonly LivingReference[]>()
  for (const [at, { search }] of shown.rows.entries())
    if (search.trim() && references.suggest) found.set(at, await references.suggest(db, document.ecosystemId, search.slice(0, 200), reader))
  const t = wordsFor(reader, draftWords)
  const rejected = Object.keys(shown.errors).length > 0
  const draft = await draftOf(db, document.id)
  const range = ownRange(draft, section)
  const count = range ? range.to - range.from : 0
  const { from } = windowAt(count, Number(c.req.query('da')))
  const heading = shown.rows.find(({ kind }) => kind === 'heading')?.source ?? draft[range?.from ?? 0]?.text
  const address = windowAddress(document.id, section, from)
  return c.html(
    <Page
      reader={reader}
      title={t('writeTitle')}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('draft'), to: paths.draft(document.id) }, { label: t('writeTitle') })}
      address={address}
      rejected={rejected}
      scripts={['editor.js']}
      head={<link rel="stylesheet" href={assetUrl('editor.css')} />}
    >
      <div class="container">
        <ErrorSummary errors={shown.errors} labels={labelsOf(shown, from, t)} />
        <PageHead title={t('writeTitle')} kicker={[around.title, section === start ? t('start') : heading]} />
        {shown.unsaved && !rejected && <Notice live>{t('unsaved')}</Notice>}
        <Windows document={document.id} section={section} count={count} from={from} />
        <HowToWrite />
        <SectionForm
          {...shown}
          action={address}
          offset={from}
          cancel={paths.draft(document.id)}
          clashes={new Map(shown.clashes.map((clash) => [clash.id as string, clash]))}
          living={new Map(living.map((one) => [keyOfRef(one), one]))}
          found={found}
          suggests={references.suggest !== undefined}
          notes={draft.flatMap(({ data }) => data.label ?? [])}
        />
      </div>
    </Page>,
    status ?? (rejected ? 422 : 200),
  )
}

function labelsOf({ rows }: SectionRows, from: number, t: (key: 'block', values: { number: number }) => string): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((_, at) => ['source', 'file', 'alt'].map((name) => [`${name}-${at}`, t('block', { number: from + at + 1 })])),
  )
}

const windowAddress = (document: string, section: string, from: number) =>
  withQuery(paths.draftSection(document, section), { da: from > 0 ? from + 1 : null })

interface WindowsProps {
  readonly document: string
  readonly section: string
  readonly count: number
  readonly from: number
}

/** The ways to the other blocks of a section too long for one form. */
function Windows({ document, section, count, from }: WindowsProps) {
  const t = useWords(draftWords)
  if (count <= windowSize) return <></>
  return (
    <nav class="pager" aria-label={t('windows')}>
      <p>{t('windowsLead', { count, size: windowSize })}</p>
      <p>
        <Link to={paths.draft(document)}>{t('windowsMove')}</Link>
      </p>
      <ul class="plain">
        {windowsOf(count).map((window) => (
          <li>
            <Link to={windowAddress(document, section, window.from)} {...(window.from === from ? { 'aria-current': 'page' } : {})}>
              {t('window', { from: window.from + 1, to: window.to })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function HowToWrite() {
  const t = useWords(draftWords)
  return (
    <details class="how-to">
      <summary>{t('helpTitle')}</summary>
      <ul>
        <li>{t('help1')}</li>
        <li>{t('help2')}</li>
        <li>{t('help3')}</li>
        <li>{t('help4')}</li>
      </ul>
    </details>
  )
}
