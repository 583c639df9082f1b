import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'

export type CallId = Id<'need-call'>

/** An open call for needs: from its first day to its last, both included, in Rome. */
export interface NeedCall {
  readonly id: CallId
  readonly ecosystemId: string
  readonly number: number
  readonly title: string
  readonly guidance: string
  readonly opensOn: Day
  readonly closesOn: Day
  readonly calledOn: Day
}

export type CallState = 'future' | 'open' | 'closed'

type Window = Pick<NeedCall, 'opensOn' | 'closesOn'>

export function callState({ opensOn, closesOn }: Window, today: Day): CallState {
  if (today < opensOn) return 'future'
  return today > closesOn ? 'closed' : 'open'
}

export const markOfCall: Record<CallState, State> = { future: 'todo', open: 'doing', closed: 'done' }

export const endsBeforeItBegins = {
  slug: 'call-ends-before-it-begins',
  status: 422,
  it: 'L’ultimo giorno non può venire prima del primo ({from}): cambia una delle due date.',
  en: 'The last day cannot come before the first ({from}): change one of the two dates.',
} as const satisfies ProblemKind

export const beginsInThePast = {
  slug: 'call-begins-in-the-past',
  status: 422,
  it: 'La raccolta può cominciare oggi o in un giorno successivo: prima nessuno avrebbe potuto partecipare.',
  en: 'The call may begin today or on a later day: before that nobody could have taken part.',
} as const satisfies ProblemKind

export const begunAlready = {
  slug: 'call-begun-already',
  status: 409,
  it: 'La raccolta è già cominciata: il primo giorno resta {from}.',
  en: 'The call has begun already: its first day stays {from}.',
} as const satisfies ProblemKind

export const onlyLonger = {
  slug: 'call-only-longer',
  status: 409,
  it: 'La raccolta è aperta fino al {to}: si può prolungare, non accorciare, perché chi partecipa conta su quella data.',
  en: 'The call is open until {to}: it may be prolonged, not shortened, since whoever takes part counts on that day.',
} as const satisfies ProblemKind

export const overAlready = {
  slug: 'call-over',
  status: 409,
  it: 'La raccolta si è chiusa il {to}: per ascoltare ancora, indicine un’altra.',
  en: 'The call closed on {to}: to listen again, open another.',
} as const satisfies ProblemKind

export const notOpen = {
  slug: 'call-not-open',
  status: 409,
  it: '{state, select, future {La raccolta si apre il {from}: torna da quel giorno.} other {La raccolta si è chiusa il {to}: non si possono più proporre esigenze. Se hai già scritto qualcosa, è ancora qui: puoi copiarlo e proporlo in un’altra raccolta.}}',
  en: '{state, select, future {The call opens on {from}: come back from that day on.} other {The call closed on {to}: no more needs can be proposed. What you wrote, if anything, is still here: you can copy it and propose it in another call.}}',
} as const satisfies ProblemKind

export function mustEndAfterItBegins({ opensOn, closesOn }: Window): void {
  if (closesOn < opensOn) throw new Problem(endsBeforeItBegins, { field: 'closesOn', from: opensOn })
}

export function mustBeginAhead({ opensOn }: Pick<Window, 'opensOn'>, today: Day): void {
  if (opensOn < today) throw new Problem(beginsInThePast, { field: 'opensOn' })
}

/** Until it opens a call may change; then it may only last longer; once over it stays as it was. */
export function mustBeChangeable(before: Window, after: Window, today: Day): void {
  const state = callState(before, today)
  if (state === 'closed') throw new Problem(overAlready, { to: before.closesOn })
  mustEndAfterItBegins(after)
  if (state === 'future') mustBeginAhead(after, today)
  else mustOnlyLastLonger(before, after)
}

function mustOnlyLastLonger(before: Window, after: Window): void {
  if (after.opensOn !== before.opensOn) throw new Problem(begunAlready, { field: 'opensOn', from: before.opensOn })
  if (after.closesOn < before.closesOn) throw new Problem(onlyLonger, { field: 'closesOn', to: before.closesOn })
}

/** Why a call takes nothing on a day when it is not open. */
export function problemOfWindow(call: Window, today: Day): Problem {
  return new Problem(notOpen, { state: callState(call, today), from: call.opensOn, to: call.closesOn })
}

export function mustBeOpen(call: Window, today: Day): void {
  if (callState(call, today) !== 'open') throw problemOfWindow(call, today)
}
