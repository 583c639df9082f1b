import { tellAct } from '../charter/act-words.ts'
import { paths } from '../charter/paths.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { namesOf } from '../organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { idsIn, type RecordedAct } from './rules.ts'

export interface Named {
  readonly name: string
  readonly path: string
}

/** What the ids in some acts are called, in both languages. */
export interface Names {
  ecosystem(lang: Lang, id: string | null): Named | null
  slugOf(id: string | null): string | null
  organisation(id: unknown): Named | null
}

/** Two statements, however many the acts. */
export async function namesIn(db: Db, acts: readonly RecordedAct[]): Promise<Names> {
  const ids = [...new Set(acts.flatMap(idsIn))]
  const [ecosystems, organisations] = await Promise.all([namesOfEcosystems(db, ids), namesOf(db, ids)])
  return {
    ecosystem: (lang, id) => {
      const found = ecosystems.get(id ?? '')
      return found ? { name: (lang === 'en' && found.nameEn) || found.nameIt, path: paths.ecosystem(found.slug) } : null
    },
    slugOf: (id) => ecosystems.get(id ?? '')?.slug ?? null,
    organisation: (id) => {
      const name = typeof id === 'string' ? organisations.get(id) : undefined
      return name === undefined ? null : { name, path: paths.organisation(String(id)) }
    },
  }
}

/** The organisation an act concerns, if any. */
export function concerned({ act, subjectId, facts }: RecordedAct, names: Names): Named | null {
  return names.organisation(act.startsWith('organisations.') ? subjectId : (facts.organisationId ?? facts.scopeId))
}

/** What an act did, in one sentence: 'Avviata la fase Design'. */
export function sentenceOf(lang: Lang, act: RecordedAct, names: Names): string {
  return tellAct(lang, act, concerned(act, names)?.name)
}
