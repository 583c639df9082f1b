import { cyclesOn } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { DocumentKind } from './rules/documents.ts'
import { type Annulments, type DocumentState, decisionsOn, documentState, standingOn, type Version } from './rules/versions.ts'
import { documentsOfAll } from './store/documents.ts'
import { versionsOfAll } from './store/versions.ts'

/** What a document of the present cycle proves on a day. */
export interface DocumentFact {
  readonly id: string
  readonly kind: DocumentKind
  readonly state: DocumentState
  readonly begunOn: Day
  /** The last version frozen, adopted and published by that day, where there is one. */
  readonly frozen: Version | null
  readonly adopted: Version | null
  readonly published: Version | null
}

/** The documents of each ecosystem's cycle as they stood on a day, in statements that do not grow. */
export async function documentFacts(
  db: Db,
  ecosystemIds: readonly string[],
  day: Day,
  annulments: Annulments,
): Promise<Map<string, DocumentFact[]>> {
  const cycles = await cyclesOn(db, ecosystemIds, day)
  const documents = (await documentsOfAll(db, ecosystemIds)).filter(
    (document) => document.cycleId === cycles.get(document.ecosystemId) && document.begunOn <= day,
  )
  const written = await versionsOfAll(
    db,
    documents.map(({ id }) => id),
  )
  const versions = standingOn(day, written, await annulments(db, decisionsOn(written)))
  return new Map(
    ecosystemIds.map((ecosystemId) => [
      ecosystemId,
      documents
        .filter((document) => document.ecosystemId === ecosystemId)
        .map(({ id, kind, begunOn }) => {
          const own = versions.filter(({ documentId, frozenOn }) => documentId === id && frozenOn <= day)
          return {
            id,
            kind,
            begunOn,
            state: documentState(own, day),
            frozen: own.at(-1) ?? null,
            adopted: own.findLast(({ adoptedOn }) => adoptedOn !== null && adoptedOn <= day) ?? null,
            published: own.findLast(({ publishedOn, annulledOn }) => publishedOn !== null && publishedOn <= day && !annulledOn) ?? null,
          }
        }),
    ]),
  )
}
