import type { PersonId } from '../../charter/policy.ts'
import type { Db } from '../../platform/db.ts'
import type { HearingInvitation, HearingInvitationId, Registration, RegistrationId } from '../rules/registrations.ts'

const own = (db: Db) => db.$pickTables<'hearingInvitation' | 'hearingRegistration'>()

const registrations = (db: Db) =>
  own(db).selectFrom('hearingRegistration').selectAll().$narrowType<{ id: RegistrationId; personId: PersonId }>()

const invitations = (db: Db) =>
  own(db).selectFrom('hearingInvitation').selectAll().$narrowType<{ id: HearingInvitationId; personId: PersonId }>()

/** In the order in which they asked, those withdrawn among them. */
export async function registrationsIn(db: Db, hearingIds: readonly string[]): Promise<Registration[]> {
  if (hearingIds.length === 0) return []
  return registrations(db)
    .where('hearingId', 'in', [...new Set(hearingIds)])
    .orderBy('registeredAt')
    .orderBy('id')
    .execute()
}

export async function findRegistration(db: Db, id: string): Promise<Registration | null> {
  return (await registrations(db).where('id', '=', id).executeTakeFirst()) ?? null
}

/** What a person asked for, the latest first; no more than two hundred. */
export async function registrationsOf(db: Db, personId: string): Promise<Registration[]> {
  return registrations(db)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .orderBy('registeredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

export async function registrationOfFile(db: Db, fileId: string): Promise<Registration | null> {
  return (await registrations(db).where('fileId', '=', fileId).executeTakeFirst()) ?? null
}

export async function insertRegistration(tx: Db, registration: Registration): Promise<void> {
  await own(tx).insertInto('hearingRegistration').values(registration).execute()
}

export async function withdrawRegistration(tx: Db, id: string, withdrawnAt: Date): Promise<void> {
  await own(tx).updateTable('hearingRegistration').set({ withdrawnAt }).where('id', '=', id).execute()
}

export async function invitationsTo(db: Db, hearingId: string): Promise<HearingInvitation[]> {
  return invitations(db).where('hearingId', '=', hearingId).orderBy('invitedAt').orderBy('id').execute()
}

export async function findInvitation(db: Db, id: string): Promise<HearingInvitation | null> {
  return (await invitations(db).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Those of a person, the latest first; no more than two hundred. */
export async function invitationsOf(db: Db, personId: string): Promise<HearingInvitation[]> {
  return invitations(db).where('personId', '=', personId).orderBy('invitedAt', 'desc').orderBy('id', 'desc').limit(200).execute()
}

export async function insertInvitations(tx: Db, rows: readonly HearingInvitation[]): Promise<void> {
  if (rows.length === 0) return
  await own(tx)
    .insertInto('hearingInvitation')
    .values([...rows])
    .execute()
}

export async function setDeclined(tx: Db, id: string, declinedAt: Date | null): Promise<void> {
  await own(tx).updateTable('hearingInvitation').set({ declinedAt }).where('id', '=', id).execute()
}
