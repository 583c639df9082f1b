import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type RemarkId = Id<'minutes-remark'>

export interface Minutes {
  readonly meetingId: string
  /** The latest version. */
  readonly version: number
  readonly sent: { readonly version: number; readonly at: Date; readonly until: Day } | null
  readonly approved: { readonly version: number; readonly on: Day; readonly by: string; readonly hash: string } | null
}

export const remarkKinds = ['agreement', 'correction'] as const

export interface Remark {
  readonly id: RemarkId
  readonly personId: string
  /** The version it speaks of. */
  readonly version: number
  readonly kind: (typeof remarkKinds)[number]
  readonly text: string | null
  readonly at: Date
  readonly outcome: 'accepted' | 'rejected' | null
  readonly reason: string | null
}

export type MinutesState = 'draft' | 'sent' | 'approved'

export function minutesState({ sent, approved }: Pick<Minutes, 'sent' | 'approved'>): MinutesState {
  if (approved) return 'approved'
  return sent ? 'sent' : 'draft'
}

export const stateOfMinutes: Record<MinutesState, State> = { draft: 'todo', sent: 'doing', approved: 'done' }

export const minutesChanged = {
  slug: 'minutes-changed',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha salvato il verbale (versione {version}). Nessuno dei due testi è perso: qui sotto trovi le differenze e scegli.',
  en: 'While you were writing somebody else saved the minutes (version {version}). Neither text is lost: the differences are below, and you choose.',
} as const satisfies ProblemKind

export const minutesFrozen = {
  slug: 'minutes-frozen',
  status: 409,
  it: 'Il verbale è approvato e non si riscrive: ciò che è sbagliato si dice in una rettifica, che lo accompagna.',
  en: 'The minutes are approved and are not written again: what is wrong is told in a correction that goes with them.',
} as const satisfies ProblemKind

export const minutesNotWritten = {
  slug: 'minutes-not-written',
  status: 409,
  it: 'Il verbale non è ancora stato scritto: comincia da lì.',
  en: 'The minutes have not been written yet: begin there.',
} as const satisfies ProblemKind

export const minutesNotSent = {
  slug: 'minutes-not-sent',
  status: 409,
  it: 'Il verbale va prima mandato a chi era presente, che può proporre correzioni.',
  en: 'The minutes must first go to those who attended, who may propose corrections.',
} as const satisfies ProblemKind

export const sentAlready = {
  slug: 'minutes-sent-already',
  status: 409,
  it: 'Questa versione è già stata mandata: si manda di nuovo quando il testo cambia.',
  en: 'This version was sent already: it is sent again when the text changes.',
} as const satisfies ProblemKind

export const changedSinceSent = {
  slug: 'minutes-changed-since-sent',
  status: 409,
  it: 'Il testo è cambiato da quando è stato mandato: mandalo di nuovo, perché si approva ciò che tutti hanno potuto leggere.',
  en: 'The text changed since it was sent: send it again, for what is approved is what everybody could read.',
} as const satisfies ProblemKind

export const remarksOpen = {
  slug: 'remarks-open',
  status: 409,
  it: '{count, plural, one {Una correzione proposta aspetta} other {# correzioni proposte aspettano}} un esito: prima si risponde, poi si approva.',
  en: '{count, plural, one {One proposed correction waits} other {# proposed corrections wait}} for an outcome: answer first, then approve.',
} as const satisfies ProblemKind

export const remarksTermRunning = {
  slug: 'remarks-term-running',
  status: 409,
  it: 'Chi era presente può proporre correzioni fino al {until}: si approva dal giorno dopo, o appena tutti hanno risposto.',
  en: 'Those who attended may propose corrections until {until}: approval comes from the day after, or as soon as all have answered.',
} as const satisfies ProblemKind

export const remarksOver = {
  slug: 'remarks-over',
  status: 409,
  it: 'Il tempo per proporre correzioni è finito il {until}. Se qualcosa è sbagliato, scrivi alla segreteria: si può ancora rettificare.',
  en: 'The time to propose corrections ended on {until}. If something is wrong, write to the secretariat: it can still be corrected.',
} as const satisfies ProblemKind

