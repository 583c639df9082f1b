-- What an ecosystem means to realise or to bring in: projects, priority services, existing projects to integrate. Their
-- state is derived from these days, never written.
create table project (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  kind text not null check (kind in ('project', 'priority-service', 'existing-project')),
  title_it text not null check (length(title_it) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  summary_it text not null check (length(summary_it) between 1 and 4000),
  summary_en text check (length(summary_en) between 1 and 4000),
  -- For whom: citizens, firms, administrations.
  audiences text[] not null check (
    cardinality(audiences) between 1 and 3 and audiences <@ array['citizens', 'firms', 'administrations']
  ),
  -- The project that this one is a part of.
  part_of_id uuid references project,
  expected_start date,
  expected_end date,
  -- The first and the last day in fact.
  started_on date,
  ended_on date,
  -- From this day it stands still; null while it goes on.
  stopped_on date,
  stopped_reason text check (length(stopped_reason) between 1 and 2000),
  link text check (length(link) <= 2000),
  -- Grows with every change: the latest line of project_revision.
  revision int not null check (revision > 0),
  added_on date not null,
  -- Written by mistake, or given up before it began: not in lists any more, still readable at its address.
  withdrawn_on date,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  folded text not null generated always as (fold_name(title_it)) stored,
  check (expected_end >= expected_start),
  check (ended_on >= started_on),
  check (part_of_id <> id),
  check ((stopped_on is null) = (stopped_reason is null)),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index project_of_ecosystem on project (ecosystem_id, folded, id) where withdrawn_on is null;
create index project_by_whole on project (part_of_id);

-- The administrations and others that answer for it, the first one first.
create table project_organisation (
  project_id uuid not null references project,
  organisation_id uuid not null references organisation,
  position int not null check (position > 0),
  primary key (project_id, organisation_id)
);
create index project_organisation_by_organisation on project_organisation (organisation_id);

-- The needs that it answers. They belong to the same ecosystem: the application looks, since another room keeps them.
create table project_need (
  project_id uuid not null references project,
  need_id uuid not null,
  extent text not null check (extent in ('fully', 'partly')),
  since date not null,
  primary key (project_id, need_id)
);
create index project_need_by_need on project_need (need_id);

-- Everything that a project said, each time it changed. It can only grow.
create table project_revision (
  project_id uuid not null references project,
  number int not null check (number > 0),
  day date not null,
  author_id uuid not null,
  content jsonb not null,
  primary key (project_id, number)
);

revoke delete on project from simbiosi_app;
revoke update, delete, truncate on project_revision from simbiosi_app;
