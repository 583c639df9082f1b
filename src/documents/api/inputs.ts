import { z } from '@hono/zod-openapi'
import { blockKinds } from '../rules/blocks.ts'
import { documentKinds } from '../rules/documents.ts'

/** What programs send: the same as the forms, which check it. */
export const Description = z
  .object({
    titleIt: z.string(),
    titleEn: z.string().nullable().optional(),
    bodies: z.array(z.uuid()).optional().openapi({ description: 'The bodies of the ecosystem whose members work on it' }),
  })
  .openapi('DocumentDescription')

export const Beginning = Description.extend({ kind: z.enum(documentKinds) }).openapi('DocumentBeginning')

const Block = z.object({
  kind: z.enum(blockKinds),
  level: z.number().int().optional(),
  source: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
})

export const Text = z.object({ blocks: z.array(Block) }).openapi('DraftText')

export const SectionText = z
  .object({
    base: z
      .array(z.object({ id: z.uuid(), revision: z.number().int() }))
      .openapi({ description: 'The blocks that whoever writes began from' }),
    blocks: z.array(Block.extend({ id: z.uuid().nullable().optional() })),
  })
  .openapi('SectionText')

export const Restoring = z.object({ revision: z.number().int().min(1) }).openapi('BlockRestoring')
export const NewSection = z
  .object({
    title: z.string(),
    level: z.number().int().optional(),
    after: z.uuid().nullable().optional().openapi({ description: 'The heading of the section it follows; left out: at the end' }),
  })
  .openapi('NewSection')

export const Moving = z
  .object({
    after: z.uuid().nullable().openapi({ description: 'The block it goes after; null: before all others' }),
    what: z.enum(['blocks', 'section']).optional().openapi({ description: '`section`: a heading with all that it holds' }),
    count: z.number().int().min(1).optional().openapi({ description: 'How many blocks, counting from this one' }),
  })
  .openapi('BlockMove')
export const Commenting = z.object({ text: z.string(), parentId: z.uuid().nullable().optional() }).openapi('Commenting')
export const Turning = z.object({ open: z.boolean() }).openapi('CommentTurn')
export const Freezing = z.object({ note: z.string().nullable().optional(), hash: z.string().optional() }).openapi('Freezing')
export const Adopting = z.object({ decisionId: z.uuid() }).openapi('Adopting')
