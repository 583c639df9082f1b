import { z } from '@hono/zod-openapi'
import type { Day } from '../../kernel/day.ts'
import { DayJson } from '../../platform/api-routes.ts'
import { type Block, blockKinds } from '../rules/blocks.ts'
import type { Comment } from '../rules/comments.ts'
import { type Document, documentKinds } from '../rules/documents.ts'
import { documentState, inForce, type Version, versionState } from '../rules/versions.ts'

export const VersionJson = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    state: z.enum(['frozen', 'final', 'adopted', 'published']),
    titleIt: z.string(),
    titleEn: z.string().nullable(),
    frozenOn: DayJson,
    hash: z.string().openapi({ description: 'sha256 of its canonical content (RFC 8785): kind, titles and blocks' }),
    blocks: z.number().int(),
    note: z.string().nullable(),
    finalOn: DayJson.nullable(),
    adoptedOn: DayJson.nullable(),
    decisionId: z.uuid().nullable(),
    publishedOn: DayJson.nullable(),
  })
  .openapi('DocumentVersion')

export const DocumentJson = z
  .object({
    id: z.uuid(),
    ecosystemId: z.uuid(),
    kind: z.enum(documentKinds),
    titleIt: z.string(),
    titleEn: z.string().nullable(),
    state: z.enum(['draft', 'frozen', 'final', 'adopted', 'published']),
    begunOn: DayJson,
    bodies: z.array(z.uuid()).readonly(),
    inForce: z.number().int().nullable().openapi({ description: 'The number of the last version published' }),
  })
  .openapi('Document')

export const BlockJson = z
  .object({
    id: z.uuid().openapi({ description: 'Lives through versions' }),
    kind: z.enum(blockKinds),
    level: z.number().int(),
    source: z.string().openapi({ description: 'Markdown' }),
    html: z.string(),
    text: z.string(),
    data: z.record(z.string(), z.unknown()),
    revision: z.number().int().optional().openapi({ description: 'In a draft' }),
  })
  .openapi('Block')

export const CommentJson = z
  .object({
    id: z.uuid(),
    blockId: z.uuid(),
    parentId: z.uuid().nullable(),
    authorId: z.uuid(),
    text: z.string(),
    at: z.iso.datetime(),
    resolvedAt: z.iso.datetime().nullable(),
  })
  .openapi('BlockComment')

export const PartJson = z.object({ value: z.string(), added: z.boolean().optional(), removed: z.boolean().optional() })

export const ChangeJson = z
  .object({
    kind: z.enum(['moved', 'changed', 'added', 'removed']),
    blockId: z.uuid(),
    moved: z.boolean(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    words: z.array(PartJson).readonly(),
  })
  .openapi('BlockChange')

export function versionJson(version: Version, today: Day): z.input<typeof VersionJson> {
  const { id, number, titleIt, titleEn, frozenOn, hash, blocks, note, finalOn, adoptedOn, decisionId, publishedOn } = version
  const state = versionState(version, today)
  return { id, number, state, titleIt, titleEn, frozenOn, hash, blocks, note, finalOn, adoptedOn, decisionId, publishedOn }
}

export function documentJson(document: Document, versions: readonly Version[], today: Day): z.input<typeof DocumentJson> {
  const { id, ecosystemId, kind, titleIt, titleEn, begunOn, bodies } = document
  const state = documentState(versions, today)
  return { id, ecosystemId, kind, titleIt, titleEn, state, begunOn, bodies, inForce: inForce(versions, today)?.number ?? null }
}

export function blockJson({
  id,
  kind,
  level,
  source,
  html,
  text,
  data,
  ...rest
}: Block & { readonly revision?: number }): z.input<typeof BlockJson> {
  return { id, kind, level, source, html, text, data: { ...data }, ...(rest.revision ? { revision: rest.revision } : {}) }
}

export function commentJson({ id, blockId, parentId, authorId, text, at, resolvedAt }: Comment): z.input<typeof CommentJson> {
  return { id, blockId, parentId, authorId, text, at: at.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null }
}
