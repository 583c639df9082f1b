import type { PersonId } from '../../charter/policy.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import { type Hearing, mustStand } from './hearings.ts'
import type { Slot } from './slots.ts'

export type RegistrationId = Id<'hearing-registration'>
export type HearingInvitationId = Id<'hearing-invitation'>

export interface Registration {
  readonly id: RegistrationId
  readonly hearingId: string
  readonly slotId: string
  readonly personId: PersonId
  /** For whom they speak. */
  readonly stakeholderId: string
  /** What they want to tell. */
  readonly subject: string | null
  /** What they leave in writing: for those who hear. */
  readonly fileId: string | null
  readonly registeredAt: Date
  readonly withdrawnAt: Date | null
}

export interface HearingInvitation {
  readonly id: HearingInvitationId
  readonly hearingId: string
  readonly stakeholderId: string
  readonly personId: PersonId
  readonly invitedAt: Date
  readonly declinedAt: Date | null
}

export const notOpenYet = {
  slug: 'registrations-not-open',
  status: 409,
  it: 'Le iscrizioni si aprono il {day}: torna da quel giorno.',
  en: 'Registrations open on {day}: come back from that day on.',
} as const satisfies ProblemKind

export const windowClosed = {
  slug: 'registrations-closed',
  status: 409,
  it: 'Le iscrizioni si sono chiuse il {day}: scrivi alla segreteria, o segui l’ecosistema per sapere della prossima audizione.',
  en: 'Registrations closed on {day}: write to the secretariat, or follow the ecosystem to hear of the next hearing.',
} as const satisfies ProblemKind

export const slotBegun = {
  slug: 'slot-begun',
  status: 409,
  it: 'Questo turno è già cominciato: scegline un altro.',
  en: 'This slot has already begun: choose another.',
} as const satisfies ProblemKind

export const registeredAlready = {
  slug: 'registered-already',
  status: 409,
  it: 'Risulti già tra gli iscritti a questa audizione: per cambiare turno ritirati e iscriviti di nuovo.',
  en: 'You are already registered in this hearing: to change slot, withdraw and register again.',
} as const satisfies ProblemKind

export const stakeholderRegistered = {
  slug: 'stakeholder-registered-already',
  status: 409,
  it: 'Per questa organizzazione è già iscritta un’altra persona: parla una voce sola per ognuna.',
  en: 'Somebody else is already registered for this organisation: one voice speaks for each.',
} as const satisfies ProblemKind

export const notRegistered = {
  slug: 'not-registered',
  status: 409,
  it: 'Non risulti tra gli iscritti a questa audizione.',
  en: 'You are not registered in this hearing.',
} as const satisfies ProblemKind

export const onlyStakeholders = {
  slug: 'hearing-for-stakeholders',
  status: 403,
  it: 'A questa audizione può iscriversi chi è sulla mappa dei portatori di interesse dell’ecosistema. Scrivi alla segreteria per esserci.',
  en: 'Those on the ecosystem’s stakeholder map may register in this hearing. Write to the secretariat to be on it.',
} as const satisfies ProblemKind

export const onlyInvited = {
  slug: 'hearing-for-those-invited',
  status: 403,
  it: 'A questa audizione può iscriversi chi è stato invitato: apri il collegamento nel messaggio di invito.',
  en: 'Those invited may register in this hearing: open the link in the message of invitation.',
} as const satisfies ProblemKind

export const hearingInvitationUnknown = {
  slug: 'hearing-invitation-unknown',
  status: 404,
  it: 'Questo collegamento non apre nessun invito: forse è stato copiato a metà. Aprilo di nuovo dal messaggio.',
  en: 'This link opens no invitation: perhaps it was copied in part. Open it again from the message.',
} as const satisfies ProblemKind

