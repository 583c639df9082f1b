import { type Actor, type PersonId, speaksFor } from '../../charter/policy.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import type { Lang } from '../../kernel/lang.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Channel, type Consultation, isOpened, type OpenedConsultation, stateOn } from './consultation.ts'
import type { Answers } from './questions.ts'
import { concludedAlready, graceMinutes } from './windows.ts'

export type ContributionId = Id<'contribution'>

export const targetKinds = ['whole', 'section', 'block', 'words'] as const
export type TargetKind = (typeof targetKinds)[number]

/** What a contribution speaks of, in the version it was written on. */
export type Target = { readonly kind: 'whole' } | { readonly kind: Exclude<TargetKind, 'whole'>; readonly blockId: string }

export interface Contribution {
  readonly id: ContributionId
  readonly consultationId: string
  readonly number: number
  readonly versionId: string
  readonly target: Target
  readonly sectionId: string | null
  readonly channel: Channel
  readonly receivedAt: Date
  readonly protocolNumber: string | null
  readonly protocolDay: Day | null
  readonly authorId: PersonId
  readonly enteredBy: PersonId
  readonly organisationId: string | null
  /** 'person', or the kind of the organisation. */
  readonly contributorKind: string
  readonly mandate: string | null
  readonly mandateFileId: string | null
  readonly showsName: boolean
  readonly lang: Lang
  readonly text: string | null
  readonly answers: Answers
  /** sha256 of the canonical content, in hexadecimal. */
  readonly hash: string
  readonly revision: number
  readonly changedAt: Date | null
  readonly withdrawnAt: Date | null
  /** The file with which it was taken out again: entered by mistake, and not withdrawn by whoever wrote it. */
  readonly takenOutIn: string | null
  readonly hiddenAt: Date | null
  readonly hiddenRule: string | null
  readonly appealedAt: Date | null
  readonly supports: number
}

export const contributionStates = ['visible', 'withdrawn', 'hidden'] as const
export type ContributionState = (typeof contributionStates)[number]

export function contributionState({ withdrawnAt, hiddenAt }: Pick<Contribution, 'withdrawnAt' | 'hiddenAt'>): ContributionState {
  if (withdrawnAt) return 'withdrawn'
  return hiddenAt ? 'hidden' : 'visible'
}

/** 'C-2020-0012'. */
export function receiptNumber({ number, receivedAt }: Pick<Contribution, 'number' | 'receivedAt'>): string {
  return `C-${dayOf(receivedAt).slice(0, 4)}-${String(number).padStart(4, '0')}`
}

export const nothingSaid = {
  slug: 'contribution-empty',
  status: 422,
  it: 'Scrivi la tua osservazione, o rispondi almeno a una domanda.',
  en: 'Write your contribution, or answer one question at least.',
} as const satisfies ProblemKind

export const textNeeded = {
  slug: 'contribution-text-needed',
  status: 422,
  it: 'Scrivi che cosa osservi su questa parte del testo.',
  en: 'Write what you have to say on this part of the text.',
} as const satisfies ProblemKind

export const notOpenForContributions = {
  slug: 'consultation-not-open',
  status: 409,
  it: 'Adesso non si possono mandare osservazioni: la consultazione {state, select, coming {apre il {opensOn}} suspended {è sospesa, e i giorni persi saranno recuperati} closed {si è chiusa il {closesOn}} other {non è aperta}}.',
  en: 'Contributions cannot be sent now: the consultation {state, select, coming {opens on {opensOn}} suspended {is suspended, and the days lost will be given back} closed {closed on {closesOn}} other {is not open}}.',
} as const satisfies ProblemKind

export const organisationsOnly = {
  slug: 'organisations-only',
  status: 403,
  it: 'A questa consultazione partecipano le organizzazioni, attraverso chi ne ha la delega. Se parli per una, scegli quale.',
  en: 'Organisations take part in this consultation, through their delegates. If you speak for one, choose which.',
} as const satisfies ProblemKind

export const notADelegate = {
  slug: 'not-a-delegate',
  status: 403,
  it: 'Non risulti delegato da questa organizzazione: chiedi a chi amministra la piattaforma di registrare la delega, oppure partecipa a tuo nome.',
  en: 'You are not on record as a delegate of this organisation: ask an administrator of the platform to record it, or take part in your own name.',
} as const satisfies ProblemKind

export const textChangedMeanwhile = {
  slug: 'consulted-text-changed-meanwhile',
  status: 409,
  it: 'Mentre scrivevi è cambiato il testo in consultazione. Quello che hai scritto è ancora qui: rileggi la nuova versione, poi manda di nuovo.',
  en: 'While you were writing the text consulted upon changed. What you wrote is still here: read the new version, then send again.',
} as const satisfies ProblemKind

