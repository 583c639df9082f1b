import { paths } from '../../charter/paths.ts'
import { can } from '../../charter/policy.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { stakeholderWords } from '../messages/stakeholders.ts'
import { placeOfListening } from '../rules/place.ts'

/** An ecosystem as the pages of this room name it, and whether whoever reads keeps its map and its hearings. */
export interface Around {
  readonly ecosystemId: string
  readonly slug: string
  readonly name: string
  readonly keeper: boolean
}

export async function aroundEcosystem(c: Ctx, ecosystemId: string): Promise<Around> {
  const ecosystem = (await namesOfEcosystems(c.var.db, [ecosystemId])).get(ecosystemId)
  return {
    ecosystemId,
    slug: ecosystem?.slug ?? '',
    name: ecosystem ? nameIn(c.var.reader.lang, ecosystem) : '',
    keeper: can(c.var.actor, 'listening.write-minutes', placeOfListening(ecosystemId)),
  }
}

export type Step = { readonly label: string; readonly to?: string }

/** The way to a page of this room. */
export function trailIn(lang: Lang, { slug, name }: Around, ...rest: Step[]): Step[] {
  return [
    { label: say(lang, stakeholderWords, 'ecosystems'), to: paths.ecosystems },
    { label: name, to: paths.ecosystem(slug) },
    { label: say(lang, stakeholderWords, 'listening'), to: paths.listening(slug) },
    ...rest,
  ]
}
