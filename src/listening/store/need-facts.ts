import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db.ts'
import type { VoiceKind } from '../rules/needs.ts'

interface Row {
  readonly ecosystemId: string
  readonly kind: VoiceKind
  readonly needs: number
  readonly since: Day
}

/**
 * How many needs of each kind of voice were recorded between a day and another. A need that was later merged into one of
 * another voice was still said: it counts.
 */
export async function voicesBy(db: Db, asked: readonly { ecosystemId: string; since: Day }[], by: Day): Promise<Row[]> {
  if (asked.length === 0) return []
  const ids = asked.map(({ ecosystemId }) => ecosystemId)
  const days = asked.map(({ since }) => since)
  const { rows } = await sql<Row>`
    select n.ecosystem_id, n.voice_kind as kind, count(*)::int as needs, min(n.recorded_on) as since
    from unnest(${ids}::uuid[], ${days}::date[]) as asked (ecosystem_id, since)
    join need n on n.ecosystem_id = asked.ecosystem_id and n.recorded_on between asked.since and ${by}::date
    group by n.ecosystem_id, n.voice_kind`.execute(db)
  return rows
}
