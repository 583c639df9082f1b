import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Block } from '../rules/blocks.ts'
import type { Document } from '../rules/documents.ts'

/** What is frozen, by its content alone: whoever has the text can count it again. */
export function hashOf(document: Pick<Document, 'kind' | 'titleIt' | 'titleEn'>, blocks: readonly Block[]): Buffer {
  const content = {
    kind: document.kind,
    title: { it: document.titleIt, en: document.titleEn },
    blocks: blocks.map(({ id, kind, level, source, data }) => ({ id, kind, level, source, data })),
  }
  return createHash('sha256')
    .update(String(canonicalize(content)))
    .digest()
}
