import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { notFound, Problem, type ProblemKind } from '../../kernel/problem.ts'
import { mustBeATimeInRome } from '../../kernel/rome.ts'

export type SlotId = Id<'hearing-slot'>

export interface Slot {
  readonly id: SlotId
  readonly hearingId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string | null
  /** Where to join from afar: for those registered alone. */
  readonly link: string | null
  readonly capacity: number
}

export const slotEndsBeforeStart = {
  slug: 'slot-ends-before-start',
  status: 422,
  it: 'Il turno finisce prima di cominciare: correggi una delle due ore.',
  en: 'The slot ends before it begins: correct one of the two times.',
} as const satisfies ProblemKind

export const slotInThePast = {
  slug: 'slot-in-the-past',
  status: 422,
  it: 'Un turno si fissa, o si sposta, a un momento che deve ancora venire: scegli un altro giorno o un’altra ora.',
  en: 'A slot is set for, or moved to, a time yet to come: choose another day or time.',
} as const satisfies ProblemKind

export const slotsOverlap = {
  slug: 'slots-overlap',
  status: 409,
  it: 'C’è già un turno in quelle ore: due turni della stessa audizione non si sovrappongono. Scegli un’altra ora.',
  en: 'There is already a slot at those hours: two slots of one hearing do not overlap. Choose another time.',
} as const satisfies ProblemKind

export const slotNowhere = {
  slug: 'slot-without-place',
  status: 422,
  it: 'Scrivi dove si tiene il turno, o l’indirizzo per collegarsi, o entrambi.',
  en: 'Write where the slot takes place, or the address to join it, or both.',
} as const satisfies ProblemKind

export const slotTaken = {
  slug: 'slot-with-registrations',
  status: 409,
  it: 'In questo turno {count, plural, one {è iscritta una persona} other {sono iscritte # persone}}: puoi spostarlo, non toglierlo.',
  en: '{count, plural, one {One person is} other {# people are}} registered in this slot: it can be moved, not taken away.',
} as const satisfies ProblemKind

export const lastSlot = {
  slug: 'last-slot',
  status: 409,
  it: 'È l’unico turno: un’audizione ne ha almeno uno. Spostalo, oppure annulla l’audizione.',
  en: 'It is the only slot: a hearing has at least one. Move it, or cancel the hearing.',
} as const satisfies ProblemKind

export const capacityTooLow = {
  slug: 'capacity-below-registrations',
  status: 422,
  it: 'Gli iscritti sono già {count}: i posti non possono essere di meno.',
  en: 'There are already {count} people registered: the places cannot be fewer.',
} as const satisfies ProblemKind

export const tooManySlots = {
  slug: 'too-many-slots',
  status: 422,
  it: 'Un’audizione ha al massimo {most} turni: per ascoltare altri, indicine un’altra.',
  en: 'A hearing has at most {most} slots: to hear more people, call another.',
} as const satisfies ProblemKind

const most = 60

export interface SlotTold {
  readonly on: Day
  readonly starts: string
  readonly ends: string
  readonly place: string | null
  readonly link: string | null
  readonly capacity: number
}

/** A slot as told by a form, checked against the clock and the other slots of its hearing. */
export function slotFrom(told: SlotTold, others: readonly Slot[], now: Date): Omit<Slot, 'id' | 'hearingId'> {
  const startsAt = mustBeATimeInRome(told.on, told.starts, 'starts')
  const endsAt = mustBeATimeInRome(told.on, told.ends, 'ends')
  if (endsAt <= startsAt) throw new Problem(slotEndsBeforeStart, { field: 'ends' })
  if (startsAt <= now) throw new Problem(slotInThePast, { field: 'on' })
  if (!told.place && !told.link) throw new Problem(slotNowhere, { field: 'place' })
  if (others.length >= most) throw new Problem(tooManySlots, { most })
  if (others.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)) throw new Problem(slotsOverlap, { field: 'starts' })
  return { startsAt, endsAt, place: told.place, link: told.link, capacity: told.capacity }
}

export function pickSlot(slots: readonly Slot[], id: string): Slot {
  const slot = slots.find((one) => one.id === id)
  if (!slot) throw new Problem(notFound, { slot: id })
  return slot
}

export function mustBeEmpty(registered: number): void {
  if (registered > 0) throw new Problem(slotTaken, { count: registered })
}

export function mustHold(capacity: number, registered: number): void {
  if (capacity < registered) throw new Problem(capacityTooLow, { field: 'capacity', count: registered })
}

export function mustNotBeLast(slots: readonly Slot[]): void {
  if (slots.length < 2) throw new Problem(lastSlot)
}
