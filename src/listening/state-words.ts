import type { State } from '../charter/states.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { needWords } from './messages/needs.ts'
import { type Cover, markOfNeed, type Need, stateOfNeed } from './rules/needs.ts'

/** How far a need is answered, for whoever speaks of it elsewhere. */
export function needStateInWords(lang: Lang, need: Need, covers: readonly Cover[]): { readonly state: State; readonly label: string } {
  const state = stateOfNeed(need, covers)
  return { state: markOfNeed[state], label: say(lang, needWords, `state.${state}`) }
}
