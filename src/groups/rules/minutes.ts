import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Minutes, Refusals } from '../../minutes/index.ts'

export const minutesChanged = {
  slug: 'minutes-changed',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha salvato il verbale (versione {version}). Nessuno dei due testi è perso: qui sotto trovi le differenze e scegli.',
  en: 'While you were writing somebody else saved the minutes (version {version}). Neither text is lost: the differences are below, and you choose.',
} as const satisfies ProblemKind

const minutesFrozen = {
  slug: 'minutes-frozen',
  status: 409,
  it: 'Il verbale è approvato e non si riscrive: ciò che è sbagliato si dice in una rettifica, che lo accompagna.',
  en: 'The minutes are approved and are not written again: what is wrong is told in a correction that goes with them.',
} as const satisfies ProblemKind

const minutesNotWritten = {
  slug: 'minutes-not-written',
  status: 409,
  it: 'Il verbale non è ancora stato scritto: comincia da lì.',
  en: 'The minutes have not been written yet: begin there.',
} as const satisfies ProblemKind

const minutesNotSent = {
  slug: 'minutes-not-sent',
  status: 409,
  it: 'Il verbale va prima mandato a chi era presente, che può proporre correzioni.',
  en: 'The minutes must first go to those who attended, who may propose corrections.',
} as const satisfies ProblemKind

const sentAlready = {
  slug: 'minutes-sent-already',
  status: 409,
  it: 'Questa versione è già stata mandata: si manda di nuovo quando il testo cambia.',
  en: 'This version was sent already: it is sent again when the text changes.',
} as const satisfies ProblemKind

const changedSinceSent = {
  slug: 'minutes-changed-since-sent',
  status: 409,
  it: 'Il testo è cambiato da quando è stato mandato: mandalo di nuovo, perché si approva ciò che tutti hanno potuto leggere.',
  en: 'The text changed since it was sent: send it again, for what is approved is what everybody could read.',
} as const satisfies ProblemKind

const remarksOpen = {
  slug: 'remarks-open',
  status: 409,
  it: '{count, plural, one {Una correzione proposta aspetta} other {# correzioni proposte aspettano}} un esito: prima si risponde, poi si approva.',
  en: '{count, plural, one {One proposed correction waits} other {# proposed corrections wait}} for an outcome: answer first, then approve.',
} as const satisfies ProblemKind

const remarksTermRunning = {
  slug: 'remarks-term-running',
  status: 409,
  it: 'Chi era presente può proporre correzioni fino al {until}: si approva dal giorno dopo, o appena tutti hanno risposto.',
  en: 'Those who attended may propose corrections until {until}: approval comes from the day after, or as soon as all have answered.',
} as const satisfies ProblemKind

const remarksOver = {
  slug: 'remarks-over',
  status: 409,
  it: 'Il tempo per proporre correzioni è finito il {until}. Se qualcosa è sbagliato, scrivi alla segreteria: si può ancora rettificare.',
  en: 'The time to propose corrections ended on {until}. If something is wrong, write to the secretariat: it can still be corrected.',
} as const satisfies ProblemKind

const notAttended = {
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

const termInThePast = {
  slug: 'remarks-term-past',
  status: 422,
  it: 'Il termine per le correzioni non può essere già passato: scegli oggi o un giorno successivo.',
  en: 'The term for corrections cannot be past already: choose today or a later day.',
} as const satisfies ProblemKind

const answeredAlready = {
  slug: 'remark-answered-already',
  status: 409,
  it: 'Questa correzione ha già avuto un esito.',
  en: 'This correction already has an outcome.',
} as const satisfies ProblemKind

const reasonNeeded = {
  slug: 'rejection-reason-needed',
  status: 422,
  it: 'Scrivi perché la correzione non è accolta: chi l’ha proposta lo leggerà.',
  en: 'Write why the correction is not accepted: whoever proposed it will read it.',
} as const satisfies ProblemKind

const notApprovedYet = {
  slug: 'minutes-not-approved',
  status: 409,
  it: 'Il verbale non è ancora approvato: si può correggere il testo stesso.',
  en: 'The minutes are not approved yet: the text itself can be corrected.',
} as const satisfies ProblemKind

/** How the minutes of a meeting refuse. */
export const refusals: Refusals = {
  notWritten: minutesNotWritten,
  frozen: minutesFrozen,
  notSent: minutesNotSent,
  sentAlready,
  changedSinceSent,
  notTheOneRead: minutesChanged,
  termPast: termInThePast,
  termRunning: remarksTermRunning,
  termOver: remarksOver,
  remarksOpen,
  notThere: notAttended,
  answeredAlready,
  reasonNeeded,
  notApproved: notApprovedYet,
}

/** Whoever saves says which version they began from. */
export function mustBeLatest(minutes: Pick<Minutes, 'version'> | null, base: number): void {
  const version = minutes?.version ?? 0
  if (version !== base) throw new Problem(minutesChanged, { version })
}
