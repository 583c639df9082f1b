import { type Id, newId } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { BlockId, DraftBlock, ParsedBlock } from '../rules/blocks.ts'
import { mustBeFew } from '../rules/blocks.ts'
import { ownRange } from '../rules/sections.ts'
import { isSame } from './diff.ts'
import { render } from './markdown.ts'

/** A block as somebody sends it back: with its id, or without for a new one. Already sound. */
export type Sent = Required<ParsedBlock> & { readonly id: string | null }

/** What a block said when whoever writes began; `removed` when they began from its removal. */
export interface Base {
  readonly revision: number
  readonly kind: DraftBlock['kind']
  readonly level: number
  readonly source: string
  readonly data: DraftBlock['data']
  readonly removed: boolean
}

/** Both changed the same block: null where one of them removed it. */
export interface Clash {
  readonly id: BlockId
  readonly mine: Sent | null
  readonly theirs: DraftBlock | null
}

export const draftChanged = {
  slug: 'draft-changed',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha cambiato {count, plural, one {lo stesso blocco} other {gli stessi # blocchi}}. Nessuno dei due testi è perso: qui sotto trovi le differenze e scegli.',
  en: 'While you were writing somebody else changed {count, plural, one {the same block} other {the same # blocks}}. Neither text is lost: the differences are below, and you choose.',
} as const satisfies ProblemKind

export const sectionGone = {
  slug: 'section-gone',
  status: 409,
  it: 'Questa sezione non c’è più: qualcuno ne ha tolto il titolo. Copia ciò che hai scritto e mettilo nella sezione che la contiene.',
  en: 'This section is gone: somebody removed its heading. Copy what you wrote and put it in the section that holds it.',
} as const satisfies ProblemKind

export const strangeBlock = {
  slug: 'block-not-of-this-section',
  status: 422,
  it: 'Un blocco mandato non è di questa sezione, o c’è due volte: ricarica la pagina e riprova.',
  en: 'A block that was sent is not of this section, or is there twice: reload the page and try again.',
} as const satisfies ProblemKind

export interface Merged {
  readonly after: readonly DraftBlock[]
  readonly clashes: readonly Clash[]
}

/**
 * What the draft becomes when a section comes back from whoever wrote it, while others may have written too. Each block
 * is judged by its own revision: what only one of them changed is taken from that one. What others added in the
 * meantime stays after the block it follows. The order is that of whoever saves.
 */
export function mergeSection(
  current: readonly DraftBlock[],
  section: string,
  base: ReadonlyMap<string, Base>,
  sent: readonly Sent[],
): Merged {
  const range = ownRange(current, section)
  if (!range) throw new Problem(sectionGone)
  const given = sent.flatMap(({ id }) => id ?? [])
  if (new Set(given).size < given.length || given.some((id) => !base.has(id))) throw new Problem(strangeBlock)

  const { from, to } = stretchOf(current, range, base)
  const span = current.slice(from, to)
  const outside = new Set([...current.slice(0, from), ...current.slice(to)].map(({ id }) => id as string))
  const now = new Map(span.map((block) => [block.id as string, block]))
  const mine = new Map(sent.flatMap((block) => (block.id ? [[block.id, block]] : [])))
  const clashes: Clash[] = []

  const kept: DraftBlock[] = []
  for (const block of sent) {
    // Somebody moved it to another section meanwhile: it is there, and is not doubled here.
    if (block.id && outside.has(block.id)) continue
    const before = block.id ? (base.get(block.id) as Base) : null
    const theirs = block.id ? (now.get(block.id) ?? null) : null
    if (!block.id || !before) {
      kept.push(blockFrom(block, newId<'block'>(), 1))
      continue
    }
    const changed = before.removed || !isSame(before, block)
    if (theirs) {
      const moved = theirs.revision !== before.revision
      if (changed && moved && !isSame(theirs, block)) clashes.push({ id: theirs.id, mine: block, theirs })
      kept.push(changed && !isSame(theirs, block) ? blockFrom(block, theirs.id, theirs.revision + 1) : theirs)
    } else if (changed) {
      if (!before.removed) clashes.push({ id: block.id as BlockId, mine: block, theirs: null })
      kept.push(blockFrom(block, block.id as BlockId, before.revision + 1))
    }
  }
  for (const [id, before] of base) {
    const theirs = now.get(id)
    if (!mine.has(id) && theirs && theirs.revision !== before.revision) clashes.push({ id: theirs.id, mine: null, theirs })
  }
  const after = [...current.slice(0, from), ...withAdditions(kept, span, base), ...current.slice(to)]
  mustBeFew(after.length)
  return { after, clashes }
}

/** From the first to the last of the blocks that whoever writes began from: of a long section they have only a part. */
function stretchOf(current: readonly DraftBlock[], range: { from: number; to: number }, base: ReadonlyMap<string, Base>) {
  if (base.size === 0) return range
  const from = current.findIndex(({ id }, at) => at >= range.from && base.has(id))
  return from < 0 ? { from: range.to, to: range.to } : { from, to: current.findLastIndex(({ id }) => base.has(id)) + 1 }
}

/** What others added to the section stands after the block that it follows there. */
function withAdditions(kept: readonly DraftBlock[], span: readonly DraftBlock[], base: ReadonlyMap<string, Base>): DraftBlock[] {
  const result = [...kept]
  span.forEach((block, at) => {
    if (base.has(block.id)) return
    const before = span.slice(0, at).findLast(({ id }) => result.some((one) => one.id === id))
    result.splice(before ? result.findIndex(({ id }) => id === before.id) + 1 : 0, 0, block)
  })
  return result
}

export function blockFrom({ kind, level, source, data }: Required<ParsedBlock>, id: Id<'block'>, revision: number): DraftBlock {
  return { id, kind, level, source, data, revision, ...render(kind, source) }
}
