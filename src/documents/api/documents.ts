import { createRoute, z } from '@hono/zod-openapi'
import { getEcosystem } from '../../ecosystems/index.ts'
import { apiRouter, json, PageQuery, pageOf, refused } from '../../platform/api.ts'
import { acting, ById, listOf, making, reading, Slug } from '../../platform/api-routes.ts'
import { addSection, NewSectionForm } from '../actions/add-section.ts'
import { CommentForm, commentBlock, turnComment } from '../actions/comments.ts'
import { BeginForm, createDocument, DescribeForm, describeDocument } from '../actions/documents.ts'
import { MoveForm, moveBlocks } from '../actions/move.ts'
import { ImportForm, importBlocks, restoreBlock, SectionForm, writeSection } from '../actions/write.ts'
import { aroundDocument, type Neighbours } from '../pages/around.tsx'
import { insideDocument } from '../pages/draft.tsx'
import type { ParsedBlock } from '../rules/blocks.ts'
import { decisionsOn, standingOn } from '../rules/versions.ts'
import { answersTo, commentsOn } from '../store/comments.ts'
import { listDocuments } from '../store/documents.ts'
import { draftOf } from '../store/draft.ts'
import { versionsOfAll } from '../store/versions.ts'
import { Beginning, Commenting, Description, Moving, NewSection, Restoring, SectionText, Text, Turning } from './inputs.ts'
import { BlockJson, blockJson, CommentJson, commentJson, DocumentJson, documentJson } from './schemas.ts'

const tag = 'Documents'
const OneBlock = ById.extend({ block: z.uuid() })

export function documentsApi(neighbours: Neighbours) {
  const api = apiRouter()
  const { bodiesOf } = neighbours

  api.openapi(
    createRoute({
      method: 'get',
      path: '/ecosystems/{slug}/documents',
      tags: [tag],
      summary: 'The documents of an ecosystem',
      request: { params: Slug, query: PageQuery },
      responses: { 200: json(pageOf(DocumentJson), 'The latest begun first'), ...refused },
    }),
    async (c) => {
      const { db, today } = c.var
      const ecosystem = await getEcosystem(db, c.req.valid('param').slug, today)
      const { items, next } = await listDocuments(db, ecosystem.id, c.req.valid('query'))
      const written = await versionsOfAll(
        db,
        items.map(({ id }) => id),
      )
      const versions = standingOn(today, written, await neighbours.annulments(db, decisionsOn(written)))
      const told = items.map((document) =>
        documentJson(
          document,
          versions.filter(({ documentId }) => documentId === document.id),
          today,
        ),
      )
      return c.json({ items: told, next }, 200)
    },
  )

  api.openapi(making(tag, '/ecosystems/{slug}/documents', 'Begin a document', Slug, Beginning), async (c) => {
    const { id } = await createDocument(c.var, c.req.valid('param').slug, BeginForm.parse(c.req.valid('json')), bodiesOf)
    return c.json({ id }, 201)
  })

  api.openapi(reading(tag, '/documents/{id}', 'A document', ById, DocumentJson, 'How far it is'), async (c) => {
    const { document, all } = await aroundDocument(c, neighbours)
    return c.json(documentJson(document, all, c.var.today), 200)
  })

  api.openapi(acting(tag, 'put', '/documents/{id}', 'Change title and bodies', ById, Description), async (c) => {
    await describeDocument(c.var, c.req.valid('param').id, DescribeForm.parse(c.req.valid('json')), bodiesOf)
    return c.body(null, 204)
  })

  api.openapi(
    reading(tag, '/documents/{id}/draft', 'The draft', ById, listOf(BlockJson), 'For those who work on the document: its blocks in order'),
    async (c) => {
      const { document } = await insideDocument(c, neighbours)
      return c.json({ items: (await draftOf(c.var.db, document.id)).map(blockJson) }, 200)
    },
  )

  api.openapi(
    acting(tag, 'put', '/documents/{id}/draft', 'Write the whole draft anew: blocks that go on keep their ids', ById, Text),
    async (c) => {
      await importBlocks(c.var, c.req.valid('param').id, ImportForm.parse(c.req.valid('json')).blocks as ParsedBlock[])
      return c.body(null, 204)
    },
  )

  api.openapi(
    acting(
      tag,
      'put',
      '/documents/{id}/draft/sections/{section}',
      'Write a section: the heading’s id, or `inizio` before any heading',
      ById.extend({ section: z.string().max(50) }),
      SectionText,
    ),
    async (c) => {
      const { id, section } = c.req.valid('param')
      await writeSection(c.var, id, section, SectionForm.parse(c.req.valid('json')))
      return c.body(null, 204)
    },
  )

  api.openapi(
    acting(
      tag,
      'post',
      '/documents/{id}/draft/blocks/{block}/restoring',
      'Make a block say again what it said at a revision',
      OneBlock,
      Restoring,
    ),
    async (c) => {
      const { id, block } = c.req.valid('param')
      await restoreBlock(c.var, id, block, c.req.valid('json').revision)
      return c.body(null, 204)
    },
  )

  api.openapi(making(tag, '/documents/{id}/draft/sections', 'Add a section: its heading', ById, NewSection), async (c) => {
    const { id } = await addSection(c.var, c.req.valid('param').id, NewSectionForm.parse(c.req.valid('json')))
    return c.json({ id }, 201)
  })

  api.openapi(
    acting(tag, 'post', '/documents/{id}/draft/blocks/{block}/moving', 'Move blocks, or a section, within the draft', OneBlock, Moving),
    async (c) => {
      const { id, block } = c.req.valid('param')
      await moveBlocks(c.var, id, block, MoveForm.parse(c.req.valid('json')))
      return c.body(null, 204)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/documents/{id}/draft/blocks/{block}/comments',
      tags: [tag],
      summary: 'What is said about a block',
      request: { params: OneBlock, query: PageQuery },
      responses: { 200: json(pageOf(CommentJson), 'The latest discussion first, each followed by its answers'), ...refused },
    }),
    async (c) => {
      const { document } = await insideDocument(c, neighbours)
      const { items, next } = await commentsOn(c.var.db, document.id, c.req.valid('param').block, c.req.valid('query'))
      const answers = await answersTo(
        c.var.db,
        items.map(({ id }) => id),
      )
      const all = items.flatMap((comment) => [comment, ...answers.filter(({ parentId }) => parentId === comment.id)])
      return c.json({ items: all.map(commentJson), next }, 200)
    },
  )

  api.openapi(making(tag, '/documents/{id}/draft/blocks/{block}/comments', 'Comment a block', OneBlock, Commenting), async (c) => {
    const { id: documentId, block } = c.req.valid('param')
    const { id } = await commentBlock(c.var, documentId, block, CommentForm.parse(c.req.valid('json')))
    return c.json({ id }, 201)
  })

  api.openapi(
    acting(
      tag,
      'put',
      '/documents/{id}/draft/comments/{comment}',
      'Resolve a comment, or reopen it',
      ById.extend({ comment: z.uuid() }),
      Turning,
    ),
    async (c) => {
      const { id, comment } = c.req.valid('param')
      await turnComment(c.var, id, comment, c.req.valid('json').open)
      return c.body(null, 204)
    },
  )
  return api
}
