import type { State } from '../../charter/states.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type ReplyId = Id<'reply'>

/** What comes of a contribution. */
export const outcomes = ['accepted', 'partly-accepted', 'not-accepted', 'out-of-scope', 'noted'] as const
export type Outcome = (typeof outcomes)[number]

export interface Reply {
  readonly id: ReplyId
  readonly consultationId: string
  readonly outcome: Outcome
  readonly reasonIt: string
  readonly reasonEn: string | null
  readonly revision: number
  readonly preparedBy: string
  readonly preparedAt: Date
  /** Null while it is prepared and nobody outside has seen it. */
  readonly publishedAt: Date | null
  /** The blocks of the text that change because of it. */
  readonly blockIds: readonly string[]
}

/** A change of the text is promised by these two, and shown beside the answer. */
export const changesTheText = (outcome: Outcome): boolean => outcome === 'accepted' || outcome === 'partly-accepted'

export const markOfOutcome: Record<Outcome, State> = {
  accepted: 'done',
  'partly-accepted': 'doing',
  'not-accepted': 'blocked',
  'out-of-scope': 'unmeasured',
  noted: 'todo',
}

export const changeNeeded = {
  slug: 'reply-change-needed',
  status: 422,
  it: 'Un’osservazione accolta cambia il testo: indica almeno un paragrafo che cambia per questo.',
  en: 'An accepted contribution changes the text: say at least one paragraph that changes because of it.',
} as const satisfies ProblemKind

export const noChangeExpected = {
  slug: 'reply-without-change',
  status: 422,
  it: 'Con questo esito il testo non cambia: togli i paragrafi indicati, oppure scegli «accolta» o «accolta in parte».',
  en: 'With this outcome the text does not change: remove the paragraphs, or choose “accepted” or “partly accepted”.',
} as const satisfies ProblemKind

export const nothingToAnswer = {
  slug: 'nothing-to-answer',
  status: 422,
  it: 'Nessuna delle osservazioni scelte aspetta una risposta: {reasons}.',
  en: 'None of the contributions chosen waits for an answer: {reasons}.',
} as const satisfies ProblemKind

export const replyChanged = {
  slug: 'reply-changed',
  status: 409,
  it: 'Mentre scrivevi qualcun altro ha salvato questa risposta. Qui sotto trovi le due versioni: nessuna è persa, scegli tu.',
  en: 'While you were writing somebody else saved this reply. Both versions are below: neither is lost, you choose.',
} as const satisfies ProblemKind

export const publishedAlready = {
  slug: 'reply-published-already',
  status: 409,
  it: 'Questa risposta è già pubblicata: si può rettificare, con un motivo, ma non cancellare.',
  en: 'This reply is published already: it can be corrected, with a reason, but not deleted.',
} as const satisfies ProblemKind

export const notPublishedYet = {
  slug: 'reply-not-published',
  status: 409,
  it: 'Questa risposta non è ancora pubblicata: puoi cambiarla direttamente.',
  en: 'This reply is not published yet: you can simply change it.',
} as const satisfies ProblemKind

export const nothingToPublish = {
  slug: 'nothing-to-publish',
  status: 409,
  it: 'Non c’è nessuna risposta preparata da pubblicare.',
  en: 'There is no prepared reply to publish.',
} as const satisfies ProblemKind

export const preparedChanged = {
  slug: 'prepared-replies-changed',
  status: 409,
  it: 'Nel frattempo le risposte preparate sono cambiate: adesso rispondono a {count, plural, one {un’osservazione} other {# osservazioni}}. Controllale, e pubblica di nuovo.',
  en: 'Meanwhile the prepared replies changed: now they answer {count, plural, one {one contribution} other {# contributions}}. Check them, and publish again.',
} as const satisfies ProblemKind

export const notOpenedYet = {
  slug: 'consultation-not-opened',
  status: 409,
  it: 'La consultazione non è ancora aperta: non c’è nulla a cui rispondere.',
  en: 'The consultation has not opened yet: there is nothing to answer.',
} as const satisfies ProblemKind

export const outcomeConcluded = {
  slug: 'outcome-concluded',
  status: 409,
  it: 'Gli esiti di questa consultazione sono pubblicati: le risposte restano come sono.',
  en: 'The outcomes of this consultation are published: the replies stay as they are.',
} as const satisfies ProblemKind

/** An answer that accepts names what it changes; the others change nothing. */
export function mustFitItsChanges(outcome: Outcome, blockIds: readonly string[]): void {
  if (changesTheText(outcome) && blockIds.length === 0) throw new Problem(changeNeeded, { field: 'blockIds' })
  if (!changesTheText(outcome) && blockIds.length > 0) throw new Problem(noChangeExpected, { field: 'blockIds' })
}

export function mustBeUnseen({ publishedAt }: Pick<Reply, 'publishedAt'>): void {
  if (publishedAt) throw new Problem(publishedAlready)
}

export function mustBePublished({ publishedAt }: Pick<Reply, 'publishedAt'>): void {
  if (!publishedAt) throw new Problem(notPublishedYet)
}

export function mustBeAsRead({ revision }: Pick<Reply, 'revision'>, base: number): void {
  if (revision !== base) throw new Problem(replyChanged, { revision })
}

/** Nobody publishes for good what was prepared after they read how much there was. */
export function mustBeSoMany({ contributions }: { readonly contributions: number }, asRead: number | undefined): void {
  if (asRead !== undefined && asRead !== contributions) throw new Problem(preparedChanged, { count: contributions })
}

/** What came of each contribution that one reply was meant for. */
export const itemResults = ['answered', 'moved', 'answered-already', 'withdrawn', 'hidden', 'unknown'] as const
export type ItemResult = (typeof itemResults)[number]

interface Item {
  readonly contributionId: string
  readonly number: number
  readonly withdrawn: boolean
  readonly hidden: boolean
  readonly replyId: string | null
  readonly published: boolean
}

/** One reply to many: what is published stays as it is, what was only prepared moves to the new reply. */
export function resultOf(item: Item | undefined, replyId: string | null): ItemResult {
  if (!item) return 'unknown'
  if (item.withdrawn) return 'withdrawn'
  if (item.hidden) return 'hidden'
  if (item.published) return 'answered-already'
  return item.replyId && item.replyId !== replyId ? 'moved' : 'answered'
}

export const isTaken = (result: ItemResult): boolean => result === 'answered' || result === 'moved'
