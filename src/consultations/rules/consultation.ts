import type { Place } from '../../charter/policy.ts'
import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'

export type ConsultationId = Id<'consultation'>

export const consultationKinds = ['strategy', 'perimeter', 'vision', 'other'] as const
export type ConsultationKind = (typeof consultationKinds)[number]

export const participantKinds = ['everyone', 'organisations'] as const
export const channels = ['platform', 'certified-mail', 'paper', 'file'] as const
export type Channel = (typeof channels)[number]

export interface Consultation {
  readonly id: ConsultationId
  readonly ecosystemId: string
  readonly cycleId: string
  readonly documentId: string
  /** What is consulted upon: a frozen version. */
  readonly versionId: string
  readonly kind: ConsultationKind
  readonly titleIt: string
  readonly titleEn: string | null
  readonly aimsIt: string | null
  readonly aimsEn: string | null
  readonly participants: (typeof participantKinds)[number]
  readonly channels: readonly Channel[]
  readonly languages: readonly Lang[]
  readonly contactOffice: string | null
  readonly contactMail: string | null
  readonly contactCertifiedMail: string | null
  readonly contactAddress: string | null
  readonly supports: boolean
  readonly comments: boolean
  readonly opensOn: Day | null
  readonly closesOn: Day | null
  readonly minimumDays: number
  /** The first instant of the opening day, and the first after the closing day, in Rome. */
  readonly opensAt: Date | null
  readonly closesAt: Date | null
  /** When its window first began, however many times it began again; null until it is opened. */
  readonly firstOpensOn: Day | null
  readonly suspendedOn: Day | null
  readonly createdAt: Date
  readonly openedAt: Date | null
  /** When its preparation was given up, and why; what was opened cannot be. */
  readonly discardedAt: Date | null
  readonly discardReason: string | null
  /** When its outcomes were published. */
  readonly concludedAt: Date | null
  readonly revision: number
}

/** One that was opened has its days. */
export interface OpenedConsultation extends Consultation {
  readonly opensOn: Day
  readonly closesOn: Day
  readonly firstOpensOn: Day
  readonly opensAt: Date
  readonly closesAt: Date
  readonly openedAt: Date
}

export const consultationStates = ['draft', 'discarded', 'coming', 'open', 'suspended', 'closed'] as const
export type ConsultationState = (typeof consultationStates)[number]

type Dated = Pick<Consultation, 'openedAt' | 'opensOn' | 'closesOn' | 'suspendedOn' | 'discardedAt'>

/** Derived from days: nobody opens or closes the doors by hand. */
export function stateOn(today: Day, { openedAt, opensOn, closesOn, suspendedOn, discardedAt }: Dated): ConsultationState {
  if (discardedAt) return 'discarded'
  if (!openedAt || !opensOn || !closesOn) return 'draft'
  if (suspendedOn) return 'suspended'
  if (today < opensOn) return 'coming'
  return today <= closesOn ? 'open' : 'closed'
}

export const markOf: Record<ConsultationState, State> = {
  draft: 'todo',
  discarded: 'blocked',
  coming: 'todo',
  open: 'doing',
  suspended: 'blocked',
  closed: 'done',
}

/** Being prepared: neither opened nor given up. */
export function isDraft({ openedAt, discardedAt }: Pick<Consultation, 'openedAt' | 'discardedAt'>): boolean {
  return !openedAt && !discardedAt
}

export function isOpened(consultation: Consultation): consultation is OpenedConsultation {
  return consultation.openedAt !== null
}

export function placeOfConsultation({ ecosystemId }: Pick<Consultation, 'ecosystemId'>): Place {
  return { kind: 'ecosystem', id: ecosystemId }
}

export function titleIn(lang: Lang, { titleIt, titleEn }: Pick<Consultation, 'titleIt' | 'titleEn'>): string {
  return lang === 'en' && titleEn ? titleEn : titleIt
}

export function aimsIn(lang: Lang, { aimsIt, aimsEn }: Pick<Consultation, 'aimsIt' | 'aimsEn'>): string | null {
  return lang === 'en' && aimsEn ? aimsEn : aimsIt
}
