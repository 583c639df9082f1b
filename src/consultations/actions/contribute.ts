import { z } from 'zod'
import { allow, type Permit, type PersonId, type Place } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { type Db, inOneStatement, transact } from '../../platform/db.ts'
import { documentKinds, type Incoming, keepFile } from '../../platform/files.ts'
import { line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import type { Act } from '../../platform/record.ts'
import { wasOpenAtClosing } from '../open-forms.ts'
import { sectionOfTarget } from '../places.ts'
import { hashOf } from '../receipts.ts'
import { type Consultation, isOpened } from '../rules/consultation.ts'
import {
  type Contribution,
  type ContributionId,
  closedDoors,
  keyUsed,
  mustBeEntitled,
  mustBeTaking,
  mustBeTheTextRead,
  mustSaySomething,
  type Target,
  targetKinds,
} from '../rules/contributions.ts'
import { type Answers, mustAnswer } from '../rules/questions.ts'
import { getConsultation } from '../store/consultations.ts'
import { findByKey, insertAttachments } from '../store/contributions.ts'
import { deleteDraft } from '../store/drafts.ts'
import { questionsOf } from '../store/questions.ts'
import { type NewContribution, nextNumbers, receive } from '../store/receive.ts'

export const ticked = z.preprocess((value) => value === 'on' || value === 'true' || value === true, z.boolean())

export const ContributeForm = z.object({
  target: z.enum(targetKinds).default('whole'),
  blockId: optional(z.uuid()),
  text: optional(prose(20_000)),
  organisationId: optional(z.uuid()),
  mandate: optional(line(500)),
  showsName: ticked,
  /** The same for every attempt to send the same thing. */
  key: z
    .string()
    .trim()
    .min(8)
    .max(100)
    .regex(/^[\w-]+$/),
  /** When the form was opened, signed. */
  opened: optional(z.string().max(200)),
  draft: optional(z.uuid()),
  /** The version that was read while writing. */
  versionId: optional(z.uuid()),
})
export type ContributeInput = z.output<typeof ContributeForm>

/** A file as a form sent it; `questionId` when it answers one. */
export type Sent = Pick<Incoming, 'bytes' | 'name' | 'declaredType' | 'field'> & { readonly questionId?: string | null }

export interface Besides {
  readonly lang: Lang
  readonly answers?: Answers
  readonly files?: readonly Sent[]
  readonly mandateFile?: Sent | null
  /** Signs the mark of when the form was opened. */
  readonly secret?: string
  /** What must be kept together with it, in the same transaction. */
  readonly also?: ((tx: Db, contribution: Contribution) => Promise<void>) | undefined
}

export interface Receipt {
  readonly contribution: Contribution
  /** It had arrived before: nothing was added. */
  readonly again: boolean
}

export const mostFiles = 10

export class ArrivedAlready extends Error {}

/** Takes a contribution into the ledger. Sent again with the same key, it answers with the same receipt. */
export async function contribute(desk: Desk, consultationId: string, input: ContributeInput, besides: Besides): Promise<Receipt> {
  try {
    return { contribution: await takeIn(desk, consultationId, input, besides), again: false }
  } catch (error) {
    const known = desk.actor.id && (await findByKey(desk.db, consultationId, desk.actor.id, input.key))
    if (!known) throw error
    if (error instanceof ArrivedAlready || (error instanceof Problem && error.kind.status === 409)) return sameAs(known, input)
    throw error
  }
}

function sameAs(known: Contribution, { text }: ContributeInput): Receipt {
  if (known.revision === 0 && known.text !== text) throw new Problem(keyUsed)
  return { contribution: known, again: true }
}

function takeIn(desk: Desk, consultationId: string, input: ContributeInput, besides: Besides): Promise<Contribution> {
  return inTransactionOf(input, besides)(desk.db, async (tx) => {
    const consultation = await getConsultation(tx, consultationId)
    const questions = input.target === 'whole' ? await questionsOf(tx, consultationId) : []
    const permit = allow(desk, 'consultations.contribute', ownPlace(desk))

    const grace = mayBeLate(desk, consultation, input, besides)
    mustBeTaking(consultation, desk.now, grace)
    mustBeTheTextRead(consultation, input.versionId)
    const { organisationId, mandate, text } = input
    const { files = [], mandateFile = null, lang } = besides
    mustBeEntitled(desk.actor, consultation, { organisationId, mandated: mandate !== null || mandateFile !== null })
    const target = targetOf(input)
    const sectionId = await sectionOfTarget(tx, consultation.versionId, target)
    const attached = new Set(files.flatMap(({ questionId }) => questionId ?? []))
    const answers = mustAnswer(lang, questions, besides.answers ?? {}, attached)
    mustSaySomething(target, text, answers, files.length)

    const kept = await keepFiles(tx, desk, files)
    const [mandateKept] = mandateFile ? await keepFiles(tx, desk, [mandateFile]) : []
    const { versionId } = consultation
    const content = { consultationId, versionId, target, organisationId, text, answers, files: kept.map(({ sha256 }) => sha256) }
    const contributorKind = organisationId ? (await getOrganisation(tx, organisationId)).kind : 'person'
    const row: Omit<NewContribution, 'number'> = {
      id: newId<'contribution'>() as ContributionId,
      consultationId,
      versionId,
      target,
      sectionId,
      channel: 'platform',
      receivedAt: desk.now,
      protocolNumber: null,
      protocolDay: null,
      authorId: permit.actorId,
      enteredBy: permit.actorId,
      organisationId,
      contributorKind,
      mandate,
      mandateFileId: mandateKept?.fileId ?? null,
      showsName: input.showsName,
      lang,
      text,
      answers,
      hash: hashOf(content),
      idempotencyKey: input.key,
    }

    const contribution = await takeDown(tx, permit, row, consultation, { grace })
    await insertAttachments(tx, contribution, kept, 0)
    await besides.also?.(tx, contribution)
    if (input.draft) await deleteDraft(tx, consultationId, input.draft, permit.actorId)
    return contribution
  })
}

/** Most contributions are one statement, which needs no transaction around it. */
function inTransactionOf({ draft }: ContributeInput, { files = [], mandateFile, also }: Besides) {
  return files.length > 0 || mandateFile || also || draft ? transact : inOneStatement
}

/** Writes one line of the ledger and records it, or says why there is none. */
export async function takeDown(
  tx: Db,
  permit: Permit,
  arrival: Omit<NewContribution, 'number'>,
  consultation: Consultation,
  options: { grace?: boolean } = {},
): Promise<Contribution> {
  const [number = 0] = await nextNumbers(tx, 1)
  const row = { ...arrival, number }
  const [reception] = await receive(tx, [row], [receiptOf(permit, row)], options)
  if (reception === 'added') return asReceived(row)
  if (reception === 'known') throw new ArrivedAlready()
  throw closedDoors(consultation, row.protocolDay ?? dayOf(row.receivedAt))
}

/** What is recorded of a line of the ledger. */
export function receiptOf(permit: Permit, { id, consultationId, number, channel }: NewContribution): Act {
  return { permit, subjectId: id, facts: { consultationId, number, ...(channel === 'platform' ? {} : { channel }) } }
}

function asReceived({ idempotencyKey: _, ...row }: NewContribution): Contribution {
  const standing = { withdrawnAt: null, takenOutIn: null, hiddenAt: null, hiddenRule: null, appealedAt: null }
  return { ...row, ...standing, revision: 0, changedAt: null, supports: 0 }
}

/** What a person does in their own name. */
export function ownPlace({ actor }: Desk): Place {
  return { kind: 'person', id: actor.id ?? '' }
}

function targetOf({ target, blockId }: ContributeInput): Target {
  return target === 'whole' || !blockId ? { kind: 'whole' } : { kind: target, blockId }
}

function mayBeLate({ actor }: Desk, consultation: Consultation, { opened }: ContributeInput, { secret }: Besides): boolean {
  return isOpened(consultation) && secret !== undefined && wasOpenAtClosing(secret, consultation, actor.id as PersonId, opened)
}

export async function keepFiles(tx: Db, desk: Desk, files: readonly Sent[]) {
  const kept: { fileId: string; questionId: string | null; sha256: string }[] = []
  for (const { questionId = null, ...file } of files.slice(0, mostFiles)) {
    const { id, sha256 } = await keepFile(tx, { ...file, room: 'consultations', allowed: documentKinds, now: desk.now })
    kept.push({ fileId: id, questionId, sha256 })
  }
  return kept
}
