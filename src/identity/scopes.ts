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

/** So do groups and tables: what those with these ids are called. */
export type ReadBodies = (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, { readonly name: string }>>

export interface ReadScopes {
  readonly ecosystems: ReadEcosystems
  readonly bodies: ReadBodies
}

export function nameOfChoice(lang: Lang, { nameIt, nameEn }: EcosystemChoice): string {
  return lang === 'en' ? (nameEn ?? nameIt) : nameIt
}

/** How to call each of these scopes; three statements, however many they are. */
export async function scopeNames(db: Db, lang: Lang, read: ReadScopes, scopes: readonly Scope[]): Promise<(scope: Scope) => string> {
  const idsOf = (kind: 'organisation' | 'body') => scopes.flatMap((scope) => (scope.kind === kind ? [scope.id] : []))
  const bodies = idsOf('body')
  const ecosystems = scopes.some(({ kind }) => kind === 'ecosystem') ? await read.ecosystems(db) : []
  const names = new Map<string, string>(await namesOf(db, idsOf('organisation')))
  if (bodies.length > 0) for (const [id, { name }] of await read.bodies(db, bodies)) names.set(id, name)
  for (const choice of ecosystems) names.set(choice.id, nameOfChoice(lang, choice))
  return (scope) => {
    if (scope.kind === 'platform') return say(lang, grantWords, 'scope.platform')
    return names.get(scope.id) ?? say(lang, grantWords, scope.kind === 'body' ? 'scope.body' : 'scope.gone')
  }
}
