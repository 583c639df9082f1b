import type { ListedAction } from './listing.ts'
import { type LineageKind, lineageKinds } from './rules.ts'
import type { LineageLink } from './store/lineage.ts'

export interface Comparison {
  /** What people recorded, kind by kind. */
  readonly linked: readonly { readonly kind: LineageKind; readonly links: readonly LineageLink[] }[]
  /** The same code on both sides and no link recorded: perhaps the same action, perhaps another. */
  readonly sameCode: readonly { readonly from: ListedAction; readonly to: ListedAction }[]
  readonly onlyFrom: readonly ListedAction[]
  readonly onlyTo: readonly ListedAction[]
}

/** What became of the actions of an edition in another. A link is what somebody recorded; a shared code alone is none. */
export function compareEditions(from: readonly ListedAction[], to: readonly ListedAction[], links: readonly LineageLink[]): Comparison {
  const left = new Set(links.map((link) => link.from.code))
  const right = new Set(links.map((link) => link.to.code))
  const looseFrom = from.filter(({ code }) => !left.has(code))
  const looseTo = to.filter(({ code }) => !right.has(code))
  const sameCode = looseFrom.flatMap((one) => {
    const other = looseTo.find(({ code }) => code === one.code)
    return other ? [{ from: one, to: other }] : []
  })
  const paired = new Set(sameCode.map(({ from: { code } }) => code))
  return {
    linked: lineageKinds
      .map((kind) => ({ kind, links: links.filter((link) => link.kind === kind) }))
      .filter((group) => group.links.length > 0),
    sameCode,
    onlyFrom: looseFrom.filter(({ code }) => !paired.has(code)),
    onlyTo: looseTo.filter(({ code }) => !paired.has(code)),
  }
}
