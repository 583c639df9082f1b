import type { Id } from '../../kernel/id.ts'
import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Refusals, Remark } from '../../minutes/index.ts'

export type StatementId = Id<'statement'>

/** What one speaker said, in its latest words. */
export interface Statement {
  readonly id: StatementId
  readonly hearingId: string
  readonly position: number
  readonly revision: number
  readonly stakeholderId: string
  readonly text: string
}

/** What somebody heard answered: nothing to amend or, of one statement, how it should read. */
export interface Amendment extends Remark {
  readonly statementId: string | null
  /** The revision of the statement that its author read. */
  readonly revision: number | null
}

export const statementChanged = {
  slug: 'statement-changed',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha salvato questo intervento (versione {version}). Nessuno dei due testi è perso: qui sotto trovi le differenze e scegli.',
  en: 'While you were writing somebody else saved this statement (version {version}). Neither text is lost: the differences are below, and you choose.',
} as const satisfies ProblemKind

const minutesFinal = {
  slug: 'hearing-minutes-final',
  status: 409,
  it: 'Il verbale è definitivo e non si riscrive: ciò che è sbagliato si dice in una rettifica, che lo accompagna.',
  en: 'The minutes are final and are not written again: what is wrong is told in a correction that goes with them.',
} as const satisfies ProblemKind

const noStatements = {
  slug: 'hearing-minutes-empty',
  status: 409,
  it: 'Nel verbale non c’è ancora nessun intervento: comincia da lì.',
  en: 'There is no statement in the minutes yet: begin there.',
} as const satisfies ProblemKind

const notSent = {
  slug: 'hearing-minutes-not-sent',
  status: 409,
  it: 'Il verbale va prima mandato a chi è stato ascoltato, che può proporre emendamenti.',
  en: 'The minutes must first go to those heard, who may propose amendments.',
} as const satisfies ProblemKind

const sentAlready = {
  slug: 'hearing-minutes-sent-already',
  status: 409,
  it: 'Questo testo è già stato mandato: si manda di nuovo quando cambia.',
  en: 'This text was sent already: it is sent again when it changes.',
} as const satisfies ProblemKind

const changedSinceSent = {
  slug: 'hearing-minutes-changed-since-sent',
  status: 409,
  it: 'Il testo è cambiato da quando è stato mandato: mandalo di nuovo, perché diventa definitivo ciò che tutti hanno potuto leggere.',
  en: 'The text changed since it was sent: send it again, for what becomes final is what everybody could read.',
} as const satisfies ProblemKind

const termInThePast = {
  slug: 'amendments-term-in-the-past',
  status: 422,
  it: 'Il giorno è già passato: chi è stato ascoltato deve avere il tempo di leggere. Scegline uno da oggi in poi.',
  en: 'The day is already past: those heard need time to read. Choose one from today on.',
} as const satisfies ProblemKind

const amendmentsOver = {
  slug: 'amendments-over',
  status: 409,
  it: 'Il tempo per proporre emendamenti è finito il {until}: se c’è un errore, scrivi alla segreteria.',
  en: 'The time to propose amendments ended on {until}: if there is a mistake, write to the secretariat.',
} as const satisfies ProblemKind

const termRunning = {
  slug: 'amendments-term-running',
  status: 409,
  it: 'Chi è stato ascoltato può proporre emendamenti fino al {until}: il verbale diventa definitivo dopo quel giorno, o quando tutti hanno risposto.',
  en: 'Those heard may propose amendments until {until}: the minutes become final after that day, or when everybody has answered.',
} as const satisfies ProblemKind

const amendmentsOpen = {
  slug: 'amendments-open',
  status: 409,
  it: '{count, plural, one {Un emendamento aspetta} other {# emendamenti aspettano}} un esito: prima si risponde, poi si chiude il verbale.',
  en: '{count, plural, one {One amendment waits} other {# amendments wait}} for an outcome: answer first, then close the minutes.',
} as const satisfies ProblemKind

export const notHeard = {
  slug: 'not-heard',
  status: 403,
  it: 'Risponde sul verbale chi è stato ascoltato in questa audizione.',
  en: 'Those heard in this hearing answer on its minutes.',
} as const satisfies ProblemKind

export const amendmentUnchanged = {
  slug: 'amendment-unchanged',
  status: 422,
  it: 'Il testo è uguale a quello del verbale: scrivi come dovrebbe essere, oppure di’ che va bene così.',
  en: 'The text is the same as in the minutes: write how it should read, or say that it is right.',
} as const satisfies ProblemKind

const answeredAlready = {
  slug: 'amendment-answered-already',
  status: 409,
  it: 'Questo emendamento ha già avuto un esito.',
  en: 'This amendment already has an outcome.',
} as const satisfies ProblemKind

const reasonNeeded = {
  slug: 'amendment-reason-needed',
  status: 422,
  it: 'Scrivi perché l’emendamento non è accolto: chi l’ha proposto lo leggerà.',
  en: 'Write why the amendment is not accepted: whoever proposed it will read it.',
} as const satisfies ProblemKind

export const finalTextNeeded = {
  slug: 'amendment-text-needed',
  status: 422,
  it: 'Scrivi il testo che l’intervento avrà nel verbale.',
  en: 'Write the text that the statement will have in the minutes.',
} as const satisfies ProblemKind

const notFinalYet = {
  slug: 'hearing-minutes-not-final',
  status: 409,
  it: 'Il verbale non è ancora definitivo: si può correggere il testo stesso.',
  en: 'The minutes are not final yet: the text itself can be corrected.',
} as const satisfies ProblemKind

/** How the minutes of a hearing refuse. */
export const refusals: Refusals = {
  notWritten: noStatements,
  frozen: minutesFinal,
  notSent,
  sentAlready,
  changedSinceSent,
  notTheOneRead: changedSinceSent,
  termPast: termInThePast,
  termRunning,
  termOver: amendmentsOver,
  remarksOpen: amendmentsOpen,
  notThere: notHeard,
  answeredAlready,
  reasonNeeded,
  notApproved: notFinalYet,
}

export function mustBeLatest({ revision }: Pick<Statement, 'revision'>, base: number): void {
  if (revision !== base) throw new Problem(statementChanged, { version: revision })
}

export function pickStatement(statements: readonly Statement[], id: string): Statement {
  const found = statements.find((one) => one.id === id)
  if (!found) throw new Problem(notFound, { statement: id })
  return found
}

export function mustChange(statement: Statement, text: string): void {
  if (statement.text.trim() === text.trim()) throw new Problem(amendmentUnchanged, { field: 'text' })
}
