import { Problem, type ProblemKind } from '../../kernel/problem.ts'

/** Where every contribution of a consultation stands. Each is counted once: what was withdrawn or moderated needs no answer. */
export interface Account {
  readonly received: number
  readonly answered: number
  readonly withdrawn: number
  readonly moderated: number
  /** Of those still to answer, how many have a reply prepared and not yet published. */
  readonly prepared: number
}

/** answered + withdrawn + moderated = received, or somebody still waits. */
export function toAnswer({ received, answered, withdrawn, moderated }: Account): number {
  return received - answered - withdrawn - moderated
}

export const contributionsWaiting = {
  slug: 'contributions-waiting',
  status: 409,
  it: '{count, plural, one {Una osservazione aspetta} other {# osservazioni aspettano}} ancora risposta: {answered} con risposta, {withdrawn} ritirate e {moderated} moderate fanno {sum}, e ne sono arrivate {received}.',
  en: '{count, plural, one {One contribution still waits} other {# contributions still wait}} for an answer: {answered} answered, {withdrawn} withdrawn and {moderated} moderated make {sum}, and {received} arrived.',
} as const satisfies ProblemKind

export const consultationNotClosed = {
  slug: 'consultation-not-closed',
  status: 409,
  it: 'La consultazione non è ancora chiusa: gli esiti si pubblicano dopo.',
  en: 'The consultation is not closed yet: its outcomes are published afterwards.',
} as const satisfies ProblemKind

export const graceNotOver = {
  slug: 'consultation-grace-not-over',
  status: 409,
  it: 'La consultazione si è appena chiusa: chi aveva il modulo aperto può mandarlo ancora per {minutes} minuti. Riprova dopo.',
  en: 'The consultation has just closed: whoever had the form open can still send it for {minutes} minutes. Try again after that.',
} as const satisfies ProblemKind

export const appealsWaiting = {
  slug: 'appeals-waiting',
  status: 409,
  it: '{count, plural, one {Un riesame aspetta} other {# riesami aspettano}} una decisione: un’osservazione che torna visibile deve poter avere la sua risposta.',
  en: '{count, plural, one {One review waits} other {# reviews wait}} for a decision: a contribution that becomes visible again must be able to get its answer.',
} as const satisfies ProblemKind

export const finalVersionNeeded = {
  slug: 'final-version-needed',
  status: 422,
  it: 'Scegli la versione finale del documento: una versione congelata dopo quella messa in consultazione.',
  en: 'Choose the final version of the document: one frozen after the version that was consulted upon.',
} as const satisfies ProblemKind

export const changeNotMade = {
  slug: 'accepted-change-not-made',
  status: 409,
  it: '{count, plural, one {Una risposta accoglie un’osservazione, ma il paragrafo indicato non cambia} other {# risposte accolgono osservazioni, ma i paragrafi indicati non cambiano}} nella versione scelta: {numbers}.',
  en: '{count, plural, one {One reply accepts a contribution, but the paragraph it names does not change} other {# replies accept contributions, but the paragraphs they name do not change}} in the version chosen: {numbers}.',
} as const satisfies ProblemKind

export const narrativeNeeded = {
  slug: 'narrative-needed',
  status: 422,
  it: 'Scrivi l’introduzione degli esiti: che cosa è emerso e che cosa è cambiato.',
  en: 'Write the introduction to the outcomes: what came up and what changed.',
} as const satisfies ProblemKind

export function mustOweNobody(account: Account): void {
  const count = toAnswer(account)
  if (count === 0) return
  const { received, answered, withdrawn, moderated } = account
  throw new Problem(contributionsWaiting, { count, answered, withdrawn, moderated, sum: received - count, received })
}

export function mustBeClosed(state: string): void {
  if (state !== 'closed') throw new Problem(consultationNotClosed)
}

export function mustBePastGrace({ closesAt }: { readonly closesAt: Date }, minutes: number, now: Date): void {
  if (now.getTime() < closesAt.getTime() + minutes * 60_000) throw new Problem(graceNotOver, { minutes })
}

export function mustHaveNoAppeals(count: number): void {
  if (count > 0) throw new Problem(appealsWaiting, { count })
}

interface Promise {
  /** The receipt's number of one of the contributions accepted. */
  readonly number: string
  readonly blockIds: readonly string[]
}

/** What an accepting reply names must really differ between the text consulted upon and the final one. */
export function mustKeepPromises(promises: readonly Promise[], changed: ReadonlySet<string>): void {
  const broken = promises.filter(({ blockIds }) => !blockIds.some((id) => changed.has(id)))
  if (broken.length > 0)
    throw new Problem(changeNotMade, {
      count: broken.length,
      numbers: broken
        .slice(0, 10)
        .map(({ number }) => number)
        .join(', '),
    })
}
