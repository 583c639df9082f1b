import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { inLang } from '../charter/paths.ts'
import type { Lang } from '../kernel/lang.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { useReader, useWords } from './reader.tsx'

export interface ContentsItem {
  readonly label: string
  readonly to: string
  /** From 0. */
  readonly depth?: number
  /** A number beside it, and what it counts: '54', 'osservazioni'. */
  readonly count?: { readonly number: number; readonly of: string } | undefined
  readonly current?: boolean
}

/** A long text: its contents on the left, closed above it on a phone; the text in a column that the eye can follow. */
export function Reading({ contents, children }: { readonly contents: readonly ContentsItem[]; readonly children?: Child }) {
  const t = useWords(messages)
  if (contents.length === 0) return <div class="container reader reader--alone">{children}</div>
  return (
    <div class="container reader">
      <nav class="contents" aria-label={t('contents')}>
        <details>
          <summary>{t('contents')}</summary>
          <ul class="plain">
            {contents.map(({ label, to, depth = 0, count, current }) => (
              <li>
                <Link
                  to={to}
                  {...(depth > 0 ? { class: `deep-${Math.min(depth, 3)}` } : {})}
                  {...(current ? { 'aria-current': 'true' } : {})}
                >
                  {label}
                  {count && (
                    <span class="n">
                      {count.number}
                      <span class="visually-hidden"> {count.of}</span>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      <div>{children}</div>
    </div>
  )
}

export interface ShownBlock {
  readonly id: string
  readonly kind: string
  readonly level: number
  /** Made and cleaned when it was written. */
  readonly html: string
  readonly text: string
  readonly data: {
    readonly ordered?: boolean | undefined
    readonly fileId?: string | undefined
    readonly alt?: string | undefined
    readonly label?: string | undefined
  }
}

/** Where a block stands in a page. */
export const blockAnchor = (id: string) => `b-${id}`

export interface ReadingBlockProps {
  readonly block: ShownBlock
  /** Its number in the margin; headings have none. */
  readonly number: number | null
  /** For a numbered list item: its number in the list. */
  readonly item?: number | undefined
  /** The address that leads to it from anywhere; its anchor when left out. */
  readonly address?: string
  /** What it is, before its words: 'Dentro · Servizi'. */
  readonly label?: Child
  /** Its HTML with something marked in it: cleaned already. */
  readonly html?: string
  readonly chosen?: boolean
  /** The language it is written in. */
  readonly lang?: Lang
  /** What goes with it: references, notes, buttons. */
  readonly children?: Child
}

/** One block of a text, with its number and its permanent address in the margin. */
export function ReadingBlock({
  block,
  number,
  item,
  address,
  label,
  html = block.html,
  chosen = false,
  lang = 'it',
  children,
}: ReadingBlockProps) {
  const t = useWords(messages)
  const reader = useReader()
  const id = blockAnchor(block.id)
  const words = raw(linksIn(reader.lang, html))
  if (block.kind === 'heading') {
    const Heading = `h${Math.min(block.level + 1, 5)}` as 'h2'
    return (
      <>
        <Heading id={id} {...(lang === reader.lang ? {} : { lang })}>
          {words}
        </Heading>
        {children}
      </>
    )
  }
  return (
    <div class={chosen ? 'block block--chosen' : 'block'} id={id}>
      <div class="text" {...(lang === reader.lang ? {} : { lang })}>
        {number !== null && (
          <Link class="code" to={address ?? `#${id}`} aria-label={t('paragraphAddress', { number })}>
            ¶ {number}
          </Link>
        )}
        {label && <p class="tag">{label}</p>}
        <Words block={block} words={words} item={item} />
      </div>
      {children}
    </div>
  )
}

function Words({ block, words, item }: { readonly block: ShownBlock; readonly words: Child; readonly item: number | undefined }) {
  const { kind, level, data } = block
  if (kind === 'table') return <div class="scroll">{words}</div>
  if (kind === 'list-item') {
    const look = `item item--${Math.min(level, 4)}`
    return data.ordered ? (
      <ol class={look} start={item ?? 1}>
        <li>{words}</li>
      </ol>
    ) : (
      <ul class={look}>
        <li>{words}</li>
      </ul>
    )
  }
  if (kind === 'figure') {
    return (
      <figure>
        <img src={`/file/${encodeURIComponent(data.fileId ?? '')}`} alt={data.alt ?? ''} />
        {block.text && <figcaption>{words}</figcaption>}
      </figure>
    )
  }
  if (kind === 'footnote')
    return (
      <p class="footnote">
        {data.label && <sup>{data.label}</sup>} {words}
      </p>
    )
  return <p>{words}</p>
}

/** Links to pages of the site lead to them in the reader's language. The HTML is ours: attributes are quoted one way. */
function linksIn(lang: Lang, html: string): string {
  if (lang === 'it') return html
  return html.replace(/ href="(\/[^"]*)"/g, (_, path: string) => ` href="${inLang(lang, path)}"`)
}

/** The numbers of blocks, headings left out, and those of items within their lists, from where the page begins. */
export function numbersOf(blocks: readonly ShownBlock[], first = 1): { number: number | null; item: number }[] {
  let number = first
  const counts: number[] = []
  return blocks.map(({ kind, level, data }) => {
    if (kind !== 'list-item') counts.length = 0
    else {
      counts.length = level + 1
      counts[level] = data.ordered ? (counts[level] ?? 0) + 1 : 0
    }
    return { number: kind === 'heading' ? null : number++, item: counts[level] ?? 1 }
  })
}
