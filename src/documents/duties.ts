import { type Actor, can } from '../charter/policy.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type Document, isInsider, placeOfDocument } from './rules/documents.ts'
import { type Version, versionState } from './rules/versions.ts'
import { countOpenComments } from './store/comments.ts'
import { documentsOfAll } from './store/documents.ts'
import { versionsOfAll } from './store/versions.ts'

/** What a text asks of those who work on it. */
export type DocumentDuty =
  | { readonly kind: 'adopt' | 'publish'; readonly document: Document; readonly version: Version }
  | { readonly kind: 'comments'; readonly document: Document; readonly count: number }

/** In three statements, whatever their number. */
export async function documentDuties(db: Db, actor: Actor, ecosystemIds: readonly string[], today: Day): Promise<DocumentDuty[]> {
  const mine = (await documentsOfAll(db, ecosystemIds)).filter((document) => isInsider(actor, document))
  const ids = mine.map(({ id }) => id as string)
  const versions = await versionsOfAll(db, ids)
  const open = await countOpenComments(db, ids)
  return mine.flatMap((document): DocumentDuty[] => {
    const place = placeOfDocument(document)
    const last = versions.filter(({ documentId }) => documentId === document.id).at(-1)
    const state = last && versionState(last, today)
    const count = open.get(document.id) ?? 0
    return [
      ...(last && state === 'final' && can(actor, 'documents.adopt', place) ? [{ kind: 'adopt' as const, document, version: last }] : []),
      ...(last && state === 'adopted' && can(actor, 'documents.publish', place)
        ? [{ kind: 'publish' as const, document, version: last }]
        : []),
      ...(count > 0 && can(actor, 'documents.resolve-comment', place) ? [{ kind: 'comments' as const, document, count }] : []),
    ]
  })
}
