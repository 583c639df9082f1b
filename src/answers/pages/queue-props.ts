import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import type { Account } from '../rules/account.ts'
import type { Reply } from '../rules/replies.ts'
import type { Answerable, Cluster } from '../store/queue.ts'
import type { Around } from './around.tsx'
import type { Asked } from './asked.ts'

/** All that the queue's page shows. */
export interface QueueView {
  readonly reader: Reader
  readonly around: Around
  readonly asked: Asked
  readonly account: Account
  /** What whoever reads can do with the outcomes, once nobody waits for an answer. */
  readonly outcomes: 'write' | 'read' | null
  readonly list: Slice<Answerable>
  readonly shown: Answerable | null
  /** What answers it already, prepared or published. */
  readonly reply: Reply | null
  /** Those that say the same, itself left out. */
  readonly alike: readonly Answerable[]
  readonly clusters: readonly (Cluster & { readonly number: string })[]
  readonly names: ReadonlyMap<string, string>
  /** Those who may be asked to prepare answers. */
  readonly team: readonly { readonly id: string; readonly name: string }[]
}
