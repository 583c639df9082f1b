import { z } from 'zod'
import { allow, mustBeAble } from '../../charter/policy.ts'
import { getDocument, getVersion } from '../../documents/index.ts'
import { newId } from '../../kernel/id.ts'
import { type Db, transact } from '../../platform/db.ts'
import { openFile } from '../../platform/files.ts'
import { dayField, line, many, optional, prose } from '../../platform/form.ts'
import type { Desk } from '../../platform/http.ts'
import { record } from '../../platform/record.ts'
import { besideOf } from '../beside.ts'
import { type Consultation, type ConsultationId, channels, participantKinds, placeOfConsultation } from '../rules/consultation.ts'
import { mustBeFresh, mustBeReady, unmet } from '../rules/set-up.ts'
import { minimumDaysOf, mustBeInPreparation, mustBeLongEnough, mustNotOpenInThePast } from '../rules/windows.ts'
import * as store from '../store/consultations.ts'
import { ticked } from './contribute.ts'

export const PrepareForm = z.object({ versionId: z.uuid() })

/** The revision that whoever saves was reading; left out by programs. */
const reading = { revision: optional(z.coerce.number().int()) }

export const AimsForm = z.object({
  ...reading,
  titleIt: line(300),
  titleEn: optional(line(300)),
  aimsIt: optional(prose(10_000)),
  aimsEn: optional(prose(10_000)),
})

export const ParticipationForm = z.object({
  ...reading,
  participants: z.enum(participantKinds),
  channels: many(z.enum(channels)),
  languages: many(z.enum(['it', 'en'])).refine((languages) => languages.includes('it'), { params: { words: 'required' } }),
  supports: ticked,
  comments: ticked,
})

export const ContactsForm = z.object({
  ...reading,
  contactOffice: optional(line(300)),
  contactMail: optional(z.email().max(254)),
  contactCertifiedMail: optional(z.email().max(254)),
  contactAddress: optional(line(500)),
})

export const CalendarForm = z.object({ ...reading, opensOn: dayField(), closesOn: dayField() })

/** A consultation begins from a frozen version; its kind, and so its shortest window, is the document's. */
export async function prepareConsultation(desk: Desk, { versionId }: z.output<typeof PrepareForm>): Promise<Consultation> {
  return transact(desk.db, async (tx) => {
    const version = await getVersion(tx, versionId)
    const document = await getDocument(tx, version.documentId)
    const permit = allow(desk, 'consultations.prepare', placeOfConsultation(document))

    const consultation: Consultation = {
      id: newId<'consultation'>() as ConsultationId,
      ecosystemId: document.ecosystemId,
      cycleId: document.cycleId,
      documentId: document.id,
      versionId: version.id,
      kind: document.kind,
      titleIt: version.titleIt,
      titleEn: version.titleEn,
      aimsIt: null,
      aimsEn: null,
      participants: 'everyone',
      channels: ['platform'],
      languages: ['it'],
      contactOffice: null,
      contactMail: null,
      contactCertifiedMail: null,
      contactAddress: null,
      supports: true,
      comments: true,
      opensOn: null,
      closesOn: null,
      firstOpensOn: null,
      minimumDays: minimumDaysOf[document.kind],
      opensAt: null,
      closesAt: null,
      suspendedOn: null,
      createdAt: desk.now,
      openedAt: null,
      discardedAt: null,
      discardReason: null,
      concludedAt: null,
      revision: 0,
    }

    await store.insertConsultation(tx, consultation)
    await record(tx, permit, consultation.id, { step: 'object', versionId: version.id })
    return consultation
  })
}

/** Another frozen version of the same document, before opening. */
export async function chooseVersion(desk: Desk, id: string, { versionId }: z.output<typeof PrepareForm>): Promise<Consultation> {
  return saveStep(desk, id, 'object', null, async (before, tx) => {
    const version = await getVersion(tx, versionId)
    const document = await getDocument(tx, version.documentId)
    const { ecosystemId, cycleId, kind } = document
    const same = document.id === before.documentId
    const minimumDays = minimumDaysOf[kind]
    const days = same ? {} : { opensOn: null, closesOn: null }
    if (ecosystemId !== before.ecosystemId) mustBeAble(desk.actor, 'consultations.prepare', placeOfConsultation(document))
    return { documentId: document.id, versionId: version.id, ecosystemId, cycleId, kind, minimumDays, ...days }
  })
}

type StepInput<Form> = Omit<Form, 'revision'> & { readonly revision: number | null }

export function describeAims(desk: Desk, id: string, { revision, ...aims }: StepInput<z.output<typeof AimsForm>>): Promise<Consultation> {
  return saveStep(desk, id, 'aims', revision, async () => aims)
}

export function setParticipation(
  desk: Desk,
  id: string,
  { revision, ...participation }: StepInput<z.output<typeof ParticipationForm>>,
): Promise<Consultation> {
  return saveStep(desk, id, 'participation', revision, async () => participation)
}

export function setContacts(
  desk: Desk,
  id: string,
  { revision, ...contacts }: StepInput<z.output<typeof ContactsForm>>,
): Promise<Consultation> {
  return saveStep(desk, id, 'contacts', revision, async () => contacts)
}

export function setCalendar(desk: Desk, id: string, input: StepInput<z.output<typeof CalendarForm>>): Promise<Consultation> {
  const { revision, opensOn, closesOn } = input
  return saveStep(desk, id, 'calendar', revision, async ({ minimumDays }) => {
    mustNotOpenInThePast(opensOn, desk.today)
    mustBeLongEnough(opensOn, closesOn, minimumDays)
    return { opensOn, closesOn }
  })
}

/** Each step is saved by itself, so that nothing is lost between one and the next. */
export async function saveStep(
  desk: Desk,
  id: string,
  step: string,
  reading: number | null,
  change: (before: Consultation, tx: Db) => Promise<Partial<Consultation>>,
): Promise<Consultation> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockConsultation(tx, id)
    const permit = allow(desk, 'consultations.prepare', placeOfConsultation(before))

    mustBeInPreparation(before)
    mustBeFresh(before, reading)
    const after: Consultation = { ...before, ...(await change(before, tx)), revision: before.revision + 1 }

    await store.updateConsultation(tx, after)
    await record(tx, permit, id, { step })
    return after
  })
}

/** One act: from now on everybody sees it, and its window can only grow. */
export async function openConsultation(desk: Desk, id: string): Promise<Consultation> {
  return transact(desk.db, async (tx) => {
    const before = await store.lockConsultation(tx, id)
    const beside = await besideOf(tx, before)
    const permit = allow(desk, 'consultations.open', placeOfConsultation(before))

    mustBeInPreparation(before)
    mustBeReady(unmet(before, beside, desk.today), beside)
    const after: Consultation = { ...before, openedAt: desk.now, firstOpensOn: before.opensOn, revision: before.revision + 1 }

    await store.updateConsultation(tx, after)
    for (const { fileId } of beside.materials) if (fileId) await openFile(tx, fileId, true)
    const { versionId, opensOn, closesOn } = before
    await record(tx, permit, id, { versionId, opensOn, closesOn })
    return after
  })
}
