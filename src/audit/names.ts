import { tellAct } from '../charter/act-words.ts'
import { paths } from '../charter/paths.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { namesOfBodies } from '../groups/index.ts'
import { excerpt } from '../kernel/excerpt.ts'
import type { Lang } from '../kernel/lang.ts'
import { namesOf } from '../organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { addressOf, titlesOf } from '../search/index.ts'
import { idsIn, type RecordedAct, thingsIn } from './rules.ts'

export interface Named {
  readonly name: string
  readonly path: string
}

/** What the ids in some acts are called. */
export interface Names {
  ecosystem(lang: Lang, id: string | null): Named | null
  body(id: string | null): Named | null
  /** The ecosystem in which an act happened, itself or through a body of it. */
  slugOf(act: Pick<RecordedAct, 'placeId'>): string | null
  organisation(id: unknown): Named | null
  /** Something that anybody can find on the site: a need, a project, a document, a consultation. */
  thing(lang: Lang, id: string): Named | null
}

/** Five statements, however many the acts. */
export async function namesIn(db: Db, acts: readonly RecordedAct[]): Promise<Names> {
  const ids = [...new Set(acts.flatMap(idsIn))]
  const bodies = await namesOfBodies(db, acts.flatMap(bodyOf))
  const [ecosystems, organisations, things] = await Promise.all([
    namesOfEcosystems(db, [...ids, ...[...bodies.values()].map(({ ecosystemId }) => ecosystemId)]),
    namesOf(db, ids),
    titlesOf(db, [...new Set(acts.flatMap(thingsIn))]),
  ])
  return {
    ecosystem: (lang, id) => {
      const found = ecosystems.get(id ?? '')
      return found ? { name: (lang === 'en' && found.nameEn) || found.nameIt, path: paths.ecosystem(found.slug) } : null
    },
    body: (id) => {
      const found = bodies.get(id ?? '')
      return found && id ? { name: found.name, path: paths.body(id) } : null
    },
    slugOf: ({ placeId }) => ecosystems.get(bodies.get(placeId ?? '')?.ecosystemId ?? placeId ?? '')?.slug ?? null,
    organisation: (id) => {
      const name = typeof id === 'string' ? organisations.get(id) : undefined
      return name === undefined ? null : { name, path: paths.organisation(String(id)) }
    },
    thing: (lang, id) => {
      const found = things.get(id)
      return found ? { name: excerpt((lang === 'en' && found.titleEn) || found.titleIt, 90), path: addressOf(found) } : null
    },
  }
}

const bodyOf = ({ placeKind, placeId }: RecordedAct) => (placeKind === 'body' && placeId ? [placeId] : [])

/** Where an act happened: in a body, in an ecosystem; null for the platform. */
export function placeOf(lang: Lang, { placeId }: RecordedAct, names: Names): Named | null {
  return names.body(placeId) ?? names.ecosystem(lang, placeId)
}

/** What an act was about, by name, of what anybody can find; the organisation it concerns stands in its sentence already. */
export function aboutOf(lang: Lang, act: RecordedAct, names: Names): Named[] {
  return thingsIn(act).flatMap((id) => names.thing(lang, id) ?? [])
}

/** The organisation an act concerns, if any. */
export function concerned({ act, subjectId, facts }: RecordedAct, names: Names): Named | null {
  return names.organisation(act.startsWith('organisations.') ? subjectId : (facts.organisationId ?? facts.scopeId))
}

/** What an act did, in one sentence: 'Avviata la fase Design'. */
export function sentenceOf(lang: Lang, act: RecordedAct, names: Names): string {
  return tellAct(lang, act, concerned(act, names)?.name)
}
