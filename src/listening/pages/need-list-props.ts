import type { EcosystemView } from '../../ecosystems/index.ts'
import type { Slice } from '../../kernel/cursor.ts'
import type { Reader } from '../../platform/reader.ts'
import type { NeedCall } from '../rules/calls.ts'
import type { Cover, Need, NeedState } from '../rules/needs.ts'
import type { NeedCounts } from '../store/need-list.ts'
import type { NeedAddress } from './need-address.ts'

export interface NeedsPageProps {
  readonly reader: Reader
  readonly ecosystem: EcosystemView
  readonly address: NeedAddress
  readonly found: Slice<Need>
  readonly coverage: ReadonlyMap<string, readonly Cover[]>
  readonly counts: NeedCounts
  readonly states: Readonly<Record<NeedState | 'all', number>>
  /** The calls open today. */
  readonly open: readonly NeedCall[]
  /** What waits for whoever answers for the needs; null for everybody else. */
  readonly toKeep: { readonly alike: number; readonly waiting: number } | null
}
