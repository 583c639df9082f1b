import type { Db } from '../../platform/db.ts'

const own = (db: Db) => db.$pickTables<'stakeholder' | 'hearingInvitation' | 'hearingRegistration' | 'needProposal' | 'needCall'>()

/** Nobody comes near: a download is read whole, once. */
const most = 10_000

/** The places on maps where a person stands or speaks; what is noted of an organisation is not about them. */
export async function placesOnMaps(db: Db, personId: string) {
  const rows = await own(db)
    .selectFrom('stakeholder')
    .select(['id', 'ecosystemId', 'kind', 'organisationId', 'showsName', 'interest', 'influence', 'involvement', 'notes'])
    .select(['addedOn', 'removedOn'])
    .where('personId', '=', personId)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ notes, ...row }) => (row.organisationId ? row : { ...row, notes }))
}

export async function invitationsToHearings(db: Db, personId: string) {
  return own(db)
    .selectFrom('hearingInvitation')
    .select(['hearingId', 'stakeholderId', 'invitedAt', 'declinedAt'])
    .where('personId', '=', personId)
    .orderBy('invitedAt')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function registrationsToHearings(db: Db, personId: string) {
  return own(db)
    .selectFrom('hearingRegistration')
    .select(['hearingId', 'slotId', 'stakeholderId', 'subject', 'fileId', 'registeredAt', 'withdrawnAt'])
    .where('personId', '=', personId)
    .orderBy('registeredAt')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** Whatever they proposed, those withdrawn among them, each with its outcome. */
export async function needsProposed(db: Db, personId: string) {
  return own(db)
    .selectFrom('needProposal as p')
    .innerJoin('needCall as c', 'c.id', 'p.callId')
    .select(['p.id', 'p.callId', 'c.title as call', 'p.organisationId', 'p.voiceKind', 'p.statement', 'p.why', 'p.evidenceText'])
    .select([
      'p.evidenceLink',
      'p.frequency',
      'p.severity',
      'p.proposedAt',
      'p.withdrawnOn',
      'p.outcome',
      'p.reason',
      'p.needId',
      'p.answeredOn',
    ])
    .where('p.personId', '=', personId)
    .orderBy('p.proposedAt')
    .orderBy('p.id')
    .limit(most)
    .execute()
}
