import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { namesOfPeople } from '../../identity/index.ts'
import { isId } from '../../kernel/id.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Empty } from '../../ui/empty.tsx'
import type { Filled } from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { CommentForm, commentBlock, TurnForm, turnComment } from '../actions/comments.ts'
import { restoreBlock } from '../actions/write.ts'
import { draftWords } from '../messages/draft.ts'
import { placeOfDocument } from '../rules/documents.ts'
import { answersTo, commentsOn, getComment } from '../store/comments.ts'
import { draftOf, history } from '../store/draft.ts'
import { type Neighbours, trailIn } from './around.tsx'
import { BlockPage } from './block-view.tsx'
import { insideDocument } from './draft.tsx'
import { Revisions } from './revisions.tsx'

const perPage = 50

/** What was written in the draft and what was said about it, block by block. */
export function historyPages(neighbours: Neighbours) {
  const pages = router()

  pages.get('/documenti/:id/bozza/storia', async (c) => {
    const { db, reader } = c.var
    const around = await insideDocument(c, neighbours)
    const { document } = around
    const cursor = c.req.query('da')
    const { items, next } = await history(db, document.id, { cursor, limit: perPage })
    const names = await namesOfPeople(
      db,
      items.map(({ authorId }) => authorId),
    )
    const t = wordsFor(reader, draftWords)
    const address = paths.draftHistory(document.id)
    return c.html(
      <Page
        reader={reader}
        title={t('history')}
        section="ecosystems"
        trail={trailIn(reader.lang, around, { label: t('draft'), to: paths.draft(document.id) }, { label: t('history') })}
      >
        <div class="container">
          <PageHead title={t('history')} kicker={[around.title]} lead={t('historyLead')} />
          {items.length > 0 ? (
            <>
              <Revisions items={items} names={names} documentId={document.id} linked />
              <Pager next={next && withQuery(address, { da: next })} first={cursor ? address : null} shown={items.length} />
            </>
          ) : (
            <Empty>
              <p>{t('historyNone')}</p>
            </Empty>
          )}
          <p class="more">
            <Link to={paths.draft(document.id)}>{t('backToDraft')}</Link>
          </p>
        </div>
      </Page>,
    )
  })

  pages.get('/documenti/:id/bozza/blocchi/:block', (c) => blockPage(c, neighbours, { values: {}, errors: {} }))

  pages.post('/documenti/:id/bozza/blocchi/:block/commenti', async (c) => {
    await insideDocument(c, neighbours)
    const { id, block } = c.req.param()
    const form = await readForm(c, CommentForm)
    if (!form.data) return blockPage(c, neighbours, form)
    try {
      await commentBlock(c.var, id, block, form.data)
      return done(c, id, block, 'commentato')
    } catch (error) {
      return blockPage(c, neighbours, { values: form.values, errors: refusal(c, error) })
    }
  })

  pages.post('/documenti/:id/bozza/commenti/:comment', async (c) => {
    await insideDocument(c, neighbours)
    const { id, comment } = c.req.param()
    const form = await readForm(c, TurnForm)
    const { blockId } = await getComment(c.var.db, id, comment)
    await turnComment(c.var, id, comment, form.data?.open ?? false)
    return done(c, id, blockId, form.data?.open ? 'riaperto' : 'chiuso')
  })

  pages.post('/documenti/:id/bozza/blocchi/:block/ripristini/:revision', async (c) => {
    await insideDocument(c, neighbours)
    const { id, block, revision } = c.req.param()
    if (!isId(block) || !/^\d{1,9}$/.test(revision)) throw new Problem(notFound, { revision })
    await restoreBlock(c.var, id, block, Number(revision))
    return done(c, id, block, 'ripristinato')
  })
  return pages
}

const done = (c: Ctx, id: string, block: string, fatto: string) =>
  c.redirect(inLang(c.var.reader.lang, withQuery(paths.draftBlock(id, block), { fatto })), 303)

/** One block: how it reads now, what is said about it, and all it ever said. */
async function blockPage(c: Ctx, neighbours: Neighbours, filled: Filled) {
  const { db, actor, reader } = c.var
  const around = await insideDocument(c, neighbours)
  const { document } = around
  const id = c.req.param('block') ?? ''
  const past = isId(id) ? await history(db, document.id, { blockId: id, limit: perPage }) : { items: [], next: null }
  if (past.items.length === 0) throw new Problem(notFound, { block: id })
  const block = (await draftOf(db, document.id)).find((one) => one.id === id) ?? null
  const comments = await commentsOn(db, document.id, id, { cursor: c.req.query('da'), limit: perPage })
  const answers = await answersTo(
    db,
    comments.items.map((comment) => comment.id),
  )
  const people = [...past.items, ...comments.items, ...answers].map(({ authorId }) => authorId)
  const names = await namesOfPeople(db, [...new Set(people)])
  const place = placeOfDocument(document)
  const may = {
    write: can(actor, 'documents.write', place),
    comment: can(actor, 'documents.comment', place),
    resolve: can(actor, 'documents.resolve-comment', place),
  }
  return c.html(
    <BlockPage
      {...{ reader, around, id, block, comments, answers, names, may }}
      past={past.items}
      first={!c.req.query('da')}
      done={c.req.query('fatto')}
      {...filled}
    />,
    Object.keys(filled.errors).length > 0 ? 422 : 200,
  )
}
