import MarkdownIt from 'markdown-it'
import { type Href, hrefOf } from '../../ui/href.ts'

// Written text holds no markup of its own (`html: false`); an image is a block, with words for who cannot see it.
// A browser's editor reads with this very parser, so that it shows what the server will.
export const markdown = new MarkdownIt({ html: false, linkify: true, maxNesting: 20 }).disable(['image', 'code', 'fence', 'html_block'])
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
markdown.validateLink = (to) => linkOf(to) !== null

/** To the web, to a mailbox, to a page of the site or to a place of the page: an address that hangs on where it is read is none. */
export function linkOf(to: string): Href | null {
  return /^(?:https?:|mailto:|\/|#)/i.test(to) ? hrefOf('it', to) : null
}
