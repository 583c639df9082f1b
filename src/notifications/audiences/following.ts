import { tellAct } from '../../charter/act-words.ts'
import { paths } from '../../charter/paths.ts'
import { officialActs } from '../../charter/policy.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { namesOf } from '../../organisations/index.ts'
import type { Audience } from '../../platform/telling.ts'
import { followersOf } from '../store/follows.ts'

/** Whoever follows an ecosystem is told of its official acts. */
export const followers: Audience = {
  kind: 'following',
  acts: officialActs,
  async tell(db, event) {
    const { placeId, placeKind, facts } = event
    if (placeKind !== 'ecosystem' || !placeId) return []
    const personIds = await followersOf(db, placeId, event.at)
    if (personIds.length === 0) return []
    const ecosystem = (await namesOfEcosystems(db, [placeId])).get(placeId)
    if (!ecosystem) return []
    const organisationId = typeof facts.organisationId === 'string' ? facts.organisationId : null
    const organisation = organisationId ? ((await namesOf(db, [organisationId])).get(organisationId) ?? null) : null
    const inWords = (lang: Lang) => ({ title: `${nameIn(lang, ecosystem)}: ${lowered(tellAct(lang, event, organisation))}` })
    return [{ personIds, to: paths.act(event.id), words: { it: inWords('it'), en: inWords('en') } }]
  },
}

/** The sentence of an act goes on after the ecosystem's name; a name at its beginning keeps its capital. */
function lowered(sentence: string): string {
  return /^\p{Lu}\p{Ll}/u.test(sentence) ? (sentence[0] as string).toLowerCase() + sentence.slice(1) : sentence
}
