import { createHash } from 'node:crypto'
import { z } from 'zod'
import { allow, type Permit, type PersonId } from '../../charter/policy.ts'
import { writePeopleDown } from '../../identity/index.ts'
import { newId } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { getOrganisation } from '../../organisations/index.ts'
import { type Db, transact } from '../../platform/db.ts'
import { mustBeAllowed } from '../../platform/files/check.ts'
import { documentKinds } from '../../platform/files.ts'
import { dayField, line, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { readMessage } from '../certified-mail.ts'
import { sectionOfTarget } from '../places.ts'
import { hashOf } from '../receipts.ts'
import { type Consultation, placeOfConsultation } from '../rules/consultation.ts'
import { type Contribution, type ContributionId, channelClosed, nothingSaid, type Target, targetKinds } from '../rules/contributions.ts'
import { getConsultation } from '../store/consultations.ts'
import { findByKey, insertAttachments } from '../store/contributions.ts'
import type { NewContribution } from '../store/receive.ts'
import { ArrivedAlready, keepFiles, type Receipt, type Sent, takeDown, ticked } from './contribute.ts'

export const otherChannels = ['certified-mail', 'paper', 'file'] as const

/** What arrived elsewhere than here: who wrote it, how it came, and when it was registered. */
export const EnterForm = z.object({
  channel: z.enum(otherChannels),
  authorName: line(200),
  authorEmail: optional(z.email().max(254)),
  organisationId: optional(z.uuid()),
  mandate: optional(line(500)),
  showsName: ticked,
  protocolNumber: line(100),
  protocolDay: dayField(),
  target: z.enum(targetKinds).default('whole'),
  blockId: optional(z.uuid()),
  text: optional(prose(20_000)),
  lang: z.enum(['it', 'en']).default('it'),
  key: line(100).min(8),
})
export type EnterInput = z.output<typeof EnterForm>

export const receivedInTheFuture = {
  slug: 'received-in-the-future',
  status: 422,
  it: 'Il giorno di arrivo non può essere nel futuro.',
  en: 'The day of arrival cannot be in the future.',
} as const satisfies ProblemKind

/** Keyed in by hand from paper, or taken from a message: into the same ledger, with its protocol number. */
export async function enterContribution(
  desk: Desk,
  consultationId: string,
  input: EnterInput,
  files: readonly Sent[] = [],
): Promise<Receipt> {
  try {
    const contribution = await transact(desk.db, async (tx) => {
      const consultation = await getConsultation(tx, consultationId)
      const permit = allow(desk, 'consultations.enter', placeOfConsultation(consultation))

      const contribution = await writeDown(tx, desk, consultation, permit, input, files)
      return contribution
    })
    return { contribution, again: false }
  } catch (error) {
    const known = error instanceof ArrivedAlready && desk.actor.id && (await findByKey(desk.db, consultationId, desk.actor.id, input.key))
    if (!known) throw error
    return { contribution: known, again: true }
  }
}

export const MessageForm = z.object({
  protocolNumber: line(100),
  protocolDay: dayField(),
  /** A message names whoever sent it, never on whose behalf: whoever registers it reads that. */
  organisationId: optional(z.uuid()),
  lang: z.enum(['it', 'en']).default('it'),
})

/**
 * A message of certified mail. Its own bytes are its key, so that the same one, given twice, is written once; what it
 * carries that cannot be kept stays out, and is told.
 */
export async function enterMessage(
  desk: Desk,
  consultationId: string,
  input: z.output<typeof MessageForm>,
  bytes: Buffer,
): Promise<Receipt & { readonly left: number }> {
  const { files, sentOn: _, ...message } = await readMessage(bytes)
  const fit: Sent[] = []
  for (const file of files) if (await isAllowed(file)) fit.push({ ...file, field: 'message' })
  const key = createHash('sha256').update(bytes).digest('hex')
  const form: EnterInput = {
    ...message,
    ...input,
    channel: 'certified-mail',
    mandate: null,
    showsName: false,
    target: 'whole',
    blockId: null,
    key,
  }
  return { ...(await enterContribution(desk, consultationId, form, fit)), left: files.length - fit.length }
}

async function isAllowed({ name, bytes }: Pick<Sent, 'name' | 'bytes'>): Promise<boolean> {
  try {
    await mustBeAllowed({ name, bytes, allowed: documentKinds })
    return true
  } catch {
    return false
  }
}

/** The part shared with what comes in bulk. */
async function writeDown(
  tx: Db,
  desk: Desk,
  consultation: Consultation,
  permit: Permit,
  input: EnterInput,
  files: readonly Sent[],
): Promise<Contribution> {
  const { channel, organisationId, text, protocolDay } = input
  if (!consultation.channels.includes(channel)) throw new Problem(channelClosed, { field: 'channel' })
  if (protocolDay > desk.today) throw new Problem(receivedInTheFuture, { field: 'protocolDay' })
  if (!text && files.length === 0) throw new Problem(nothingSaid, { field: 'text' })
  const contributorKind = organisationId ? (await getOrganisation(tx, organisationId)).kind : 'person'
  const [authorId] = await writePeopleDown(tx, [authorOf(input)], desk.now)
  const kept = await keepFiles(tx, desk, files)
  const sources = { authorId: authorId as PersonId, contributorKind, files: kept.map(({ sha256 }) => sha256) }
  const contribution = await takeDown(tx, permit, await arrivalOf(tx, desk, consultation, permit, input, sources), consultation)
  await insertAttachments(tx, contribution, kept, 0)
  return contribution
}

/** Name and address go to the vault, and nowhere else. */
export const authorOf = ({ authorName: name, authorEmail: email, lang }: EnterInput) => ({ name, email, lang })

interface Sources {
  readonly authorId: PersonId
  readonly contributorKind: string
  /** sha256 of each. */
  readonly files: readonly string[]
}

/** What arrived, as a line of the ledger. */
export async function arrivalOf(
  tx: Db,
  desk: Desk,
  { id: consultationId, versionId }: Consultation,
  permit: Permit,
  input: EnterInput,
  { authorId, contributorKind, files }: Sources,
): Promise<Omit<NewContribution, 'number'>> {
  const { channel, organisationId, text, lang, protocolNumber, protocolDay, mandate, showsName } = input
  const target: Target = input.target === 'whole' || !input.blockId ? { kind: 'whole' } : { kind: input.target, blockId: input.blockId }
  const sectionId = await sectionOfTarget(tx, versionId, target)
  const hash = hashOf({ consultationId, versionId, target, organisationId, text, answers: {}, files })
  return {
    id: newId<'contribution'>() as ContributionId,
    consultationId,
    versionId,
    target,
    sectionId,
    channel,
    receivedAt: desk.now,
    protocolNumber,
    protocolDay,
    authorId,
    enteredBy: permit.actorId,
    organisationId,
    contributorKind,
    mandate,
    mandateFileId: null,
    showsName,
    lang,
    text,
    answers: {},
    hash,
    idempotencyKey: input.key,
  }
}
