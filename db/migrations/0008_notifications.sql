-- A file that somebody gave, checked by its content. It has no name on the server but its id.
create table file (
  id uuid primary key,
  -- The room that keeps it, which says who may read it while it is not open to all.
  room text not null,
  -- How it is called when saved.
  name text not null check (length(name) between 3 and 140),
  type text not null,
  size int not null check (size > 0),
  sha256 bytea not null,
  open boolean not null,
  created_at timestamptz not null
);

-- Its bytes, a quarter of a megabyte a row, so that nobody ever holds the whole.
create table file_part (
  file_id uuid not null references file on delete cascade,
  position int not null,
  bytes bytea not null,
  primary key (file_id, position)
);
-- What people give is compressed already: PostgreSQL need not try again.
alter table file_part alter column bytes set storage external;

-- The order in which the record is followed: that of commits, and not of ids or times, since an event written early may
-- be committed late. An event waits in `event_to_place` from its own transaction on; then it is given a position.
create table event_to_place (
  event_id uuid primary key references event
);
create table event_position (
  position bigint primary key generated always as identity,
  event_id uuid not null unique references event
);
-- How far each follower has come.
create table event_follower (
  name text primary key,
  position bigint not null
);

create function wait_for_place() returns trigger language plpgsql as $$
begin
  insert into event_to_place (event_id) values (new.id);
  return null;
end
$$;
create trigger event_waits_for_place after insert on event for each row execute function wait_for_place();

insert into event_position (event_id) select id from event order by at, id;

-- When each thing that recurs was last set going, by the platform's clock.
create table job_schedule (
  name text primary key,
  last_at timestamptz not null
);

-- One mail to one mailbox. The key says what happened, to whom and why: asked for twice, it is written once.
create table mail (
  id uuid primary key,
  key text not null unique check (length(key) between 1 and 300),
  -- Somebody with an account, whose address stays in the vault; erasing them removes the mail.
  person_id uuid references person_detail on delete cascade,
  -- Or the address of somebody without one, kept until the mail has gone.
  address text check (length(address) <= 254),
  lang text check (lang in ('it', 'en')),
  -- The kind of notice that can be turned off from the mail itself; null for what is sent to one person for one thing.
  kind text,
  -- Mails of one thread are shown together by mail programs.
  thread text,
  -- What it says, in both languages. Forgotten once the mail has gone, except in a demonstration, where it is shown.
  letter jsonb,
  -- An event for the calendar of whoever reads it.
  calendar jsonb,
  state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'dropped', 'uncertain')),
  -- What the server answered when it refused: the code alone.
  code int,
  created_at timestamptz not null,
  settled_at timestamptz,
  check (person_id is null or address is null),
  check (state not in ('waiting', 'sending') or letter is not null and (person_id is not null or address is not null))
);
create index mail_by_person on mail (person_id) where person_id is not null;
create index mail_latest on mail (created_at desc, id desc);

-- Mailboxes that refused a mail for good, until one is accepted again. The address itself is not kept.
create table mailbox_bounce (
  address_hash bytea primary key,
  person_id uuid references person_detail on delete cascade,
  code int not null,
  at timestamptz not null
);
create index mailbox_bounce_by_person on mailbox_bounce (person_id) where person_id is not null;

-- What somebody is told of one event, once.
create table notice (
  id uuid primary key,
  event_id uuid not null references event,
  person_id uuid not null references person_detail on delete cascade,
  kind text not null,
  -- Title and text, in both languages.
  words jsonb not null,
  -- The page of the site that shows what happened.
  address text not null check (address like '/%'),
  at timestamptz not null,
  read_at timestamptz,
  is_read boolean not null generated always as (read_at is not null) stored,
  -- The digest in which it is to be told by mail; null when it was told, or will not be.
  digest text check (digest in ('daily', 'weekly')),
  unique (event_id, person_id)
);
create index notice_of_person on notice (person_id, is_read, at desc, id desc);
create index notice_to_digest on notice (digest, person_id, at) where digest is not null;

-- How often somebody wants mails of one kind, where it is not the usual.
create table notice_preference (
  person_id uuid not null references person_detail on delete cascade,
  kind text not null,
  cadence text not null check (cadence in ('at-once', 'daily', 'weekly', 'off')),
  primary key (person_id, kind)
);

-- Who follows the official acts of which ecosystem.
create table ecosystem_follow (
  ecosystem_id uuid not null references ecosystem,
  person_id uuid not null references person_detail on delete cascade,
  since timestamptz not null,
  primary key (ecosystem_id, person_id)
);
create index ecosystem_follow_by_person on ecosystem_follow (person_id, since desc);

revoke update, truncate on event_position from simbiosi_app;
