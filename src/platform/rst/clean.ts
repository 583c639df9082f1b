import { keepable } from '../../kernel/text.ts'

/**
 * Makes a source's text safe to keep: no byte order mark, no NUL (PostgreSQL refuses it), no half characters,
 * one kind of line end, no soft hyphens, canonical accents. Quotes and apostrophes stay as written.
 */
export function cleanSource(raw: string): string {
  return keepable(raw.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029/g, '\n'))
    .replace(/\t/g, '        ')
    .replace(/[\u00AD\u200B]/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .normalize('NFC')
}

/** One line of prose. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
