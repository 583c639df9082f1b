import { namesOfPeople } from '../identity/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { namesOf } from '../organisations/index.ts'
import type { Db } from '../platform/db.ts'
import { contributionWords } from './messages/contributions.ts'

interface Signed {
  readonly authorId: string
  readonly organisationId?: string | null
  readonly showsName: boolean
}

/** How to call whoever wrote: a name only where its owner let it be published. */
export type By = (one: Signed) => string

/** In two statements, however many there are. */
export async function signaturesOf(db: Db, lang: Lang, all: readonly Signed[]): Promise<By> {
  const names = await namesOfPeople(
    db,
    all.filter(({ showsName }) => showsName).map(({ authorId }) => authorId),
  )
  const organisations = await namesOf(db, [...new Set(all.flatMap(({ organisationId }) => organisationId ?? []))])
  return ({ authorId, organisationId, showsName }) => {
    const organisation = organisationId ? organisations.get(organisationId) : undefined
    const named = showsName ? names.get(authorId) : undefined
    const person = named ?? say(lang, contributionWords, named === null ? 'erased' : 'somebody')
    if (!organisation) return person
    return named ? `${named}, ${say(lang, contributionWords, 'forOrganisation', { organisation })}` : organisation
  }
}
