import type { Block } from '../documents/index.ts'
import type { Lang } from '../kernel/lang.ts'
import { say } from '../kernel/words.ts'
import { kindName, type OrganisationKind } from '../organisations/index.ts'
import { outcomeWords } from './messages/outcomes.ts'
import { queueWords } from './messages/queue.ts'
import type { Outcome } from './rules/replies.ts'

export function outcomeName(lang: Lang, outcome: Outcome | null): string {
  return outcome ? say(lang, queueWords, `outcome.${outcome}`) : say(lang, outcomeWords, 'unanswered')
}

export function contributorName(lang: Lang, kind: string): string {
  if (kind === 'person') return say(lang, outcomeWords, 'person')
  return say(lang, outcomeWords, 'organisation', { kind: kindName(lang, kind as OrganisationKind) })
}

export function sectionName(lang: Lang, blocks: readonly Pick<Block, 'id' | 'text'>[], id: string | null): string {
  return (id && blocks.find((block) => block.id === id)?.text) || say(lang, outcomeWords, 'whole')
}
