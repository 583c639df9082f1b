import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can, mustBeAble } from '../../charter/policy.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { type Ctx, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Done } from '../../ui/done.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords, wordsFor } from '../../ui/reader.tsx'
import { blockAnchor, Reading } from '../../ui/reading.tsx'
import { draftWords } from '../messages/draft.ts'
import { exchangeWords } from '../messages/exchange.ts'
import { movingWords } from '../messages/moving.ts'
import { versionWords } from '../messages/versions.ts'
import { type LivingReference, livingIn } from '../references.ts'
import type { DraftBlock } from '../rules/blocks.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { partsOfText, partWith, type TextPart } from '../rules/pages-of-text.ts'
import { start } from '../rules/sections.ts'
import { type CommentCount, countComments } from '../store/comments.ts'
import { draftOf } from '../store/draft.ts'
import { type Around, aroundDocument, type Neighbours, trailIn } from './around.tsx'
import { Text } from './text.tsx'

/** A document whose draft whoever reads may see; to others it is as if the draft were not there. */
export async function insideDocument(c: Ctx, neighbours: Neighbours): Promise<Around> {
  const around = await aroundDocument(c, neighbours)
  if (around.insider) return around
  if (!c.var.actor.id) mustBeAble(c.var.actor, 'documents.comment', placeOfDocument(around.document))
  throw new Problem(notFound, { draft: around.document.id })
}

export function draftPages(neighbours: Neighbours) {
  const pages = router()
  pages.get('/documenti/:id/bozza', async (c) => {
    const { db, actor, reader } = c.var
    const around = await insideDocument(c, neighbours)
    const { document } = around
    const blocks = await draftOf(db, document.id)
    const headings = blocks.flatMap((block, position) => (block.kind === 'heading' ? [{ ...block, position }] : []))
    const parts = partsOfText(headings, blocks.length)
    const asked = blocks.findIndex(({ id }) => id === c.req.query('blocco'))
    const part = asked >= 0 ? partWith(parts, asked) : (parts[Number(c.req.query('parte') ?? 1) - 1] ?? (parts[0] as TextPart))
    const done = c.req.query('fatto')
    if (asked >= 0)
      return c.redirect(inLang(reader.lang, `${addressOf(document.id, part, done)}#${blockAnchor((blocks[asked] as DraftBlock).id)}`))
    const shown = blocks.slice(part.from, part.to)
    const living = await livingIn(db, neighbours.references, shown, reader)
    const comments = await countComments(db, document.id)
    const place = placeOfDocument(document)
    const may = { write: can(actor, 'documents.write', place), freeze: can(actor, 'documents.freeze', place) }
    return c.html(<DraftPage {...{ reader, around, blocks, headings, parts, part, shown, living, comments, may, done }} />)
  })
  return pages
}

const addressOf = (id: string, part: TextPart, fatto?: string) =>
  withQuery(paths.draft(id), { parte: part.number > 1 ? part.number : null, fatto })

/** Where a part begins in the middle of a section, the section is written from there. */
function writingFrom(document: string, headings: DraftPageProps['headings'], at: number): string {
  const heading = headings.findLast(({ position }) => position < at)
  return withQuery(paths.draftSection(document, heading?.id ?? start), { da: at > 0 ? at - (heading?.position ?? 0) + 1 : null })
}

interface DraftPageProps {
  readonly reader: Reader
  readonly around: Around
  readonly blocks: readonly DraftBlock[]
  readonly headings: readonly (DraftBlock & { readonly position: number })[]
  readonly parts: readonly TextPart[]
  readonly part: TextPart
  readonly shown: readonly DraftBlock[]
  readonly living: ReadonlyMap<string, LivingReference>
  readonly comments: ReadonlyMap<string, CommentCount>
  readonly may: { readonly write: boolean; readonly freeze: boolean }
  readonly done: string | undefined
}

