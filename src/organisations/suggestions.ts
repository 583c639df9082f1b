import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import type { Db } from '../platform/db.ts'
import { messages } from './messages.ts'
import { findOrganisations } from './store/search.ts'

export interface OrganisationSuggestion {
  readonly value: string
  readonly label: string
  readonly detail: string
}

const most = 10

/** The organisations that best match the words typed where one is chosen, told apart by kind and code. */
export async function suggestOrganisations(db: Db, lang: Lang, words: string): Promise<OrganisationSuggestion[]> {
  const { items } = await findOrganisations(db, { q: words.slice(0, 200), limit: most })
  return items.map(({ id, name, kind, ipaCode }) => {
    const kindWords = say(lang, messages, `kind.${kind}`)
    return { value: id, label: name, detail: ipaCode ? say(lang, messages, 'optionDetail', { kind: kindWords, code: ipaCode }) : kindWords }
  })
}
