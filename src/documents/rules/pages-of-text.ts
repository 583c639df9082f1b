/** A text too long for one page is read in parts, each beginning at a heading where there is one. */
export interface TextPart {
  readonly number: number
  readonly from: number
  readonly to: number
}

const usual = 150
const longest = 400

/** Where the parts of a text begin, from its headings' places alone. */
export function partsOfText(headings: readonly { readonly position: number; readonly level: number }[], total: number): TextPart[] {
  const starts = [0]
  const cut = (at: number) => starts.push(at)
  for (const { position, level } of headings) {
    while (position - (starts.at(-1) as number) > longest) cut((starts.at(-1) as number) + longest)
    if (position - (starts.at(-1) as number) >= (level <= 2 ? usual : 2 * usual)) cut(position)
  }
  while (total - (starts.at(-1) as number) > longest) cut((starts.at(-1) as number) + longest)
  return starts.map((from, at) => ({ number: at + 1, from, to: starts[at + 1] ?? Math.max(total, from) }))
}

export const partWith = (parts: readonly TextPart[], position: number): TextPart =>
  parts.find(({ from, to }) => position >= from && position < to) ?? (parts[0] as TextPart)
