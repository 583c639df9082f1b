import type { PersonId } from '../../charter/policy.ts'
import type { Correction, Minutes, Remark } from '../../minutes/index.ts'
import type { Reader } from '../../platform/reader.ts'
import type { Filled } from '../../ui/form.tsx'
import type { Version } from '../store/minutes.ts'
import type { AroundMeeting } from './around.tsx'
import type { RecordProps } from './minutes-record.tsx'

/** All that the page of some minutes tells. */
export interface MinutesPageProps extends Filled {
  readonly reader: Reader
  readonly whole: AroundMeeting
  /** Null when there are none, or none that whoever reads may see. */
  readonly minutes: Minutes | null
  readonly version: Version | null
  readonly remarks: readonly Remark[]
  readonly corrections: readonly Correction[]
  readonly attended: readonly PersonId[]
  readonly records: Omit<RecordProps, 'meeting'>
  readonly names: ReadonlyMap<string, string | null>
  readonly may: Readonly<Record<'write' | 'send' | 'answer' | 'approve' | 'correct' | 'remark', boolean>>
  /** What stands between the text and its approval; null when nothing does. */
  readonly notYet: string | null
  /** Whoever reads has said that the text sent is right. */
  readonly agreed: boolean
  readonly done: string | undefined
}
