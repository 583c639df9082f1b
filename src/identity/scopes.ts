import type { Scope } from '../charter/policy.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { namesOf } from '../organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { grantWords } from './messages/grants.ts'

/** An ecosystem, as far as a grant needs to know it. */
export interface EcosystemChoice {
  readonly id: string
  readonly slug: string
  readonly nameIt: string
  readonly nameEn: string | null
}

/** Ecosystems stand on a floor above: whoever mounts this room tells it where to read them. */
export type ReadEcosystems = (db: Db) => Promise<readonly EcosystemChoice[]>

export function nameOfChoice(lang: Lang, { nameIt, nameEn }: EcosystemChoice): string {
  return lang === 'en' ? (nameEn ?? nameIt) : nameIt
}

/** How to call each of these scopes; two statements, however many they are. */
export async function scopeNames(db: Db, lang: Lang, read: ReadEcosystems, scopes: readonly Scope[]): Promise<(scope: Scope) => string> {
  const organisations = scopes.flatMap((scope) => (scope.kind === 'organisation' ? [scope.id] : []))
  const ecosystems = scopes.some(({ kind }) => kind === 'ecosystem') ? await read(db) : []
  const names = new Map<string, string>(await namesOf(db, organisations))
  for (const choice of ecosystems) names.set(choice.id, nameOfChoice(lang, choice))
  return (scope) => {
    if (scope.kind === 'platform') return say(lang, grantWords, 'scope.platform')
    return names.get(scope.id) ?? say(lang, grantWords, scope.kind === 'body' ? 'scope.body' : 'scope.gone')
  }
}
