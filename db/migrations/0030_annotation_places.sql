-- Where the part of the text that a contribution speaks of stands in another version, as the comparison of the two texts
-- proves or a person decided. What it was written on never changes: it stands in contribution and annotation.
create table annotation_place (
  consultation_id uuid not null,
  contribution_id uuid not null,
  version_id uuid not null,
  state text not null check (state in ('same', 'moved', 'changed', 'ambiguous', 'orphan')),
  -- Without units the block whole; without a block nowhere.
  block_id uuid,
  starts int,
  ends int,
  -- In doubt: nothing is attached until a person has said where.
  waits boolean not null,
  -- Places to choose among: [{ blockId, starts, ends }].
  offered jsonb not null default '[]',
  carried_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (consultation_id, contribution_id, version_id),
  foreign key (consultation_id, contribution_id) references contribution,
  check ((starts is null) = (ends is null) and ends > starts and starts >= 0),
  check (block_id is not null or starts is null),
  check ((block_id is null) = (state in ('ambiguous', 'orphan'))),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_at is null or not waits),
  check (state <> 'ambiguous' or waits)
);
create index annotation_place_by_block on annotation_place (consultation_id, version_id, block_id, contribution_id)
  where block_id is not null and not waits;
create index annotation_place_waiting on annotation_place (consultation_id, version_id, contribution_id) where waits;

-- How far the contributions of a consultation were carried to a version, in the order of their numbers.
create table annotation_carrying (
  consultation_id uuid not null references consultation,
  version_id uuid not null,
  after_number bigint not null,
  primary key (consultation_id, version_id)
);
revoke delete, truncate on annotation_place, annotation_carrying from simbiosi_app;
