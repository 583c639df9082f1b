import { sql } from 'kysely'
import { type Db, kept } from '../../platform/db.ts'
import { type Act, recordingWithin } from '../../platform/record.ts'
import type { Contribution } from '../rules/contributions.ts'
import { graceMinutes } from '../rules/windows.ts'
import { nextShard } from './tallies.ts'

export type NewContribution = Pick<
  Contribution,
  | 'id'
  | 'consultationId'
  | 'number'
  | 'versionId'
  | 'target'
  | 'sectionId'
  | 'channel'
  | 'receivedAt'
  | 'protocolNumber'
  | 'protocolDay'
  | 'authorId'
  | 'enteredBy'
  | 'organisationId'
  | 'contributorKind'
  | 'mandate'
  | 'mandateFileId'
  | 'showsName'
  | 'lang'
  | 'text'
  | 'answers'
  | 'hash'
> & { readonly idempotencyKey: string }

/** A number may be missing; none is given twice. */
export async function nextNumbers(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select nextval('contribution_number') as number from generate_series(1, ${count}::int) ${kept}`.execute(db)
  return rows.map(({ number }) => number)
}

/** Added; not added because it had arrived already; not added because the doors were closed. */
export type Reception = 'added' | 'known' | 'late'

/**
 * Adds contributions, counts and records them, in one statement that looks at the window itself: whatever happened since
 * the consultation was read, what is late finds the doors closed. `grace` is for a form that was open at closing.
 */
export async function receive(
  db: Db,
  arrivals: readonly NewContribution[],
  acts: readonly Act[],
  { grace = false } = {},
): Promise<Reception[]> {
  const shard = nextShard()
  // What comes by other ways can enter long after closing: whoever concludes meanwhile waits for it, or it finds the doors closed.
  const held = arrivals.some(({ channel }) => channel !== 'platform') ? sql` for share of c` : sql``
  const { rows } = await sql<{ id: string; added: boolean }>`
    with arriving as materialized (
      select a.* from jsonb_populate_recordset(null::contribution, ${JSON.stringify(arrivals.map(toRow))}::jsonb) a
      join consultation c on c.id = a.consultation_id and c.opened_at is not null and c.concluded_at is null and case a.channel
        when 'platform' then c.suspended_on is null and a.received_at >= c.opens_at
          and a.received_at < c.closes_at + make_interval(mins => ${grace ? graceMinutes : 0}::int)
        else a.protocol_day between c.first_opens_on and c.closes_on end${held}
    ), added as (
      insert into contribution (
        consultation_id, id, number, version_id, target_kind, block_id, section_id, channel, received_at, protocol_number,
        protocol_day, author_id, entered_by, organisation_id, contributor_kind, mandate, mandate_file_id, shows_name, lang, text,
        answers, hash, idempotency_key)
      select consultation_id, id, number, version_id, target_kind, block_id, section_id, channel, received_at, protocol_number,
        protocol_day, author_id, entered_by, organisation_id, contributor_kind, mandate, mandate_file_id, shows_name, lang, text,
        answers, hash, idempotency_key
      from arriving
      on conflict (consultation_id, entered_by, idempotency_key) do nothing
      returning id, consultation_id, block_id, channel, organisation_id
    ), recorded as (${recordingWithin(acts, sql`added`)}
    ), counted as (
      insert into consultation_tally as t (consultation_id, shard, received, elsewhere, organisations)
      select consultation_id, ${shard}::int, count(*), count(*) filter (where channel <> 'platform'), count(organisation_id)
      from added group by consultation_id
      on conflict (consultation_id, shard) do update set received = t.received + excluded.received,
        elsewhere = t.elsewhere + excluded.elsewhere, organisations = t.organisations + excluded.organisations
    ), heated as (
      insert into block_tally as b (consultation_id, block_id, shard, visible)
      select consultation_id, block_id, ${shard}::int, count(*) from added where block_id is not null group by 1, 2 order by 2
      on conflict (consultation_id, block_id, shard) do update set visible = b.visible + excluded.visible
    )
    select id, exists (select from added where added.id = arriving.id) as added from arriving ${kept}`.execute(db)
  const added = new Map(rows.map((row) => [row.id, row.added]))
  return arrivals.map(({ id }) => (added.has(id) ? (added.get(id) ? 'added' : 'known') : 'late'))
}

/** By the names of the table's columns, as they travel to it. */
function toRow(c: NewContribution): Record<string, unknown> {
  return {
    consultation_id: c.consultationId,
    id: c.id,
    number: c.number,
    version_id: c.versionId,
    target_kind: c.target.kind,
    block_id: c.target.kind === 'whole' ? null : c.target.blockId,
    section_id: c.sectionId,
    channel: c.channel,
    received_at: c.receivedAt,
    protocol_number: c.protocolNumber,
    protocol_day: c.protocolDay,
    author_id: c.authorId,
    entered_by: c.enteredBy,
    organisation_id: c.organisationId,
    contributor_kind: c.contributorKind,
    mandate: c.mandate,
    mandate_file_id: c.mandateFileId,
    shows_name: c.showsName,
    lang: c.lang,
    text: c.text,
    answers: c.answers,
    hash: `\\x${c.hash}`,
    idempotency_key: c.idempotencyKey,
  }
}
