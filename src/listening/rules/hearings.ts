import type { State } from '../../charter/states.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Slot } from './slots.ts'

export type HearingId = Id<'hearing'>

export const openings = ['anybody', 'stakeholders', 'invited'] as const
export type Opening = (typeof openings)[number]

export interface Hearing {
  readonly id: HearingId
  readonly ecosystemId: string
  readonly cycleId: string
  readonly number: number
  readonly title: string
  readonly reason: string
  /** One question a line. */
  readonly questions: string
  readonly openTo: Opening
  readonly opensOn: Day
  /** The last day on which one may register. */
  readonly closesOn: Day
  readonly calledAt: Date
  readonly changedAt: Date
  readonly revision: number
  readonly cancelledAt: Date | null
  readonly cancelReason: string | null
  readonly recordingLink: string | null
}

/** Called, and its registrations not open yet; open; closed and waiting for its first slot; going on; held; cancelled. */
export type HearingState = 'called' | 'open' | 'closed' | 'under-way' | 'held' | 'cancelled'

type Dated = Pick<Hearing, 'opensOn' | 'closesOn' | 'cancelledAt'>
type Times = readonly Pick<Slot, 'startsAt' | 'endsAt'>[]

export function hearingState({ opensOn, closesOn, cancelledAt }: Dated, slots: Times, now: Date): HearingState {
  if (cancelledAt) return 'cancelled'
  if (slots.length > 0 && slots.every(({ endsAt }) => endsAt <= now)) return 'held'
  if (slots.some(({ startsAt }) => startsAt <= now)) return 'under-way'
  const today = dayOf(now)
  if (today < opensOn) return 'called'
  return today <= closesOn ? 'open' : 'closed'
}

export const stateOfHearing: Record<HearingState, State> = {
  called: 'todo',
  open: 'doing',
  closed: 'doing',
  'under-way': 'doing',
  held: 'done',
  cancelled: 'blocked',
}

export const windowBackwards = {
  slug: 'registration-window-backwards',
  status: 422,
  it: 'Le iscrizioni finiscono prima di cominciare: correggi uno dei due giorni.',
  en: 'Registrations end before they begin: correct one of the two days.',
} as const satisfies ProblemKind

export const windowOver = {
  slug: 'registration-window-in-the-past',
  status: 422,
  it: 'L’ultimo giorno per iscriversi è già passato: scegline uno da oggi in poi.',
  en: 'The last day to register is already past: choose one from today on.',
} as const satisfies ProblemKind

export const windowTooLong = {
  slug: 'registrations-after-the-hearing',
  status: 422,
  it: 'L’audizione comincia il {day}: le iscrizioni devono finire entro quel giorno.',
  en: 'The hearing begins on {day}: registrations must end by that day.',
} as const satisfies ProblemKind

export const hearingCancelled = {
  slug: 'hearing-cancelled',
  status: 409,
  it: 'L’audizione è stata annullata: se serve, se ne indice un’altra.',
  en: 'The hearing was cancelled: another can be called if needed.',
} as const satisfies ProblemKind

export const hearingBegun = {
  slug: 'hearing-begun',
  status: 409,
  it: 'L’audizione è già cominciata: ciò che la riguarda non si può più cambiare.',
  en: 'The hearing has already begun: what concerns it can no longer be changed.',
} as const satisfies ProblemKind

export const hearingNotHeld = {
  slug: 'hearing-not-held',
  status: 409,
  it: 'L’audizione non si è ancora tenuta: il verbale si chiude dopo l’ultimo turno.',
  en: 'The hearing has not been held yet: its minutes are closed after the last slot.',
} as const satisfies ProblemKind

export const hearingNotBegun = {
  slug: 'hearing-not-begun',
  status: 409,
  it: 'L’audizione non è ancora cominciata: questo si fa da quando comincia.',
  en: 'The hearing has not begun yet: this can be done from its beginning on.',
} as const satisfies ProblemKind

export function mustBeAWindow({ opensOn, closesOn }: Pick<Hearing, 'opensOn' | 'closesOn'>, slots: Times, today: Day): void {
  if (closesOn < opensOn) throw new Problem(windowBackwards, { field: 'closesOn' })
  if (closesOn < today) throw new Problem(windowOver, { field: 'closesOn' })
  const [first] = slots.map(({ startsAt }) => dayOf(startsAt)).sort()
  if (first && closesOn > first) throw new Problem(windowTooLong, { field: 'closesOn', day: first })
}

export function mustStand({ cancelledAt }: Pick<Hearing, 'cancelledAt'>): void {
  if (cancelledAt) throw new Problem(hearingCancelled)
}

export function mustNotHaveBegun(hearing: Hearing, slots: Times, now: Date): void {
  mustStand(hearing)
  if (slots.some(({ startsAt }) => startsAt <= now)) throw new Problem(hearingBegun)
}

export function mustHaveBegun(hearing: Hearing, slots: Times, now: Date): void {
  mustStand(hearing)
  if (!slots.some(({ startsAt }) => startsAt <= now)) throw new Problem(hearingNotBegun)
}

export function mustBeHeld(hearing: Hearing, slots: Times, now: Date): void {
  mustStand(hearing)
  if (hearingState(hearing, slots, now) !== 'held') throw new Problem(hearingNotHeld)
}
