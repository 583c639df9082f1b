-- Sectors in which administrations act together. A tree: museums stand inside culture and tourism.
create table ecosystem (
  id uuid primary key,
  slug text not null unique,
  name_it text not null,
  name_en text,
  summary_it text,
  summary_en text,
  priority boolean not null default false,
  -- Where the priority comes from: 'LA51 2019-2021'.
  priority_source text,
  parent_id uuid references ecosystem,
  since date not null,
  check (priority = (priority_source is not null)),
  check (parent_id <> id)
);
create index ecosystem_by_name on ecosystem (name_it, id);
create index ecosystem_by_parent on ecosystem (parent_id);

-- Every address an ecosystem ever had, the present one too: none is ever given to another.
create table ecosystem_slug (
  slug text primary key,
  ecosystem_id uuid not null references ecosystem
);
create index ecosystem_slug_by_ecosystem on ecosystem_slug (ecosystem_id);

-- Lead administrations: several at once, each with its days; `to_day` is the last one.
create table ecosystem_lead (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  organisation_id uuid not null references organisation,
  from_day date not null,
  to_day date,
  position int not null,
  -- The plan it was read from; null when a person appointed it.
  source text,
  check (to_day >= from_day),
  exclude using gist (ecosystem_id with =, organisation_id with =, daterange(from_day, to_day, '[]') with &&)
);
create index ecosystem_lead_by_ecosystem on ecosystem_lead (ecosystem_id, position);
create index ecosystem_lead_by_organisation on ecosystem_lead (organisation_id);

-- Who takes part. A kind of body that the plan names in general ('Regioni') stays words, without an organisation.
create table ecosystem_actor (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  organisation_id uuid references organisation,
  label text not null,
  from_day date not null,
  to_day date,
  position int not null,
  source text,
  check (to_day >= from_day),
  exclude using gist (ecosystem_id with =, label with =, daterange(from_day, to_day, '[]') with &&),
  exclude using gist (ecosystem_id with =, organisation_id with =, daterange(from_day, to_day, '[]') with &&)
);
create index ecosystem_actor_by_ecosystem on ecosystem_actor (ecosystem_id, position);
create index ecosystem_actor_by_organisation on ecosystem_actor (organisation_id);

-- The four phases are gone through again and again; each cycle begins from what the last one left.
create table cycle (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  number int not null check (number > 0),
  begun_on date not null,
  from_cycle_id uuid references cycle,
  -- What the former cycle left to this one, in words.
  outcome text,
  unique (ecosystem_id, number),
  unique (ecosystem_id, begun_on),
  check ((number = 1) = (from_cycle_id is null))
);
create index cycle_by_former on cycle (from_cycle_id);

-- A phase of a cycle. Started and, separately, concluded on evidence: phases may overlap.
create table phase_run (
  cycle_id uuid not null references cycle,
  phase text not null check (phase in ('envisioning', 'design', 'make-or-buy', 'growth')),
  started_on date,
  concluded_on date,
  derogation_reason text,
  expected_on date,
  expected_precision text check (expected_precision in ('month', 'day')),
  -- The last day to be in time: the end of the month where the source names a month.
  due_on date,
  due_precision text check (due_precision in ('month', 'day')),
  due_qualifier text check (due_qualifier in ('by', 'in')),
  due_source text,
  primary key (cycle_id, phase),
  check (concluded_on is null or (started_on is not null and concluded_on >= started_on)),
  check (derogation_reason is null or concluded_on is not null),
  check ((expected_on is null) = (expected_precision is null)),
  check ((due_on is null) = (due_precision is null) and (due_on is null) = (due_qualifier is null)),
  check (due_source is not null or (due_on is null and expected_on is null))
);
create index phase_run_by_due on phase_run (due_on) where concluded_on is null;

revoke delete on ecosystem, ecosystem_slug, cycle, phase_run from simbiosi_app;
