import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Contribution } from '../rules/contributions.ts'
import { graceMinutes } from '../rules/windows.ts'
import { shardOf } from './tallies.ts'

export type NewContribution = Pick<
  Contribution,
  | 'id'
  | 'consultationId'
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

export interface Received {
  /** Null when nothing was added: the doors were closed, or it had arrived already. */
  readonly number: number | null
  readonly open: boolean
}

/**
 * Adds a contribution, counts it and numbers it, in one statement that looks at the window itself: whatever happened
 * since the consultation was read, what is late finds the doors closed. `grace` is for a form that was open at closing.
 */
export async function receive(tx: Db, c: NewContribution, { grace = false } = {}): Promise<Received> {
  const block = c.target.kind === 'whole' ? null : c.target.blockId
  const shard = shardOf(c.id)
  const within =
    c.channel === 'platform'
      ? sql`suspended_on is null and ${c.receivedAt}::timestamptz >= opens_at
          and ${c.receivedAt}::timestamptz < closes_at + make_interval(mins => ${grace ? graceMinutes : 0}::int)`
      : sql`${c.protocolDay}::date between opens_on and closes_on`
  const { rows } = await sql<Received>`
    with window_open as materialized (
      select id from consultation where id = ${c.consultationId}::uuid and opened_at is not null and ${within}
    ), added as (
      insert into contribution (
        consultation_id, id, number, version_id, target_kind, block_id, section_id, channel, received_at, protocol_number,
        protocol_day, author_id, entered_by, organisation_id, contributor_kind, mandate, mandate_file_id, shows_name, lang, text,
        answers, hash, idempotency_key)
      select id, ${c.id}::uuid, nextval('contribution_number'), ${c.versionId}::uuid, ${c.target.kind}, ${block}::uuid,
        ${c.sectionId}::uuid, ${c.channel}, ${c.receivedAt}::timestamptz, ${c.protocolNumber}, ${c.protocolDay}::date,
        ${c.authorId}::uuid, ${c.enteredBy}::uuid, ${c.organisationId}::uuid, ${c.contributorKind}, ${c.mandate},
        ${c.mandateFileId}::uuid, ${c.showsName}::boolean, ${c.lang}, ${c.text}, ${JSON.stringify(c.answers)}::jsonb,
        ${Buffer.from(c.hash, 'hex')}::bytea, ${c.idempotencyKey}
      from window_open
      on conflict (consultation_id, entered_by, idempotency_key) do nothing
      returning number
    ), counted as (
      insert into consultation_tally as t (consultation_id, shard, received, elsewhere, organisations)
      select ${c.consultationId}::uuid, ${shard}::int, 1, ${c.channel === 'platform' ? 0 : 1}::int, ${c.organisationId ? 1 : 0}::int from added
      on conflict (consultation_id, shard) do update set received = t.received + 1, elsewhere = t.elsewhere + excluded.elsewhere,
        organisations = t.organisations + excluded.organisations
    ), heated as (
      insert into block_tally as b (consultation_id, block_id, shard, visible)
      select ${c.consultationId}::uuid, ${block}::uuid, ${shard}::int, 1 from added where ${block}::uuid is not null
      on conflict (consultation_id, block_id, shard) do update set visible = b.visible + 1
    )
    select (select number from added) as number, exists (select from window_open) as open`.execute(tx)
  return rows[0] as Received
}
