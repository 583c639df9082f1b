import type { Lang } from '../kernel/lang.ts'
import { formatList, say } from '../kernel/words.ts'
import { documentWords } from './messages/documents.ts'
import type { Block } from './rules/blocks.ts'
import type { DocumentKind } from './rules/documents.ts'
import { missingParts } from './rules/parts.ts'

/** The parts that a text must hold and does not, in a sentence's words; null when it holds them all. */
export function missingPartsInWords(lang: Lang, kind: DocumentKind, blocks: readonly Block[]): string | null {
  const missing = missingParts(kind, blocks).map((part) => say(lang, documentWords, `part.${part}`).toLowerCase())
  return missing.length > 0 ? formatList(lang, missing) : null
}
