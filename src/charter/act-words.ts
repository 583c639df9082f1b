import { isDay } from '../kernel/day.ts'
import type { Lang } from '../kernel/lang.ts'
import { type Catalogue, catalogue, formatDay, say, type Values } from '../kernel/words.ts'
import { en } from './act-sentences/en.ts'
import { it } from './act-sentences/it.ts'
import { isPhase, type Phase } from './phases.ts'
import type { Act } from './policy.ts'

const phaseNames: Record<Phase, string> = { envisioning: 'Envisioning', design: 'Design', 'make-or-buy': 'Make or Buy', growth: 'Growth' }

/** One sentence for each act, over the facts of its event and the name of the organisation it concerns. Where it happened is told beside. */
const sentences: Catalogue<Act> = catalogue({ it, en })

const untold: Values = {
  organisation: 'none',
  role: 'none',
  kind: 'none',
  membership: 'none',
  ended: 'false',
  toDay: 'none',
  phase: '',
  number: '',
  edition: '',
  code: '',
  added: 0,
  removed: 0,
  changed: 0,
  days: 0,
  contributions: 0,
  received: 0,
  created: 'false',
  withdrawn: 'false',
  following: 'false',
  about: 'none',
  open: 'false',
  restored: 'false',
  built: 'false',
  opensOn: '',
  closesOn: '',
}

/** What an event tells: 'Avviata la fase Design'. An act of a newer version than this is told by its name. */
export function tellAct(lang: Lang, event: { readonly act: string; readonly facts: unknown }, organisation?: string | null): string {
  if (!isAct(event.act)) return event.act
  const values: Record<string, string | number> = {}
  for (const [name, fact] of Object.entries(event.facts as object))
    if (typeof fact === 'number') values[name] = fact
    else if (typeof fact === 'string' || typeof fact === 'boolean') values[name] = wordOf(lang, String(fact))
  return say(lang, sentences, event.act, { ...untold, ...values, ...(organisation ? { organisation } : {}) })
}

function wordOf(lang: Lang, fact: string): string {
  if (isPhase(fact)) return phaseNames[fact]
  return isDay(fact) ? formatDay(lang, fact) : fact
}

const isAct = (act: string): act is Act => Object.hasOwn(sentences.it, act)