export const mandateNeeded = {
  slug: 'mandate-needed',
  status: 422,
  it: 'Indica il mandato: il numero e la data dell’atto con cui l’organizzazione ti delega, oppure allegalo.',
  en: 'Give the mandate: the number and date of the act by which the organisation delegates you, or attach it.',
} as const satisfies ProblemKind

export const channelClosed = {
  slug: 'channel-not-foreseen',
  status: 422,
  it: 'Questa consultazione non prevede questo canale.',
  en: 'This consultation does not foresee this channel.',
} as const satisfies ProblemKind

export const keyUsed = {
  slug: 'idempotency-key-used',
  status: 422,
  it: 'Con questa chiave è già arrivata un’osservazione diversa. Ricarica il modulo e mandala di nuovo.',
  en: 'A different contribution already arrived with this key. Reload the form and send it again.',
} as const satisfies ProblemKind

export const notYours = {
  slug: 'contribution-not-yours',
  status: 403,
  it: 'Solo chi ha scritto un’osservazione può cambiarla o ritirarla.',
  en: 'Only whoever wrote a contribution can change or withdraw it.',
} as const satisfies ProblemKind

export const withdrawnAlready = {
  slug: 'contribution-withdrawn',
  status: 409,
  it: 'Questa osservazione è stata ritirata.',
  en: 'This contribution was withdrawn.',
} as const satisfies ProblemKind

export const hiddenAlready = {
  slug: 'contribution-hidden',
  status: 409,
  it: 'Questa osservazione non è più visibile, secondo le regole della consultazione.',
  en: 'This contribution is no longer visible, by the rules of the consultation.',
} as const satisfies ProblemKind

export const supportsOff = {
  slug: 'supports-off',
  status: 409,
  it: 'In questa consultazione non si raccolgono sostegni alle osservazioni.',
  en: 'This consultation does not gather supports to contributions.',
} as const satisfies ProblemKind

export const ownContribution = {
  slug: 'own-contribution',
  status: 409,
  it: 'È la tua osservazione: la sostieni già.',
  en: 'This is your own contribution: you support it already.',
} as const satisfies ProblemKind

export const commentsOff = {
  slug: 'comments-off',
  status: 409,
  it: 'In questa consultazione i partecipanti non si rispondono tra loro.',
  en: 'In this consultation participants do not answer each other.',
} as const satisfies ProblemKind

export function mustSaySomething(target: Target, text: string | null, answers: Answers, files: number): void {
  if (target.kind !== 'whole' && !text) throw new Problem(textNeeded, { field: 'text' })
  if (!text && Object.keys(answers).length === 0 && files === 0) throw new Problem(nothingSaid, { field: 'text' })
}

/** Whoever contributes for an organisation is its delegate, and says by which act. */
export function mustBeEntitled(
  actor: Actor,
  { participants }: Pick<Consultation, 'participants'>,
  { organisationId, mandated }: { readonly organisationId: string | null; readonly mandated: boolean },
): void {
  if (organisationId === null) {
    if (participants === 'organisations') throw new Problem(organisationsOnly, { field: 'organisationId' })
    return
  }
  if (!speaksFor(actor, organisationId)) throw new Problem(notADelegate, { field: 'organisationId' })
  if (!mandated) throw new Problem(mandateNeeded, { field: 'mandate' })
}

/** What is said stands on the version that was read: null where nobody told which. */
export function mustBeTheTextRead({ versionId }: Pick<Consultation, 'versionId'>, read: string | null): void {
  if (read !== null && read !== versionId) throw new Problem(textChangedMeanwhile)
}

export function mustBeTheirs({ authorId }: Contribution, personId: string | null): void {
  if (authorId !== personId) throw new Problem(notYours)
}

export function mustBeStanding({ withdrawnAt }: Contribution): void {
  if (withdrawnAt) throw new Problem(withdrawnAlready)
}

export function mustBeVisible(contribution: Contribution): void {
  mustBeStanding(contribution)
  if (contribution.hiddenAt) throw new Problem(hiddenAlready)
}

/** Whether contributions can be sent, changed and withdrawn; `grace` for a form that was open at closing. */
export function mustBeTaking(consultation: Consultation, now: Date, grace = false): OpenedConsultation {
  const today = dayOf(now)
  if (isOpened(consultation) && !consultation.suspendedOn && consultation.opensOn <= today) {
    const last = consultation.closesAt.getTime() + (grace ? graceMinutes * 60_000 : 0)
    if (now.getTime() < last) return consultation
  }
  throw closedDoors(consultation, today)
}

export function closedDoors(consultation: Consultation, today: Day): Problem {
  const { opensOn, closesOn, concludedAt } = consultation
  if (concludedAt) return new Problem(concludedAlready)
  return new Problem(notOpenForContributions, { state: stateOn(today, consultation), opensOn: opensOn ?? '', closesOn: closesOn ?? '' })
}