export const anothersHearingInvitation = {
  slug: 'hearing-invitation-of-another',
  status: 403,
  it: 'Questo invito è di un’altra persona: ognuno risponde con il proprio. Se vuoi essere ascoltato, iscriviti dalla pagina dell’audizione.',
  en: 'This invitation is somebody else’s: each person answers with their own. To be heard, register on the page of the hearing.',
} as const satisfies ProblemKind

export const declinedAlready = {
  slug: 'hearing-invitation-declined',
  status: 409,
  it: 'Hai già declinato questo invito. Se hai cambiato idea, iscriviti a un turno.',
  en: 'You have already declined this invitation. If you changed your mind, register in a slot.',
} as const satisfies ProblemKind

export const nobodyToInvite = {
  slug: 'nobody-to-invite',
  status: 422,
  it: 'Tra quelli scelti nessuno può essere invitato: servono portatori di interesse con una persona di riferimento, non ancora invitati.',
  en: 'None of those chosen can be invited: choose stakeholders with a person to write to, not invited yet.',
} as const satisfies ProblemKind

export const whoSpeaks = {
  slug: 'registration-kind-needed',
  status: 422,
  it: 'Di’ in che veste parli: serve per sapere chi è stato ascoltato.',
  en: 'Say in which capacity you speak: it tells who was heard.',
} as const satisfies ProblemKind

/** The link alone is enough; but whoever entered as somebody else was sent it by mistake. */
export function mustBeTheirInvitation(actorId: PersonId | null, invited: PersonId): void {
  if (actorId !== null && actorId !== invited) throw new Problem(anothersHearingInvitation)
}

export function mustBeOpen(hearing: Hearing, now: Date): void {
  mustStand(hearing)
  const today = dayOf(now)
  if (today < hearing.opensOn) throw new Problem(notOpenYet, { day: hearing.opensOn })
  if (today > hearing.closesOn) throw new Problem(windowClosed, { day: hearing.closesOn })
}

export function mustNotHaveStarted(slot: Slot, now: Date): void {
  if (slot.startsAt <= now) throw new Problem(slotBegun, { field: 'slotId' })
}

export interface Knowing {
  readonly invited: boolean
  readonly onTheMap: boolean
}

/** Whom the call is for; an invitation opens every hearing. */
export function mustBeAddressed({ openTo }: Pick<Hearing, 'openTo'>, { invited, onTheMap }: Knowing): void {
  if (invited || openTo === 'anybody') return
  if (openTo === 'invited') throw new Problem(onlyInvited)
  if (!onTheMap) throw new Problem(onlyStakeholders)
}

export function mustNotBeRegistered(
  registrations: readonly Registration[],
  { personId, stakeholderId }: Pick<Registration, 'personId' | 'stakeholderId'>,
): void {
  const standing = registrations.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (standing.some((one) => one.personId === personId)) throw new Problem(registeredAlready, { field: 'slotId' })
  if (standing.some((one) => one.stakeholderId === stakeholderId)) throw new Problem(stakeholderRegistered, { field: 'organisationId' })
}

export interface Queue {
  readonly heard: readonly Registration[]
  /** In the order in which they asked. */
  readonly waiting: readonly Registration[]
}

/** A slot takes as many as it holds, in the order in which they asked; the others wait for somebody to withdraw. */
export function queueOf(slot: Pick<Slot, 'id' | 'capacity'>, registrations: readonly Registration[]): Queue {
  const standing = registrations
    .filter(({ slotId, withdrawnAt }) => slotId === slot.id && withdrawnAt === null)
    .sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime() || (a.id < b.id ? -1 : 1))
  return { heard: standing.slice(0, slot.capacity), waiting: standing.slice(slot.capacity) }
}

/** The place in the waiting list, from 1; null for whoever is in. */
export function placeInLine(slots: readonly Slot[], registrations: readonly Registration[], { id, slotId }: Registration): number | null {
  const slot = slots.find((one) => one.id === slotId)
  const index = slot ? queueOf(slot, registrations).waiting.findIndex((one) => one.id === id) : -1
  return index < 0 ? null : index + 1
}
