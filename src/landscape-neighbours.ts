import { paths, withQuery } from './charter/paths.ts'
import { consultedVersionsOf } from './consultations/index.ts'
import { draftsSpeakingOf, isPublic, type SpeakingVersion, versionsOfAll, versionsSpeakingOf } from './documents/index.ts'
import type { Day } from './kernel/day.ts'
import { excerpt } from './kernel/excerpt.ts'
import type { Lang } from './kernel/lang.ts'
import type { LivingProject, Neighbours } from './landscape/index.ts'
import type { Db } from './platform/db.ts'
import { listProjects, type Project, projectStateInWords, projectsById } from './portfolio/index.ts'

const found = 10

const titleOf = (lang: Lang, { titleIt, titleEn }: { readonly titleIt: string; readonly titleEn: string | null }) =>
  (lang === 'en' && titleEn) || titleIt

const living = (lang: Lang, project: Project, today: Day): LivingProject => ({
  id: project.id,
  title: titleOf(lang, project),
  path: paths.project(project.id),
  state: projectStateInWords(lang, project, today),
  withdrawn: project.withdrawnOn !== null,
})

/** Of the versions that speak of something, the last of each document that everybody reads: in three statements. */
async function readByAll(db: Db, id: string, today: Day): Promise<SpeakingVersion[]> {
  const speaking = await versionsSpeakingOf(db, id)
  const documentIds = [...new Set(speaking.map(({ documentId }) => documentId))]
  const consulted = new Set(await consultedVersionsOf(db, documentIds))
  const readable = (await versionsOfAll(db, documentIds)).filter((version) => isPublic(version, today) || consulted.has(version.id))
  const last = new Map(readable.map((version) => [version.documentId as string, version.id as string]))
  return speaking.filter(({ documentId, versionId }) => last.get(documentId) === versionId)
}

/** What the rooms beside and above tell the one that keeps databases, systems and their interconnections. */
export const landscapeNeighbours: Neighbours = {
  texts: async (db, systemId, { lang, today }) =>
    (await readByAll(db, systemId, today)).map((one) => ({
      title: titleOf(lang, one),
      path: withQuery(paths.version(one.documentId, one.number), { blocco: one.blockId }),
      text: excerpt(one.text, 240),
    })),
  drafts: async (db, systemId, { lang }) =>
    (await draftsSpeakingOf(db, systemId)).map((one) => ({
      title: titleOf(lang, one),
      path: withQuery(paths.draft(one.documentId), { blocco: one.blockId }),
      text: excerpt(one.text, 240),
    })),
  projectsById: async (db, ids, { lang, today }) =>
    new Map([...(await projectsById(db, ids))].map(([id, project]) => [id, living(lang, project, today)])),
  suggestProjects: async (db, ecosystemId, words, { lang, today }) =>
    (await listProjects(db, ecosystemId, { q: words.slice(0, 200) }, today, { limit: found })).items.map((project) =>
      living(lang, project, today),
    ),
}
