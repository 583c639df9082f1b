import { getVersion, type Version } from '../../documents/index.ts'
import { notFound, Problem } from '../../kernel/problem.ts'
import { filesOf, type StoredFile } from '../../platform/files.ts'
import type { Ctx } from '../../platform/http.ts'
import { type By, signaturesOf } from '../people.ts'
import type { AnnotationPlace } from '../rules/carrying.ts'
import type { OpenedConsultation } from '../rules/consultation.ts'
import { type Contribution, contributionState, mustBeTaking } from '../rules/contributions.ts'
import type { ModerationAct } from '../rules/moderation.ts'
import type { Question } from '../rules/questions.ts'
import { placesOf } from '../store/annotation-places.ts'
import { annotationsOf } from '../store/annotations.ts'
import { type Comment, commentsOn } from '../store/comments.ts'
import { attachmentsOf, contributionByNumber, type Revision, revisionsOf } from '../store/contributions.ts'
import { moderationsOf } from '../store/moderation.ts'
import { questionsOf } from '../store/questions.ts'
import { supportedBy } from '../store/supports.ts'
import { textOfVersion } from '../version-text.ts'
import { readableVersions } from '../versions.ts'
import { type Around, mayDo } from './around.tsx'

export function contributionAt(c: Ctx): Promise<Contribution> {
  const number = Number(c.req.param('number'))
  if (!Number.isSafeInteger(number)) throw new Problem(notFound)
  return contributionByNumber(c.var.db, c.req.param('id') ?? '', number)
}

export interface Later {
  readonly version: Version
  readonly place: AnnotationPlace
}

export interface Shown extends Around<OpenedConsultation> {
  readonly contribution: Contribution
  readonly version: Version
  /** What it speaks of, as it stood in that version: the words chosen, or the whole block. */
  readonly passage: string | null
  /** Where the passage stands in the later versions that whoever reads may see. */
  readonly later: readonly Later[]
  readonly placer: boolean
  readonly by: By
  readonly questions: readonly Question[]
  readonly files: readonly StoredFile[]
  readonly revisions: readonly Revision[]
  readonly comments: readonly Comment[]
  readonly moderations: readonly ModerationAct[]
  readonly own: boolean
  readonly moderator: boolean
  readonly reviewer: boolean
  readonly supported: boolean
  /** Contributions can be changed, supported and answered now. */
  readonly taking: boolean
  readonly canAct: boolean
}

export async function gather(c: Ctx, whole: Around<OpenedConsultation>, contribution: Contribution): Promise<Shown> {
  const { db, actor, reader, now } = c.var
  const { consultation } = whole
  const own = actor.id !== null && contribution.authorId === actor.id
  const moderator = mayDo(c, 'consultations.hide', consultation)
  const visible = contributionState(contribution) === 'visible'
  const readable = visible || own || moderator
  const attached = readable ? await attachmentsOf(db, consultation.id, [contribution.id]) : []
  const files = await filesOf(
    db,
    attached.map(({ fileId }) => fileId),
  )
  const comments = visible ? await commentsOn(db, contribution) : []
  const { target, versionId } = contribution
  const block = target.kind === 'whole' ? null : (await textOfVersion(db, versionId)).blocks.find(({ id }) => id === target.blockId)
  const words = target.kind === 'words' ? (await annotationsOf(db, consultation.id, [contribution.id])).get(contribution.id) : undefined
  return {
    ...whole,
    contribution,
    version: await getVersion(db, versionId),
    passage: words?.exact ?? block?.text ?? null,
    later: readable ? await laterPlaces(c, consultation, contribution) : [],
    placer: mayDo(c, 'consultations.place-annotation', consultation),
    by: await signaturesOf(db, reader.lang, [contribution, ...comments]),
    questions: Object.keys(contribution.answers).length > 0 ? await questionsOf(db, consultation.id) : [],
    files: attached.flatMap(({ fileId }) => files.get(fileId) ?? []),
    revisions: readable ? await revisionsOf(db, contribution) : [],
    comments,
    moderations: own || moderator ? await moderationsOf(db, contribution) : [],
    own,
    moderator,
    reviewer: mayDo(c, 'consultations.settle-appeal', consultation),
    supported: actor.id !== null && (await supportedBy(db, actor.id, consultation.id, [contribution.id])).size > 0,
    taking: isTaking(consultation, now),
    canAct: actor.id !== null,
  }
}

function isTaking(consultation: OpenedConsultation, now: Date): boolean {
  try {
    mustBeTaking(consultation, now)
    return true
  } catch {
    return false
  }
}

async function laterPlaces(c: Ctx, consultation: OpenedConsultation, { id, target }: Contribution): Promise<Later[]> {
  if (target.kind === 'whole') return []
  const places = await placesOf(c.var.db, consultation.id, [id])
  if (places.length === 0) return []
  const versions = await readableVersions(c.var.db, c.var.actor, consultation, c.var.today)
  return versions.flatMap((version) => {
    const place = places.find(({ versionId }) => versionId === version.id)
    return place ? [{ version, place }] : []
  })
}
