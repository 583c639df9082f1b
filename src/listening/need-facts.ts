import { listEcosystems } from '../ecosystems/index.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import { type VoiceKind, voiceKinds } from './rules/needs.ts'
import { voicesBy } from './store/need-facts.ts'

export interface VoiceFacts {
  readonly kind: VoiceKind
  readonly needs: number
  /** The day of its first need. */
  readonly since: Day
}

/** What the needs of an ecosystem prove on a day, for its present cycle. */
export interface NeedFacts {
  readonly needs: number
  /** The kinds of voice heard, the first heard first. */
  readonly voices: readonly VoiceFacts[]
}

/** In a number of statements that does not grow with the ecosystems. */
export async function needFacts(db: Db, ecosystemIds: readonly string[], day: Day): Promise<Map<string, NeedFacts>> {
  const cycles = new Map((await listEcosystems(db, day)).map(({ id, cycle }): [string, Day] => [id, cycle.begunOn]))
  const asked = ecosystemIds.flatMap((ecosystemId) => {
    const since = cycles.get(ecosystemId)
    return since ? [{ ecosystemId, since }] : []
  })
  const rows = await voicesBy(db, asked, day)
  return new Map(
    ecosystemIds.map((id) => {
      const voices = rows
        .filter(({ ecosystemId }) => ecosystemId === id)
        .map(({ ecosystemId: _, ...voice }) => voice)
        .toSorted((a, b) => (a.since === b.since ? voiceKinds.indexOf(a.kind) - voiceKinds.indexOf(b.kind) : a.since < b.since ? -1 : 1))
      return [id, { needs: voices.reduce((sum, voice) => sum + voice.needs, 0), voices }]
    }),
  )
}
