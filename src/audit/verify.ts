import { eventHash } from '../platform/record.ts'
import type { RecordedAct } from './rules.ts'

/** False when a line of the record is no longer what it was when its hash was computed. */
export function isUnaltered(act: RecordedAct): boolean {
  return eventHash(act).equals(act.hash)
}
