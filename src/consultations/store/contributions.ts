import type { PersonId } from '../../charter/policy.ts'
import type { Lang } from '../../kernel/lang.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import type { Db } from '../../platform/db.ts'
import type { Channel } from '../rules/consultation.ts'
import type { Contribution, ContributionId, Target, TargetKind } from '../rules/contributions.ts'
import type { Answers } from '../rules/questions.ts'
import { countChange } from './tallies.ts'

const own = (db: Db) => db.$pickTables<'contribution' | 'contributionRevision' | 'contributionFile'>()

export const everyContribution = (db: Db) => own(db).selectFrom('contribution').selectAll()
export type ContributionRow = Awaited<ReturnType<ReturnType<typeof everyContribution>['execute']>>[number]

export function toContribution({ targetKind, blockId, idempotencyKey: _, hash, answers, ...row }: ContributionRow): Contribution {
  return {
    ...row,
    id: row.id as ContributionId,
    target: toTarget(targetKind as TargetKind, blockId),
    channel: row.channel as Channel,
    authorId: row.authorId as PersonId,
    enteredBy: row.enteredBy as PersonId,
    lang: row.lang as Lang,
    answers: answers as Answers,
    hash: hash.toString('hex'),
  }
}

function toTarget(kind: TargetKind, blockId: string | null): Target {
  return kind === 'whole' || blockId === null ? { kind: 'whole' } : { kind, blockId }
}

export async function findContribution(db: Db, consultationId: string, id: string): Promise<Contribution | null> {
  const row = await everyContribution(db).where('consultationId', '=', consultationId).where('id', '=', id).executeTakeFirst()
  return row ? toContribution(row) : null
}

export async function getContribution(db: Db, consultationId: string, id: string): Promise<Contribution> {
  const contribution = await findContribution(db, consultationId, id)
  if (!contribution) throw new Problem(notFound, { contribution: id })
  return contribution
}

export async function contributionByNumber(db: Db, consultationId: string, number: number): Promise<Contribution> {
  const row = await everyContribution(db).where('consultationId', '=', consultationId).where('number', '=', number).executeTakeFirst()
  if (!row) throw new Problem(notFound, { contribution: number })
  return toContribution(row)
}

export async function lockContribution(tx: Db, consultationId: string, id: string): Promise<Contribution> {
  const row = await everyContribution(tx).where('consultationId', '=', consultationId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Problem(notFound, { contribution: id })
  return toContribution(row)
}

export async function contributionsById(db: Db, consultationId: string, ids: readonly string[]): Promise<Map<string, Contribution>> {
  if (ids.length === 0) return new Map()
  const rows = await everyContribution(db)
    .where('consultationId', '=', consultationId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toContribution(row)]))
}

/** What arrived already with the same key, and from the same person. */
export async function findByKey(db: Db, consultationId: string, enteredBy: string, key: string): Promise<Contribution | null> {
  const row = await everyContribution(db)
    .where('consultationId', '=', consultationId)
    .where('enteredBy', '=', enteredBy)
    .where('idempotencyKey', '=', key)
    .executeTakeFirst()
  return row ? toContribution(row) : null
}

/** The changes that a contribution can go through. */
export type ContributionChange = Partial<
  Pick<
    Contribution,
    'text' | 'answers' | 'showsName' | 'hash' | 'revision' | 'changedAt' | 'withdrawnAt' | 'hiddenAt' | 'hiddenRule' | 'appealedAt'
  >
>

/** The one way in which a contribution changes, so that no page kept shows what it was. */
export async function updateContribution(tx: Db, contribution: Contribution, change: ContributionChange): Promise<void> {
  const { consultationId, id } = contribution
  await countChange(tx, contribution)
  const { answers, hash, ...rest } = change
  await own(tx)
    .updateTable('contribution')
    .set({
      ...rest,
      ...(answers ? { answers: JSON.stringify(answers) } : {}),
      ...(hash ? { hash: Buffer.from(hash, 'hex') } : {}),
    })
    .where('consultationId', '=', consultationId)
    .where('id', '=', id)
    .execute()
}

/** What a contribution was, before it is changed. */
export async function insertRevision(tx: Db, contribution: Contribution): Promise<void> {
  const { consultationId, id, revision, receivedAt, changedAt, text, answers, showsName, hash } = contribution
  const at = changedAt ?? receivedAt
  await own(tx)
    .insertInto('contributionRevision')
    .values({
      consultationId,
      contributionId: id,
      revision,
      at,
      text,
      answers: JSON.stringify(answers),
      showsName,
      hash: Buffer.from(hash, 'hex'),
    })
    .execute()
}

export type Revision = Pick<Contribution, 'revision' | 'text' | 'answers' | 'hash'> & { readonly at: Date }

/** What it was before its changes, the last first. */
export async function revisionsOf(db: Db, { consultationId, id }: Pick<Contribution, 'consultationId' | 'id'>): Promise<Revision[]> {
  const rows = await own(db)
    .selectFrom('contributionRevision')
    .select(['revision', 'at', 'text', 'answers', 'hash'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', '=', id)
    .orderBy('revision', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ answers, hash, ...row }) => ({ ...row, answers: answers as Answers, hash: hash.toString('hex') }))
}

export interface Attachment {
  readonly contributionId: string
  readonly fileId: string
  /** The question that it answers; null for one to the whole. */
  readonly questionId: string | null
}

export async function insertAttachments(
  tx: Db,
  { consultationId, id }: Pick<Contribution, 'consultationId' | 'id'>,
  files: readonly Pick<Attachment, 'fileId' | 'questionId'>[],
  addedIn: number,
): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ fileId, questionId }, position) => ({
    fileId,
    questionId,
    consultationId,
    contributionId: id,
    position,
    addedIn,
    removedIn: null,
  }))
  await own(tx).insertInto('contributionFile').values(rows).execute()
}

export async function attachmentsOf(db: Db, consultationId: string, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return []
  return own(db)
    .selectFrom('contributionFile')
    .select(['contributionId', 'fileId', 'questionId'])
    .where('consultationId', '=', consultationId)
    .where('contributionId', 'in', [...new Set(ids)])
    .where('removedIn', 'is', null)
    .orderBy('addedIn')
    .orderBy('position')
    .execute()
}

/** Whose attachment a file is. */
export async function contributionOfFile(db: Db, fileId: string): Promise<Contribution | null> {
  const place = await own(db)
    .selectFrom('contributionFile')
    .select(['consultationId', 'contributionId'])
    .where('fileId', '=', fileId)
    .executeTakeFirst()
  return place ? findContribution(db, place.consultationId, place.contributionId) : null
}
