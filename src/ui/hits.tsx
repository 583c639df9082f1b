import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'

export interface Hit {
  /** What kind of thing it is: 'Azione', 'Ecosistema'. */
  readonly kind: Child
  readonly title: Child
  readonly to: string
  readonly excerpt?: Child
  readonly facts?: Child
}

/** What a search found. */
export function Hits({ items, start = 1 }: { readonly items: readonly Hit[]; readonly start?: number }) {
  return (
    <ol class="hits plain" {...(start > 1 ? { start } : {})}>
      {items.map(({ kind, title, to, excerpt, facts }) => (
        <li>
          <p class="kind">{kind}</p>
          <h2>
            <Link to={to}>{title}</Link>
          </h2>
          {excerpt && <p class="excerpt">{excerpt}</p>}
          {facts && <p class="quiet small">{facts}</p>}
        </li>
      ))}
    </ol>
  )
}

/**
 * Text in which the words sought stand between two marks. The marks are characters that no text holds, so that what
 * the database cut out is still plain text, escaped here like any other.
 */
export function Highlight({
  text,
  open = '\uE000',
  close = '\uE001',
}: {
  readonly text: string
  readonly open?: string
  readonly close?: string
}) {
  return (
    <>
      {text.split(open).map((piece, index) => {
        const end = index === 0 ? -1 : piece.indexOf(close)
        if (end < 0) return piece
        return (
          <>
            <mark>{piece.slice(0, end)}</mark>
            {piece.slice(end + close.length)}
          </>
        )
      })}
    </>
  )
}
