-- Priority interventions put in order by a declared method. Its state is derived from these days: the method is being
-- written, frozen (and members give scores), closed; or given up.
create table ranking (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  -- The body whose members give scores.
  body_id uuid not null references body,
  number int not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  begun_on date not null,
  frozen_on date,
  closed_on date,
  abandoned_on date,
  abandoned_reason text check (length(abandoned_reason) between 1 and 2000),
  unique (ecosystem_id, number),
  check (frozen_on >= begun_on),
  check (closed_on >= frozen_on),
  check (closed_on is null or frozen_on is not null),
  check (closed_on is null or abandoned_on is null),
  check ((abandoned_on is null) = (abandoned_reason is null))
);
create unique index one_ranking_at_a_time on ranking (ecosystem_id) where closed_on is null and abandoned_on is null;
create index ranking_by_body on ranking (body_id);

-- By what, and how much each counts out of a hundred.
create table ranking_criterion (
  ranking_id uuid not null references ranking,
  id uuid not null,
  position int not null check (position > 0),
  name text not null check (length(name) between 1 and 120),
  explanation text check (length(explanation) between 1 and 1000),
  weight int not null check (weight between 0 and 100),
  -- Whether a high score speaks for an intervention or against it.
  direction text not null check (direction in ('more', 'less')),
  primary key (ranking_id, id)
);

-- What is put in order: the interventions of the vision as they were when the method was frozen.
create table ranking_option (
  ranking_id uuid not null references ranking,
  id uuid not null,
  position int not null check (position > 0),
  block_id uuid not null,
  title text not null,
  primary key (ranking_id, id)
);

-- What one member gave, all together. One that is withdrawn stays here and counts no more.
create table ranking_ballot (
  id uuid primary key,
  ranking_id uuid not null references ranking,
  member_id uuid not null references body_member,
  -- The member, or the one whose place a substitute takes: a seat gives scores once.
  seat_id uuid not null references body_member,
  person_id uuid not null references person,
  role text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index one_ballot_a_seat on ranking_ballot (ranking_id, seat_id) where withdrawn_at is null;
create index ranking_ballot_by_person on ranking_ballot (person_id);
create index ranking_ballot_by_member on ranking_ballot (member_id);
create index ranking_ballot_by_seat on ranking_ballot (seat_id);

create table ranking_score (
  ballot_id uuid not null references ranking_ballot,
  option_id uuid not null,
  criterion_id uuid not null,
  score smallint not null check (score between 1 and 5),
  primary key (ballot_id, option_id, criterion_id)
);

revoke delete on ranking, ranking_ballot from simbiosi_app;
revoke update, delete, truncate on ranking_score from simbiosi_app;
