import type { NoticeKind } from '../charter/notices.ts'
import type { Act } from '../charter/policy.ts'
import type { Lang } from '../kernel/lang.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { FollowedEvent } from './follow.ts'
import type { Mail } from './mail.ts'

/** What some people are told of one event. The words name no other person: they outlive whoever is named. */
export interface Telling {
  readonly personIds: readonly string[]
  /** The page that shows what happened. */
  readonly to: string
  readonly words: Readonly<Record<Lang, { readonly title: string; readonly text?: string }>>
  /** A receipt: also for whoever did it themselves. */
  readonly receipt?: true
  /** 'room': the room sent its own mail with the act, so the notice is for the site alone. A function writes the mail to each. */
  readonly mail?: 'room' | ((personId: string, config: Config) => Pick<Mail, 'letter' | 'thread' | 'calendar'>)
}

/**
 * Who is told of which acts. Each room offers its own; they are put together once, what concerns a person most closely
 * first, since of one event each person is told once.
 */
export interface Audience {
  readonly kind: NoticeKind
  readonly acts: readonly Act[]
  readonly tell: (db: Db, event: FollowedEvent) => Promise<readonly Telling[]>
}
