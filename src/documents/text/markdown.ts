import type { Token } from 'markdown-it'
import sanitize from 'sanitize-html'
import type { BlockKind } from '../rules/blocks.ts'
import { linkOf, markdown } from './parser.ts'

const allowed: sanitize.IOptions = {
  allowedTags: ['a', 'br', 'code', 'em', 's', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr'],
  allowedAttributes: { a: ['href', 'rel'], th: ['scope'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (_tag, { href = '' }) => {
      const link = linkOf(href)
      if (!link) return { tagName: 'span', attribs: {} }
      return { tagName: 'a', attribs: { href: link.url, ...(link.external ? { rel: 'noopener' } : {}) } }
    },
    th: () => ({ tagName: 'th', attribs: { scope: 'col' } }),
  },
}

/** The HTML of a block, safe to show as it is, and the very text that it shows. */
export function render(kind: BlockKind, source: string): { readonly html: string; readonly text: string } {
  const table = kind === 'table' ? markdown.parse(source, {}) : null
  // What is not a table after all is shown as it was written.
  const tokens = table?.[0]?.type === 'table_open' ? tableOf(table) : markdown.parseInline(source, {})
  const html = sanitize(markdown.renderer.render(tokens, markdown.options, {}), allowed).trim()
  return { html, text: textOf(html).normalize('NFC') }
}

/** The first table alone: what follows it belongs to other blocks. */
function tableOf(tokens: Token[]): Token[] {
  return tokens.slice(0, tokens.findIndex(({ type }) => type === 'table_close') + 1)
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** What a browser would count as the text of this HTML, which is ours: it has no other entities, comments or scripts. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
}

/** The words of a written text, for titles and lists. */
export const plain = (source: string): string => render('paragraph', source).text
