import type { Phase } from '../../charter/phases.ts'
import type { Lang } from '../../kernel/lang.ts'
import type { ConditionIdIn } from '../rules.ts'

export interface ConditionTexts {
  /** The condition, as a sentence that is true once it is met. */
  readonly sentence: string
  /** How it comes about. */
  readonly how: string
  readonly missing: string
  /** What to do, after 'Il prossimo passo è del gruppo di lavoro:'. */
  readonly step: string
  /** Said of the conditions that come after it: 'dopo l’atto istitutivo'. */
  readonly after: string
}

export type TextsOf<P extends Phase> = Readonly<Record<ConditionIdIn<P>, Readonly<Record<Lang, ConditionTexts>>>>
