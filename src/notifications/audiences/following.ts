import { tellAct } from '../../charter/act-words.ts'
import { paths } from '../../charter/paths.ts'
import { officialActs } from '../../charter/policy.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import { namesOfBodies } from '../../groups/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { formatDay, say } from '../../kernel/words.ts'
import { namesOf } from '../../organisations/index.ts'
import type { Db } from '../../platform/db.ts'
import type { FollowedEvent } from '../../platform/follow.ts'
import type { Audience, Telling } from '../../platform/telling.ts'
import { messages } from '../messages.ts'
import { followersOf } from '../store/follows.ts'

/** Whoever follows an ecosystem is told of its official acts, and of those of its bodies. */
export const followers: Audience = {
  kind: 'following',
  acts: officialActs,
  async tell(db, event) {
    const place = await ecosystemOf(db, event)
    if (!place) return []
    const personIds = await followersOf(db, place.ecosystemId, event.at)
    if (personIds.length === 0) return []
    const ecosystem = (await namesOfEcosystems(db, [place.ecosystemId])).get(place.ecosystemId)
    if (!ecosystem) return []
    const { organisationId } = event.facts
    const organisation = typeof organisationId === 'string' ? ((await namesOf(db, [organisationId])).get(organisationId) ?? null) : null
    const inWords = (lang: Lang) => ({
      title: `${nameIn(lang, ecosystem)}: ${lowered(tellAct(lang, event, organisation))}`,
      text: say(lang, messages, place.body ? 'actOfBody' : 'actOfEcosystem', { day: formatDay(lang, event.day), body: place.body }),
    })
    return [{ personIds, to: paths.act(event.id), words: { it: inWords('it'), en: inWords('en') } }]
  },
}

/** What of an act concerns those who follow an ecosystem, though it is no official one. */
type News = Pick<Telling, 'to' | 'words'> & { readonly ecosystemId: string }

/** They hear of a room’s news too, in the room’s words. */
export function followersOfNews(acts: Audience['acts'], newsOf: (db: Db, event: FollowedEvent) => Promise<News | null>): Audience {
  return {
    kind: 'following',
    acts,
    async tell(db, event) {
      const news = await newsOf(db, event)
      if (!news) return []
      const personIds = await followersOf(db, news.ecosystemId, event.at)
      const ecosystem = (await namesOfEcosystems(db, [news.ecosystemId])).get(news.ecosystemId)
      if (personIds.length === 0 || !ecosystem) return []
      const of = (lang: Lang) => ({ ...news.words[lang], title: `${nameIn(lang, ecosystem)}: ${lowered(news.words[lang].title)}` })
      return [{ personIds, to: news.to, words: { it: of('it'), en: of('en') } }]
    },
  }
}

interface Where {
  readonly ecosystemId: string
  /** The name of the body in which it happened, where it was one. */
  readonly body: string | null
}

async function ecosystemOf(db: Db, { placeKind, placeId }: FollowedEvent): Promise<Where | null> {
  if (!placeId) return null
  if (placeKind === 'ecosystem') return { ecosystemId: placeId, body: null }
  const body = placeKind === 'body' ? (await namesOfBodies(db, [placeId])).get(placeId) : undefined
  return body ? { ecosystemId: body.ecosystemId, body: body.name } : null
}

/** The sentence of an act goes on after the ecosystem's name; an abbreviation at its beginning keeps its capitals. */
function lowered(sentence: string): string {
  return sentence.replace(/^\p{Lu}(?=\p{Ll})/u, (capital) => capital.toLowerCase())
}
