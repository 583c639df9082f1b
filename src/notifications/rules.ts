import { type Cadence, cadences, type NoticeKind, usualCadence } from '../charter/notices.ts'
import type { Id } from '../kernel/id.ts'
import type { Lang } from '../kernel/lang.ts'
import type { ProblemKind } from '../kernel/problem.ts'

export type NoticeId = Id<'notice'>

export type NoticeWords = Readonly<Record<Lang, { readonly title: string; readonly text?: string }>>

export interface Notice {
  readonly id: NoticeId
  readonly kind: NoticeKind
  readonly words: NoticeWords
  /** The page that shows what happened. */
  readonly address: string
  readonly at: Date
  readonly readAt: Date | null
}

export const badUnsubscription = {
  slug: 'bad-unsubscription',
  status: 404,
  it: 'Questo collegamento non è completo, o non viene da un nostro messaggio. Copialo per intero dal messaggio, oppure entra e scegli gli avvisi dal tuo profilo.',
  en: 'This link is incomplete, or does not come from a message of ours. Copy the whole of it from the message, or sign in and choose your notices there.',
} as const satisfies ProblemKind

const days = (n: number) => n * 86_400_000

/** What is followed late is not mailed as if it were news: a week after, it only stands on the site; a month after, as read. */
export function freshness(at: Date, now: Date): 'news' | 'late' | 'history' {
  const age = now.getTime() - at.getTime()
  if (age <= days(7)) return 'news'
  return age <= days(30) ? 'late' : 'history'
}

/** The digest a new notice waits for; null when its mail leaves at once, or never. */
export function digestFor(cadence: Cadence): Digest | null {
  return cadence === 'daily' || cadence === 'weekly' ? cadence : null
}

export const digests = ['daily', 'weekly'] as const
export type Digest = (typeof digests)[number]

/** Where what waits already goes when somebody changes their mind: sooner means with the next digest. */
export function digestAfterChange(cadence: Cadence): Digest | null {
  return cadence === 'at-once' ? 'daily' : digestFor(cadence)
}

export type Preferences = Readonly<Record<NoticeKind, Cadence>>

/** What somebody chose, and the usual for what they did not. */
export function preferencesFrom(chosen: readonly { readonly kind: string; readonly cadence: string }[]): Preferences {
  const preferences: Record<NoticeKind, Cadence> = { ...usualCadence }
  for (const { kind, cadence } of chosen)
    if (kind in preferences && (cadences as readonly string[]).includes(cadence)) preferences[kind as NoticeKind] = cadence as Cadence
  return preferences
}
