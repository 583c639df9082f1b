import { keepable } from '../../kernel/text.ts'

/** Text and attributes for XML and HTML: nothing in them can be taken for markup, or breaks a parser. */
export function esc(text: string): string {
  return keepable(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
