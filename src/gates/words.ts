import type { Lang } from '../kernel/lang.ts'
import { type ConditionId, type Turn, turnOf } from './rules.ts'
import type { ConditionTexts } from './words/condition.ts'
import { design } from './words/design.ts'
import { envisioning } from './words/envisioning.ts'
import { growth } from './words/growth.ts'
import { makeOrBuy } from './words/make-or-buy.ts'
import { type TurnTexts, turnTexts } from './words/turns.ts'

const texts = { ...envisioning, ...design, ...makeOrBuy, ...growth }

/** A condition in the reader's words: what it asks, what is missing without it, what to do and whose turn it is. */
export function conditionWords(lang: Lang, id: ConditionId, leads = 1): ConditionTexts & { readonly turn: TurnTexts } {
  return { ...texts[id][lang], turn: turnWords(lang, turnOf(id), leads) }
}

/** Several lead administrations act together, in the plural. */
export function turnWords(lang: Lang, turn: Turn, leads = 1): TurnTexts {
  return turnTexts[turn === 'lead' && leads > 1 ? 'leads' : turn][lang]
}
