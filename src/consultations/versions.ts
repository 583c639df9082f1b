import type { Actor } from '../charter/policy.ts'
import { getDocument, isInsider, isPublic, type Version, versionsOf } from '../documents/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Consultation } from './rules/consultation.ts'
import { consultedVersions } from './store/changes.ts'

/** The versions of the text that whoever reads may see: those consulted upon and those once published; all, for who works on it. */
export async function readableVersions(db: Db, actor: Actor, { documentId }: Consultation, today: Day): Promise<Version[]> {
  const versions = await versionsOf(db, documentId)
  if (isInsider(actor, await getDocument(db, documentId))) return versions
  const consulted = new Set(await consultedVersions(db, documentId))
  return versions.filter((version) => consulted.has(version.id) || isPublic(version, today))
}
