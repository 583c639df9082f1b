-- The record: one row for each official or personal act, written in the transaction of the act itself.
create table event (
  id uuid primary key,
  at timestamptz not null,
  day date not null,
  actor_id uuid not null,
  act text not null,
  place_kind text not null,
  place_id uuid,
  subject_id text not null,
  facts jsonb not null,
  -- sha256 of the row's canonical content (RFC 8785). Rows are not chained: that would queue every write behind one lock.
  hash bytea not null
);
create index event_by_time on event (at desc, id desc);
create index event_by_act on event (act, at desc, id desc);
create index event_by_place on event (place_id, at desc, id desc) where place_id is not null;
create index event_by_actor on event (actor_id, at desc, id desc);
create index event_by_subject on event (subject_id, at desc, id desc);

-- What the processes that share this database must agree on: its kind (demonstration or real), the demonstration's clock.
create table setting (
  name text primary key,
  value jsonb not null
);

-- Append-only: the application may read and add, never change.
revoke update, delete, truncate on event from simbiosi_app;
