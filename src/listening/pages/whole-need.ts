import type { Origin } from '../coverage.ts'
import type { Merger } from '../rules/merging.ts'
import type { Cover, Need } from '../rules/needs.ts'
import type { Correction } from '../store/corrections.ts'
import type { Home } from './need-around.tsx'

/** All that the page of a need tells. */
export interface WholeNeed {
  readonly need: Need
  readonly home: Home
  readonly covers: readonly Cover[]
  readonly origin: Origin | null
  readonly organisation: string | null
  readonly behind: number
  readonly under: readonly Need[]
  /** The one that stands for this need, when it was merged. */
  readonly survivor: Need | null
  readonly corrections: readonly Correction[]
  readonly mergers: readonly Merger[]
  /** The needs that the mergings name, those undone included. */
  readonly named: ReadonlyMap<string, Need>
}
