import { paths } from './charter/paths.ts'
import { consultationsOfDocument, consultedVersions, isOpened, stateOn } from './consultations/index.ts'
import type { References } from './documents/index.ts'
import type { Neighbours } from './documents/pages.ts'
import { adoptionDecisions, annulments, bodiesOf, decisionById } from './groups/index.ts'
import type { Day } from './kernel/day.ts'
import type { Lang } from './kernel/lang.ts'
import { listSystems, type System, systemFullName, systemKinds, systemStateInWords, systemsById } from './landscape/index.ts'
import { type Cover, codeOf, type Need, needStateInWords, needsByIds, needsOf } from './listening/index.ts'
import { coversOf, listProjects, type Project, projectStateInWords, projectsById } from './portfolio/index.ts'

const found = 10

const isSystemKind = (kind: string) => (systemKinds as readonly string[]).includes(kind)

const needRef = (lang: Lang, need: Need, covers: readonly Cover[] = []) => ({
  kind: 'need',
  id: need.id as string,
  title: `${codeOf(need)} ${need.statement.slice(0, 120)}`,
  path: paths.need(need.id),
  state: needStateInWords(lang, need, covers),
})
const titleOf = (lang: Lang, { titleIt, titleEn }: Project) => (lang === 'en' ? (titleEn ?? titleIt) : titleIt)

const systemRef = (lang: Lang, system: System, today: Day) => ({
  kind: system.kind,
  id: system.id as string,
  title: systemFullName(lang, system),
  path: paths.system(system.id),
  state: systemStateInWords(lang, system, today),
})

/** What texts speak of: needs, databases and systems beside the room that keeps the texts, projects and services above it. */
const references: References = {
  async resolve(db, refs, { lang, today }) {
    const of = (...kinds: string[]) => refs.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
    const needs = await needsByIds(db, of('need'))
    const covers = await coversOf(db, [...needs.keys()], { lang, today })
    const projects = await projectsById(db, of('project', 'service'))
    const systems = await systemsById(db, of(...systemKinds))
    return refs.flatMap(({ kind, id }) => {
      const need = kind === 'need' ? needs.get(id) : undefined
      if (need) return [needRef(lang, need, covers.get(id))]
      const system = isSystemKind(kind) ? systems.get(id) : undefined
      if (system) return [{ ...systemRef(lang, system, today), kind }]
      const project = kind === 'project' || kind === 'service' ? projects.get(id) : undefined
      if (!project) return []
      return [{ kind, id, title: titleOf(lang, project), path: paths.project(id), state: projectStateInWords(lang, project, today) }]
    })
  },
  async suggest(db, ecosystemId, words, { lang, today }) {
    const needs = await needsOf(db, ecosystemId, { q: words, limit: found })
    const ids = needs.items.map(({ id }) => id as string)
    const covers = await coversOf(db, ids, { lang, today })
    const projects = await listProjects(db, ecosystemId, { q: words }, today, { limit: found })
    const systems = await listSystems(db, ecosystemId, { q: words }, today, { limit: found })
    return [
      ...needs.items.map((need) => needRef(lang, need, covers.get(need.id))),
      ...projects.items.map((project) => ({
        kind: project.kind === 'priority-service' ? 'service' : 'project',
        id: project.id as string,
        title: titleOf(lang, project),
        path: paths.project(project.id),
        state: projectStateInWords(lang, project, today),
      })),
      ...systems.items.map((system) => systemRef(lang, system, today)),
    ]
  },
}

/** What the rooms beside and above tell the one that keeps the texts. */
export const documentNeighbours: Neighbours = {
  bodiesOf: (db, ecosystemId, today) => bodiesOf(db, [ecosystemId], today),
  findDecision: decisionById,
  adoptions: adoptionDecisions,
  annulments,
  readable: consultedVersions,
  async consulted(db, documentId, today) {
    const consultations = await consultationsOfDocument(db, documentId)
    return consultations.filter(isOpened).flatMap((consultation) => {
      const { id, versionId, opensOn, closesOn } = consultation
      if (opensOn > today) return []
      const open = stateOn(today, consultation) === 'open'
      return [{ versionId, to: paths.consultation(id), textTo: paths.consultationText(id), opensOn, closesOn, open }]
    })
  },
  references,
}
