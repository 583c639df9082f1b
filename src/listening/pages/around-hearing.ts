import { paths } from '../../charter/paths.ts'
import type { Lang } from '../../kernel/lang.ts'
import { say } from '../../kernel/words.ts'
import type { Ctx } from '../../platform/http.ts'
import { hearingWords } from '../messages/hearings.ts'
import type { Hearing } from '../rules/hearings.ts'
import type { Slot } from '../rules/slots.ts'
import { getHearing, slotsOf } from '../store/hearings.ts'
import { type Around, aroundEcosystem, type Step, trailIn } from './around.ts'

export interface AroundHearing extends Around {
  readonly hearing: Hearing
  readonly slots: readonly Slot[]
}

export async function aroundHearing(c: Ctx, id: string): Promise<AroundHearing> {
  const hearing = await getHearing(c.var.db, id)
  return { ...(await aroundEcosystem(c, hearing.ecosystemId)), hearing, slots: await slotsOf(c.var.db, [hearing.id]) }
}

/** The way to a page of a hearing; to the hearing itself without further steps. */
export function trailInHearing(lang: Lang, whole: AroundHearing, ...rest: Step[]): Step[] {
  const label = say(lang, hearingWords, 'hearing', { number: whole.hearing.number })
  const hearings = { label: say(lang, hearingWords, 'hearings'), to: paths.hearings(whole.slug) }
  return rest.length > 0
    ? trailIn(lang, whole, hearings, { label, to: paths.hearing(whole.hearing.id) }, ...rest)
    : trailIn(lang, whole, hearings, { label })
}
