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
 * meantime stays after the block it follows. The order is that of whoever saves, except for what others moved to another
 * section: that is written where it stands now.
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
  const inside = new Set(current.slice(from, to).map(({ id }) => id as string))
  const now = new Map(current.filter(({ id }) => base.has(id)).map((block) => [block.id as string, block]))
  const clashes: Clash[] = []

  const kept: DraftBlock[] = []
  const elsewhere = new Map<string, DraftBlock[]>()
  let following = kept
  for (const [at, block] of sent.entries()) {
    const { id } = block
    if (!id) {
      const next = sent.slice(at).find((one) => one.id)?.id
      const into = next && inside.has(next) ? kept : following
      into.push(blockFrom(block, newId<'block'>(), 1))
      continue
    }
    const theirs = now.get(id) ?? null
    const said = saidOf(block, id, base.get(id) as Base, theirs, clashes)
    following = theirs && !inside.has(id) ? [] : kept
    if (following !== kept) elsewhere.set(id, following)
    following.push(...said)
  }
  for (const [id, before] of base) {
    const theirs = now.get(id)
    if (!theirs || given.includes(id)) continue
    if (theirs.revision !== before.revision) clashes.push({ id: theirs.id, mine: null, theirs })
    if (!inside.has(id)) elsewhere.set(id, [])
  }
  const others = (blocks: readonly DraftBlock[]) => blocks.flatMap((block) => elsewhere.get(block.id) ?? [block])
  const stretch = withAdditions(kept, current.slice(from, to), base)
  const after = [...others(current.slice(0, from)), ...stretch, ...others(current.slice(to))]
  mustBeFew(after.length)
  return { after, clashes }
}

/** What a block says once both were heard; nothing when the other removed it and this one had not changed it. */
function saidOf(mine: Sent, id: string, before: Base, theirs: DraftBlock | null, clashes: Clash[]): DraftBlock[] {
  const changed = before.removed || !isSame(before, mine)
  if (theirs) {
    const differ = changed && !isSame(theirs, mine)
    if (differ && theirs.revision !== before.revision) clashes.push({ id: theirs.id, mine, theirs })
    return [differ ? blockFrom(mine, theirs.id, theirs.revision + 1) : theirs]
  }
  if (!changed) return []
  if (!before.removed) clashes.push({ id: id as BlockId, mine, theirs: null })
  return [blockFrom(mine, id as BlockId, before.revision + 1)]
}

/** From the first to the last of the blocks of the section that whoever writes began from: of a long one they have only a part. */
function stretchOf(current: readonly DraftBlock[], range: { from: number; to: number }, base: ReadonlyMap<string, Base>) {
  if (base.size === 0) return range
  const own = current.slice(range.from, range.to)
  const first = own.findIndex(({ id }) => base.has(id))
  if (first < 0) return { from: range.to, to: range.to }
  return { from: range.from + first, to: range.from + own.findLastIndex(({ id }) => base.has(id)) + 1 }
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
