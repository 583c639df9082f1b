import type { Db } from '../../platform/db.ts'

const own = (db: Db) =>
  db.$pickTables<
    | 'contribution'
    | 'contributionRevision'
    | 'contributionFile'
    | 'contributionDraft'
    | 'contributionSupport'
    | 'contributionComment'
    | 'contributionFlag'
    | 'moderationAct'
  >()

/** Nobody by hand comes near: a download is read whole, once. */
const most = 10_000

export async function contributionsOfPerson(db: Db, personId: string) {
  const rows = await own(db)
    .selectFrom('contribution')
    .select(['consultationId', 'id', 'number', 'targetKind', 'blockId', 'channel', 'receivedAt', 'protocolNumber', 'protocolDay'])
    .select(['organisationId', 'mandate', 'showsName', 'lang', 'text', 'answers', 'hash', 'changedAt', 'withdrawnAt', 'hiddenAt'])
    .select(['hiddenRule', 'appealedAt', 'supports'])
    .where('authorId', '=', personId)
    .orderBy('receivedAt')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ hash, ...row }) => ({ ...row, hash: hash.toString('hex') }))
}

/** What those contributions were before each change. */
export async function revisionsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contribution as c')
    .innerJoin('contributionRevision as r', (on) =>
      on.onRef('r.consultationId', '=', 'c.consultationId').onRef('r.contributionId', '=', 'c.id'),
    )
    .select(['r.contributionId', 'r.revision', 'r.at', 'r.text', 'r.answers', 'r.showsName'])
    .where('c.authorId', '=', personId)
    .orderBy('r.contributionId')
    .orderBy('r.revision')
    .limit(most)
    .execute()
}

/** Which files were ever attached, those taken away included. */
export async function filesOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contribution as c')
    .innerJoin('contributionFile as f', (on) =>
      on.onRef('f.consultationId', '=', 'c.consultationId').onRef('f.contributionId', '=', 'c.id'),
    )
    .select(['f.contributionId', 'f.fileId', 'f.questionId', 'f.addedIn', 'f.removedIn'])
    .where('c.authorId', '=', personId)
    .orderBy('f.contributionId')
    .orderBy('f.position')
    .limit(most)
    .execute()
}

export async function draftsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contributionDraft')
    .select(['consultationId', 'id', 'content', 'savedAt'])
    .where('personId', '=', personId)
    .orderBy('savedAt')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function supportsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contributionSupport')
    .select(['consultationId', 'contributionId', 'at'])
    .where('personId', '=', personId)
    .orderBy('at')
    .orderBy('contributionId')
    .limit(most)
    .execute()
}

export async function commentsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contributionComment')
    .select(['consultationId', 'contributionId', 'id', 'text', 'showsName', 'at', 'withdrawnAt', 'hiddenAt', 'hiddenRule'])
    .where('authorId', '=', personId)
    .orderBy('at')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function flagsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contributionFlag')
    .select(['consultationId', 'contributionId', 'rule', 'note', 'at', 'settledAt'])
    .where('personId', '=', personId)
    .orderBy('at')
    .orderBy('contributionId')
    .limit(most)
    .execute()
}

/** Requests to look again at a hiding, and how each ended. */
export async function appealsOfPerson(db: Db, personId: string) {
  return own(db)
    .selectFrom('contribution as c')
    .innerJoin('moderationAct as m', (on) => on.onRef('m.consultationId', '=', 'c.consultationId').onRef('m.contributionId', '=', 'c.id'))
    .select(['m.consultationId', 'm.contributionId', 'm.kind', 'm.rule', 'm.reason', 'm.at'])
    .where('c.authorId', '=', personId)
    .orderBy('m.id')
    .limit(most)
    .execute()
}
