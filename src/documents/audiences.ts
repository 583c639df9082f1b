import { paths } from '../charter/paths.ts'
import { grantsInScope } from '../identity/index.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { say, type Values } from '../kernel/words.ts'
import type { Db } from '../platform/db.ts'
import type { Audience, Telling } from '../platform/telling.ts'
import { noticeWords } from './messages/notices.ts'
import { type Document, titleIn } from './rules/documents.ts'
import { commentsById, voicesIn } from './store/comments.ts'
import { getDocument } from './store/documents.ts'
import { getVersion } from './store/versions.ts'

type Key = keyof typeof noticeWords.it & string

function inWords(document: Document, title: Key, text: Key, values: Values = {}): Telling['words'] {
  const of = (lang: Lang) => {
    const all = { ...values, title: titleIn(lang, document) }
    return { title: say(lang, noticeWords, title, all), text: say(lang, noticeWords, text, all) }
  }
  return { it: of('it'), en: of('en') }
}

/** Whoever has one of these roles in the bodies that work on a document, or leads its ecosystem. */
async function workersOn(db: Db, document: Document, today: Day, only: readonly string[] | null = null): Promise<string[]> {
  const scopes = [...document.bodies.map((id) => ({ kind: 'body', id }) as const), { kind: 'ecosystem', id: document.ecosystemId } as const]
  const grants = []
  for (const scope of scopes) grants.push(...(await grantsInScope(db, scope, today)))
  return [...new Set(grants.filter(({ role }) => !only || only.includes(role)).map(({ personId }) => personId as string))]
}

/** Who looks after a draft. */
const keepers = ['lead', 'chair', 'secretary', 'rapporteur']

/** A new comment is for those who look after the draft; what follows it, for whoever spoke in the discussion too. */
const commenters: Audience = {
  kind: 'documents',
  acts: ['documents.comment', 'documents.resolve-comment'],
  async tell(db, { act, subjectId, facts, at }) {
    const comment = (await commentsById(db, [subjectId])).get(subjectId)
    if (!comment) return []
    const document = await getDocument(db, comment.documentId)
    const voices = await voicesIn(db, comment.parentId ?? comment.id)
    const turned = facts.open === true ? 'reopened' : 'resolved'
    const title = act === 'documents.resolve-comment' ? turned : comment.parentId ? 'answered' : 'commented'
    const personIds = title === 'commented' ? await workersOn(db, document, dayOf(at), keepers) : voices
    const to = `${paths.draftBlock(document.id, comment.blockId)}#commenti`
    return [{ personIds: [...new Set(personIds)], to, words: inWords(document, title, 'commentText') }]
  },
}

const steps = {
  'documents.freeze': ['frozen', 'frozenText'],
  'documents.declare-final': ['final', 'finalText'],
  'documents.adopt': ['adopted', 'adoptedText'],
  'documents.publish': ['published', 'publishedText'],
} as const satisfies Record<string, readonly [Key, Key]>

/** How a version goes on is for all who work on the document. */
const readersOfVersions: Audience = {
  kind: 'documents',
  acts: Object.keys(steps) as (keyof typeof steps)[],
  async tell(db, { act, subjectId, at }) {
    const version = await getVersion(db, subjectId)
    const document = await getDocument(db, version.documentId)
    const [title, text] = steps[act as keyof typeof steps]
    const { number } = version
    return [
      {
        personIds: await workersOn(db, document, dayOf(at)),
        to: paths.version(document.id, number),
        words: inWords(document, title, text, { number }),
      },
    ]
  },
}

export const documentAudiences: readonly Audience[] = [commenters, readersOfVersions]
