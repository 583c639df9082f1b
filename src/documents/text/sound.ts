import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { isKeepable, isVisible } from '../../kernel/text.ts'
import {
  abouts,
  type BlockData,
  type BlockKind,
  blockEmpty,
  blockMisshapen,
  blockTooLong,
  blockUnkeepable,
  longest,
  type ParsedBlock,
  places,
} from '../rules/blocks.ts'

const Ref = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .max(40),
  id: z.uuid(),
})
const refs = z.array(Ref).max(50).optional()
const short = (maximum: number) => z.string().trim().min(1).max(maximum).refine(isKeepable)

const schemas = {
  heading: z.strictObject({ refs }),
  paragraph: z.strictObject({ refs }),
  'list-item': z.strictObject({ ordered: z.boolean().optional(), refs }),
  table: z.strictObject({ refs }),
  figure: z.strictObject({ fileId: z.uuid(), alt: short(500), refs }),
  footnote: z.strictObject({ label: short(20).optional(), refs }),
  'perimeter-item': z.strictObject({
    place: z.enum(places).default('inside'),
    about: z.enum(abouts).default('subjects'),
    ecosystemId: z.uuid().optional(),
    refs,
  }),
  objective: z.strictObject({ refs }),
  intervention: z.strictObject({ refs }),
} as const satisfies Record<BlockKind, z.ZodType<BlockData>>

const levels: Partial<Record<BlockKind, readonly [number, number]>> = { heading: [1, 4], 'list-item': [1, 6] }

/** What was written, checked and made regular: NFC, one kind of line end, a level the kind can have. */
export function soundBlock({ kind, level, source, data = {} }: ParsedBlock, field = ''): Required<ParsedBlock> {
  if (!isKeepable(source)) throw new Problem(blockUnkeepable, { field })
  const lines = source.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim()
  const written = (kind === 'heading' ? lines.replace(/\s*\n\s*/g, ' ') : lines).normalize('NFC')
  if (!isVisible(written) && kind !== 'figure') throw new Problem(blockEmpty, { field })
  if (written.length > longest) throw new Problem(blockTooLong, { field, maximum: longest })
  const checked = schemas[kind].safeParse(data)
  if (!checked.success) throw new Problem(blockMisshapen, { field, detail: misshapen(checked.error) })
  const [low, high] = levels[kind] ?? [0, 0]
  return { kind, level: Math.min(high, Math.max(low, Math.trunc(level) || 0)), source: written, data: tidy(checked.data) }
}

const misshapen = (error: z.ZodError) => error.issues.map(({ path }) => path.join('.')).join(', ')

/** Without what is absent, so that the same data are always the same JSON. */
function tidy(data: BlockData): BlockData {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)),
  )
}