export const notAttended = {
  slug: 'not-attended',
  status: 403,
  it: 'Le correzioni le propone chi era presente alla riunione: tu non risulti tra loro.',
  en: 'Corrections are proposed by those who attended the meeting: you are not among them.',
} as const satisfies ProblemKind

export const correctionWithoutText = {
  slug: 'correction-without-text',
  status: 422,
  it: 'Scrivi che cosa va corretto, e come.',
  en: 'Write what needs correcting, and how.',
} as const satisfies ProblemKind

export const termInThePast = {
  slug: 'remarks-term-past',
  status: 422,
  it: 'Il termine per le correzioni non può essere già passato: scegli oggi o un giorno successivo.',
  en: 'The term for corrections cannot be past already: choose today or a later day.',
} as const satisfies ProblemKind

export const answeredAlready = {
  slug: 'remark-answered-already',
  status: 409,
  it: 'Questa correzione ha già avuto un esito.',
  en: 'This correction already has an outcome.',
} as const satisfies ProblemKind

export const reasonNeeded = {
  slug: 'rejection-reason-needed',
  status: 422,
  it: 'Scrivi perché la correzione non è accolta: chi l’ha proposta lo leggerà.',
  en: 'Write why the correction is not accepted: whoever proposed it will read it.',
} as const satisfies ProblemKind

export const notApprovedYet = {
  slug: 'minutes-not-approved',
  status: 409,
  it: 'Il verbale non è ancora approvato: si può correggere il testo stesso.',
  en: 'The minutes are not approved yet: the text itself can be corrected.',
} as const satisfies ProblemKind

export function mustBeOpen({ approved }: Pick<Minutes, 'approved'>): void {
  if (approved) throw new Problem(minutesFrozen)
}

/** Whoever saves says which version they began from. */
export function mustBeLatest(minutes: Pick<Minutes, 'version'> | null, base: number): void {
  const version = minutes?.version ?? 0
  if (version !== base) throw new Problem(minutesChanged, { version })
}

export function mustBeSendable(minutes: Minutes | null, until: Day, today: Day): Minutes {
  if (!minutes) throw new Problem(minutesNotWritten)
  mustBeOpen(minutes)
  if (minutes.sent?.version === minutes.version) throw new Problem(sentAlready)
  if (until < today) throw new Problem(termInThePast, { field: 'until' })
  return minutes
}

export function mustTakeRemarks(minutes: Minutes | null, today: Day): NonNullable<Minutes['sent']> {
  if (!minutes?.sent) throw new Problem(minutesNotSent)
  mustBeOpen(minutes)
  if (minutes.sent.until < today) throw new Problem(remarksOver, { until: minutes.sent.until })
  return minutes.sent
}

/** What is approved is what was sent, with an answer to every correction, when the time is over or all have spoken. */
export function mustBeApprovable(minutes: Minutes | null, remarks: readonly Remark[], attended: readonly string[], today: Day): Minutes {
  if (!minutes) throw new Problem(minutesNotWritten)
  mustBeOpen(minutes)
  if (!minutes.sent) throw new Problem(minutesNotSent)
  if (minutes.sent.version !== minutes.version) throw new Problem(changedSinceSent)
  const open = remarks.filter(({ kind, outcome }) => kind === 'correction' && outcome === null).length
  if (open > 0) throw new Problem(remarksOpen, { count: open })
  const { until, version } = minutes.sent
  const spoken = new Set(remarks.filter((remark) => remark.version === version).map(({ personId }) => personId))
  if (until >= today && !(attended.length > 0 && attended.every((person) => spoken.has(person))))
    throw new Problem(remarksTermRunning, { until })
  return minutes
}

export function mustAwaitAnswer({ kind, outcome }: Remark, answer: 'accepted' | 'rejected', reason: string | null): void {
  if (kind !== 'correction' || outcome) throw new Problem(answeredAlready)
  if (answer === 'rejected' && !reason) throw new Problem(reasonNeeded, { field: 'reason' })
}

export function mustBeApproved(minutes: Minutes | null): NonNullable<Minutes['approved']> {
  if (!minutes?.approved) throw new Problem(notApprovedYet)
  return minutes.approved
}
