import type { Phase } from '../charter/phases.ts'
import type { EcosystemView } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Reader } from '../platform/reader.ts'
import type { FormErrors } from '../ui/form.tsx'
import type { Evidence } from './rules.ts'

/** All that the page of a phase shows. */
export interface GateView {
  readonly reader: Reader
  /** The day that the page tells of. */
  readonly day: Day
  readonly past: boolean
  /** The day asked for, as it was written. */
  readonly asked: string
  /** As it stood on that day. */
  readonly ecosystem: EcosystemView
  readonly phase: Phase
  readonly evidence: Evidence
  readonly may: { readonly start: boolean; readonly setTerm: boolean; readonly conclude: boolean; readonly derogate: boolean }
  readonly done: string | null
  readonly errors: FormErrors
}
