import type { Act, Actor, PersonId, Place } from '../charter/policy.ts'
import type { Db } from '../platform/db.ts'
import type { Desk } from '../platform/http.ts'
import type { Minutes, Refusals } from './rules.ts'

/** One sitting, for whoever changes something in its minutes: the next one waits. */
export interface AtSitting {
  readonly id: string
  readonly place: Place
  /** Null when they say nothing yet. */
  readonly minutes: Minutes | null
  /** What the record tells of every act on them. */
  readonly facts: Readonly<Record<string, string | number>>
}

/** What a kind of sitting, a meeting or a hearing, brings of its own to the minutes that tell of it. */
export interface Sitting<Here extends AtSitting> {
  readonly acts: Readonly<Record<'send' | 'remark' | 'answer' | 'approve' | 'correct', Act>>
  readonly refusals: Refusals
  gather(tx: Db, id: string): Promise<Here>
  /** Who must be asked whether the minutes are right. */
  whoWasThere(tx: Db, here: Here): Promise<readonly PersonId[]>
  /** Refuses while the sitting itself is not done with. */
  mustBeOver(here: Here, desk: Desk): void
  /** The fingerprint of what they say at a version. */
  hashOf(tx: Db, here: Here, version: number): Promise<Buffer>
  /** Whatever else must stay as it is from now on, once the approval is saved. */
  freeze?(tx: Db, here: Here, desk: Desk): Promise<void>
}

/** Whoever was there speaks for themselves. */
export function placeOfSelf({ id }: Pick<Actor, 'id'>): Place {
  return { kind: 'person', id: id ?? '' }
}
