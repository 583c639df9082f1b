import { type Day, dayOf } from '../kernel/day.ts'
import { minutesOf, remarksBy, remarksWaiting } from '../minutes/index.ts'
import type { Db } from '../platform/db.ts'
import { yearBefore } from './facts.ts'
import { type Hearing, hearingState } from './rules/hearings.ts'
import type { Slot } from './rules/slots.ts'
import { hearingsById, hearingsOfEcosystems, slotsAfter, slotsOf } from './store/hearings.ts'
import { speakersIn } from './store/minutes.ts'
import { invitationsOf, registrationsIn, registrationsOf } from './store/registrations.ts'
import { stakeholdersOfPerson } from './store/stakeholders.ts'

export interface NextHearing {
  readonly hearing: Hearing
  readonly slot: Slot
}

/** Of all ecosystems, the soonest slots first, in two statements. */
export async function nextHearings(db: Db, now: Date, limit: number): Promise<NextHearing[]> {
  const slots = await slotsAfter(db, now, limit)
  const hearings = await hearingsById(
    db,
    slots.map(({ hearingId }) => hearingId),
  )
  return slots.map((slot) => ({ slot, hearing: hearings.get(slot.hearingId) as Hearing }))
}

export interface HearingDuty {
  readonly hearing: Hearing
  readonly until: Day | null
}

/** What waits for a person's answer: invitations to be heard, and minutes sent to whoever was. */
export interface WaitingInHearings {
  readonly invitations: readonly HearingDuty[]
  readonly minutes: readonly HearingDuty[]
}

/** In nine statements. */
export async function waitingInHearings(db: Db, personId: string, now: Date): Promise<WaitingInHearings> {
  const today = dayOf(now)
  const asked = await invitationsOf(db, personId)
  const mine = await registrationsOf(db, personId)
  const stakeholders = await stakeholdersOfPerson(db, personId)
  const ids = [...new Set([...asked, ...mine].map(({ hearingId }) => hearingId))]
  const speakers = await speakersIn(db, [...mine.map((one) => one.stakeholderId), ...stakeholders.map(({ id }) => id)])
  const hearings = await hearingsById(db, [...ids, ...speakers.map(({ hearingId }) => hearingId)])
  const all = [...hearings.keys()]
  const minutes = await minutesOf(db, all)
  const registrations = await registrationsIn(db, all)
  const spoken = await remarksBy(db, personId, all)

  const invitations = asked.flatMap(({ hearingId, declinedAt }): HearingDuty[] => {
    const hearing = hearings.get(hearingId)
    if (!hearing || declinedAt || hearing.cancelledAt || hearing.closesOn < today) return []
    return mine.some((one) => one.hearingId === hearingId) ? [] : [{ hearing, until: hearing.closesOn }]
  })
  const toRead = [...hearings.values()].flatMap((hearing): HearingDuty[] => {
    const { sent, approved } = minutes.get(hearing.id) ?? {}
    if (!sent || approved || sent.until < today || spoken.has(`${hearing.id} ${sent.version}`)) return []
    const heard = speakers.some(({ hearingId, stakeholderId }) => {
      if (hearingId !== hearing.id) return false
      const registered = registrations.find(
        (one) => one.hearingId === hearingId && one.stakeholderId === stakeholderId && one.withdrawnAt === null,
      )
      return registered ? registered.personId === personId : stakeholders.some(({ id }) => id === stakeholderId)
    })
    return heard ? [{ hearing, until: sent.until }] : []
  })
  return { invitations, minutes: toRead }
}

export interface KeepingDuty {
  readonly hearing: Hearing
  readonly kind: 'write' | 'answer' | 'close'
  readonly until: Day | null
}

/** What waits for whoever keeps the hearings of some ecosystems: minutes to write and send, amendments to answer, minutes to close. */
export async function hearingsToKeep(db: Db, ecosystemIds: readonly string[], now: Date): Promise<KeepingDuty[]> {
  const today = dayOf(now)
  const hearings = (await hearingsOfEcosystems(db, ecosystemIds)).filter(({ calledAt }) => dayOf(calledAt) >= yearBefore(today))
  const ids = hearings.map(({ id }) => id as string)
  const slots = await slotsOf(db, ids)
  const minutes = await minutesOf(db, ids)
  const waiting = await remarksWaiting(db, ids)
  return hearings.flatMap((hearing): KeepingDuty[] => {
    const own = slots.filter(({ hearingId }) => hearingId === hearing.id)
    if (hearingState(hearing, own, now) !== 'held') return []
    const { version, sent, approved } = minutes.get(hearing.id) ?? { version: 0, sent: null, approved: null }
    if (approved) return []
    if (waiting.has(hearing.id)) return [{ hearing, kind: 'answer', until: sent?.until ?? null }]
    if (!sent || sent.version !== version) return [{ hearing, kind: 'write', until: null }]
    return sent.until < today ? [{ hearing, kind: 'close', until: null }] : []
  })
}
