import { z } from 'zod'
import { allow } from '../../charter/policy.ts'
import { newId } from '../../kernel/id.ts'
import { Problem } from '../../kernel/problem.ts'
import { type Db, transact } from '../../platform/db.ts'
import { optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import {
  type AdoptingDecision,
  draftMoved,
  mustBeAdoptable,
  mustBePublishable,
  mustNotBeFinal,
  nothingChanged,
  nothingToFreeze,
  type Version,
} from '../rules/versions.ts'
import { draftOf } from '../store/draft.ts'
import * as store from '../store/versions.ts'
import { hashOf } from '../text/hash.ts'
import { gatherDocument, gatherVersion } from './gather.ts'

export const FreezeForm = z.object({
  note: optional(prose(2000)),
  /** The hash of the draft that whoever freezes has read: it may have changed since. */
  hash: optional(z.string().regex(/^[0-9a-f]{64}$/)),
})

export const AdoptForm = z.object({ decisionId: z.uuid() })

/** Finds a decision of a body: told by the room that keeps them. */
export type FindDecision = (db: Desk['db'], id: string) => Promise<AdoptingDecision | null>

/** The draft as it stands becomes a version, for good. */
export async function freezeDraft(
  desk: Desk,
  documentId: string,
  input: { readonly note?: string | null | undefined; readonly hash?: string | null | undefined } = {},
): Promise<Version> {
  return transact(desk.db, async (tx) => {
    const { document, place } = await gatherDocument(tx, documentId)
    const blocks = await draftOf(tx, documentId)
    const former = (await store.versionsOf(tx, documentId)).at(-1)
    const permit = allow(desk, 'documents.freeze', place)

    const { note = null, hash: read = null } = input
    if (blocks.length === 0) throw new Problem(nothingToFreeze)
    const hash = hashOf(document, blocks).toString('hex')
    if (read && read !== hash) throw new Problem(draftMoved)
    if (former?.hash === hash) throw new Problem(nothingChanged, { number: former.number })
    const version: Version = {
      id: newId<'document-version'>(),
      documentId: document.id,
      ecosystemId: document.ecosystemId,
      number: (former?.number ?? 0) + 1,
      titleIt: document.titleIt,
      titleEn: document.titleEn,
      frozenAt: desk.now,
      frozenOn: desk.today,
      frozenBy: permit.actorId,
      hash,
      blocks: blocks.length,
      note,
      finalOn: null,
      adoptedOn: null,
      decisionId: null,
      publishedOn: null,
    }

    await store.freeze(tx, version)
    const { id: versionId, number } = version
    await record(tx, permit, versionId, { documentId, versionId, about: document.kind, number, hash, blocks: blocks.length })
    return version
  })
}

/** After its consultation, or without one where none is due: this is the text to adopt. */
export async function declareFinal(desk: Desk, versionId: string): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, version, place } = await gatherVersion(tx, versionId)
    const permit = allow(desk, 'documents.declare-final', place)

    mustNotBeFinal(version)

    await store.declareFinal(tx, versionId, desk.today)
    await record(tx, permit, versionId, { documentId: document.id, versionId, about: document.kind, number: version.number })
  })
}

/** By a decision of this ecosystem's working group. */
export async function adoptVersion(desk: Desk, versionId: string, decisionId: string, findDecision: FindDecision): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, version, place } = await gatherVersion(tx, versionId)
    const others = await store.versionsOf(tx, document.id)
    const found = await findDecision(tx, decisionId)
    const standing = await asItStands(tx, version, findDecision)
    const permit = allow(desk, 'documents.adopt', place)

    const decision = mustBeAdoptable(standing, found, others)

    await store.adopt(tx, versionId, decision.takenOn, decision.id)
    const { number } = version
    await record(tx, permit, versionId, {
      documentId: document.id,
      versionId,
      about: document.kind,
      number,
      decisionId,
      on: decision.takenOn,
    })
  })
}

/** Adopted by a decision that was annulled is not adopted. */
async function asItStands(tx: Db, version: Version, findDecision: FindDecision): Promise<Version> {
  const former = version.decisionId ? await findDecision(tx, version.decisionId) : null
  return former && !former.holds ? { ...version, adoptedOn: null } : version
}

/** From today everybody reads it, at an address that stays. */
export async function publishVersion(desk: Desk, versionId: string, findDecision: FindDecision): Promise<void> {
  return transact(desk.db, async (tx) => {
    const { document, version, place } = await gatherVersion(tx, versionId)
    const standing = await asItStands(tx, version, findDecision)
    const permit = allow(desk, 'documents.publish', place)

    mustBePublishable(standing)

    await store.publish(tx, versionId, desk.today)
    await record(tx, permit, versionId, { documentId: document.id, versionId, about: document.kind, number: version.number })
  })
}
