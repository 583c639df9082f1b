import { paths } from '../../charter/paths.ts'
import { say } from '../../kernel/words.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { messages } from '../messages.ts'
import { findOrganisations } from '../store/search.ts'

export interface Option {
  readonly value: string
  readonly label: string
  readonly detail: string
}

/** The ten organisations that best match the words typed, told apart by kind and code. */
export async function suggestions(c: Ctx, words: string): Promise<Option[]> {
  const { lang } = c.var.reader
  const { items } = await findOrganisations(c.var.db, { q: words.slice(0, 200), limit: 10 })
  return items.map(({ id, name, kind, ipaCode }) => {
    const kindWords = say(lang, messages, `kind.${kind}`)
    return { value: id, label: name, detail: ipaCode ? say(lang, messages, 'optionDetail', { kind: kindWords, code: ipaCode }) : kindWords }
  })
}

export const optionRoutes = router()

/** Answers the search-as-you-type of any form where an organisation is chosen. */
optionRoutes.get(paths.organisationOptions, async (c) => c.json({ options: await suggestions(c, c.req.query('q') ?? '') }))