function DraftPage(props: DraftPageProps) {
  const { reader, around, blocks, headings, parts, part, shown, living, comments, may, done } = props
  const t = wordsFor(reader, draftWords)
  const { document, title, ecosystem } = around
  const contents = headings
    .filter(({ level }) => level <= 2)
    .map(({ id, text, level, position }) => {
      const there = partWith(parts, position)
      const to = there === part ? `#${blockAnchor(id)}` : `${addressOf(document.id, there)}#${blockAnchor(id)}`
      return { label: text, to, depth: level - 1, current: parts.length > 1 && there === part }
    })
  const first = part.from - headings.filter(({ position }) => position < part.from).length + 1
  return (
    <Page
      reader={reader}
      title={t('draftOf', { title })}
      section="ecosystems"
      trail={trailIn(reader.lang, around, { label: t('draft') })}
      address={paths.draft(document.id)}
    >
      <div class="container">
        <Done words={draftWords} done={done} />
        <PageHead title={t('draftOf', { title })} kicker={[ecosystem.name]} lead={t('lead')}>
          <Ways {...props} />
        </PageHead>
        {blocks.length === 0 && (
          <Empty>
            <p>{t('empty')}</p>
          </Empty>
        )}
      </div>
      {blocks.length > 0 && (
        <Reading contents={contents}>
          {may.write && shown[0]?.kind !== 'heading' && (
            <p>
              <Link to={writingFrom(document.id, headings, part.from)}>{t(part.from === 0 ? 'writeStart' : 'writeFromHere')}</Link>
            </p>
          )}
          <Text
            blocks={shown}
            living={living}
            first={first}
            beside={(block) => <Beside document={document.id} block={block} count={comments.get(block.id)} write={may.write} />}
          />
          <PartsNav {...props} />
        </Reading>
      )}
    </Page>
  )
}

function Ways({ around: { document, all }, blocks, may }: DraftPageProps) {
  const t = useWords(draftWords)
  const x = useWords(exchangeWords)
  const m = useWords(movingWords)
  const v = useWords(versionWords)
  return (
    <p class="actions">
      {may.write && blocks.length === 0 && (
        <ButtonLink kind="primary" to={paths.draftSection(document.id, start)}>
          {t('writeFirst')}
        </ButtonLink>
      )}
      {may.freeze && blocks.length > 0 && (
        <ButtonLink kind="primary" to={paths.newVersion(document.id)}>
          {v('freeze')}
        </ButtonLink>
      )}
      {may.write && blocks.length > 0 && <ButtonLink to={paths.newSection(document.id)}>{m('newSection')}</ButtonLink>}
      {all.length > 0 && blocks.length > 0 && <ButtonLink to={paths.documentCompare(document.id)}>{v('compareTitle')}</ButtonLink>}
      {may.write && <ButtonLink to={paths.documentImport(document.id)}>{x('import')}</ButtonLink>}
      {blocks.length > 0 && <ButtonLink to={paths.draftHistory(document.id)}>{t('history')}</ButtonLink>}
    </p>
  )
}

interface BesideProps {
  readonly document: string
  readonly block: { readonly id: string; readonly kind: string; readonly text: string }
  readonly count: CommentCount | undefined
  readonly write: boolean
}

/** Under each block its comments; under a heading also the way to write its section. */
function Beside({ document, block, count, write }: BesideProps) {
  const t = useWords(draftWords)
  return (
    <p class="goes-with">
      {write && block.kind === 'heading' && (
        <>
          <Link to={paths.draftSection(document, block.id)}>
            {t('write')}
            <span class="visually-hidden"> {block.text}</span>
          </Link>
          {' · '}
        </>
      )}
      <Link to={`${paths.draftBlock(document, block.id)}#commenti`} class="quiet-link">
        {t('comments', { count: count?.total ?? 0 })}
        <span class="visually-hidden"> «{block.text.slice(0, 60)}»</span>
      </Link>
      {write && (
        <>
          {' · '}
          <Link to={paths.draftMove(document, block.id)} class="quiet-link">
            {t('move')}
            <span class="visually-hidden"> «{block.text.slice(0, 60)}»</span>
          </Link>
        </>
      )}
      {count && count.open > 0 && <span class="quiet"> ({t('commentsOpen', { count: count.open })})</span>}
    </p>
  )
}

function PartsNav({ around: { document }, parts, part }: DraftPageProps) {
  const t = useWords(draftWords)
  const v = useWords(versionWords)
  if (parts.length < 2) return <></>
  const [previous, next] = [parts[part.number - 2], parts[part.number]]
  return (
    <nav class="pager" aria-label={t('parts')}>
      <p class="quiet">{v('part', { number: part.number, total: parts.length })}</p>
      <ul class="plain">
        {previous && (
          <li>
            <ButtonLink small to={addressOf(document.id, previous)} rel="prev">
              {v('previous')}
            </ButtonLink>
          </li>
        )}
        {next && (
          <li>
            <ButtonLink small to={addressOf(document.id, next)} rel="next">
              {v('next')}
            </ButtonLink>
          </li>
        )}
      </ul>
    </nav>
  )
}
