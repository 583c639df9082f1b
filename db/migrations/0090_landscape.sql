-- The databases and information systems of an ecosystem. Their state is derived from these days, never written.
create table system (
  id uuid primary key,
  -- The ecosystem that keeps this line; those that it concerns besides are in system_concern.
  ecosystem_id uuid not null references ecosystem,
  kind text not null check (kind in ('database', 'information-system')),
  name_it text not null check (length(name_it) between 1 and 300),
  name_en text check (length(name_en) between 1 and 300),
  acronym text check (length(acronym) between 1 and 40),
  -- The administration that it belongs to.
  holder_id uuid not null references organisation,
  description_it text not null check (length(description_it) between 1 and 4000),
  description_en text check (length(description_en) between 1 and 4000),
  -- The categories of data, or the subjects that they are about.
  data_it text check (length(data_it) between 1 and 2000),
  data_en text check (length(data_en) between 1 and 2000),
  -- Null while nobody has told.
  personal_data boolean,
  -- Databases of national interest are listed by article 60 of the CAD: an information system is none.
  national_interest boolean not null default false,
  access text not null check (access in ('open', 'on-request', 'agreement', 'closed')),
  access_url text check (length(access_url) <= 2000),
  page_url text check (length(page_url) <= 2000),
  api_url text check (length(api_url) <= 2000),
  dataset_url text check (length(dataset_url) <= 2000),
  expected_on date,
  expected_precision text check (expected_precision in ('day', 'month', 'year')),
  in_service_on date,
  -- 'by': it was there on that day already, nobody knows since when.
  in_service_precision text check (in_service_precision in ('day', 'month', 'year', 'by')),
  -- From this day it is in service no more.
  retired_on date,
  retired_reason text check (length(retired_reason) between 1 and 2000),
  -- Grows with every change: the latest line of system_revision.
  revision int not null check (revision > 0),
  added_on date not null,
  -- Written by mistake: in no list any more, still readable at its address.
  withdrawn_on date,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  folded text not null generated always as (fold_name(name_it)) stored,
  folded_acronym text not null generated always as (fold_name(coalesce(acronym, ''))) stored,
  check ((expected_on is null) = (expected_precision is null)),
  check ((in_service_on is null) = (in_service_precision is null)),
  check ((retired_on is null) = (retired_reason is null)),
  check (retired_on is null or in_service_on <= retired_on),
  check ((withdrawn_on is null) = (withdrawn_reason is null)),
  check (not national_interest or kind = 'database')
);
create index system_by_name on system (folded, id) where withdrawn_on is null;
create index system_by_holder on system (holder_id);

-- Every ecosystem that a system concerns, the one that keeps it included.
create table system_concern (
  ecosystem_id uuid not null references ecosystem,
  system_id uuid not null references system,
  primary key (ecosystem_id, system_id)
);
create index system_concern_by_system on system_concern (system_id);

-- Everything that a system said, each time it changed. It can only grow.
create table system_revision (
  system_id uuid not null references system,
  number int not null check (number > 0),
  day date not null,
  author_id uuid not null,
  content jsonb not null,
  primary key (system_id, number)
);

-- What flows from one system to another, or should.
create table interconnection (
  id uuid primary key,
  -- The ecosystem that keeps this line: at least one end concerns it.
  ecosystem_id uuid not null references ecosystem,
  from_id uuid not null references system,
  to_id uuid not null references system,
  purpose_it text not null check (length(purpose_it) between 1 and 2000),
  purpose_en text check (length(purpose_en) between 1 and 2000),
  data_it text not null check (length(data_it) between 1 and 2000),
  data_en text check (length(data_en) between 1 and 2000),
  -- Null while it is still to be decided.
  means text check (means in ('api', 'file', 'portal', 'copy')),
  realised_on date,
  realised_precision text check (realised_precision in ('day', 'month', 'year', 'by')),
  evidence_url text check (length(evidence_url) <= 2000),
  planned_on date,
  planned_precision text check (planned_precision in ('day', 'month', 'year')),
  -- The project or the service that realises it, or that it serves: the application looks, since another room keeps them.
  project_id uuid,
  revision int not null check (revision > 0),
  added_on date not null,
  withdrawn_on date,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  check (from_id <> to_id),
  check ((realised_on is null) = (realised_precision is null)),
  check (realised_on is null or (evidence_url is not null and means is not null)),
  check ((planned_on is null) = (planned_precision is null)),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index interconnection_from on interconnection (from_id);
create index interconnection_to on interconnection (to_id);
create index interconnection_of_ecosystem on interconnection (ecosystem_id);

create table interconnection_revision (
  interconnection_id uuid not null references interconnection,
  number int not null check (number > 0),
  day date not null,
  author_id uuid not null,
  content jsonb not null,
  primary key (interconnection_id, number)
);

revoke delete on system, interconnection from simbiosi_app;
revoke update, delete, truncate on system_revision, interconnection_revision from simbiosi_app;

-- Which texts speak of a thing: few blocks have references, so these stay small.
create index version_block_by_reference on version_block using gin ((data -> 'refs') jsonb_path_ops) where data ? 'refs';
create index document_block_by_reference on document_block using gin ((data -> 'refs') jsonb_path_ops) where data ? 'refs';

create view search_landscape as
  select 'system' as kind, s.id as key, 0 as part, array[s.id::text] as place,
    case when s.acronym is null then s.name_it else s.name_it || ' (' || s.acronym || ')' end as title_it,
    case when s.acronym is null then s.name_en else s.name_en || ' (' || s.acronym || ')' end as title_en,
    concat_ws(E'\n', s.description_it, s.data_it) as body_it, nullif(concat_ws(E'\n', s.description_en, s.data_en), '') as body_en
  from system s
  where s.withdrawn_on is null;

create or replace view search_source as
  select * from search_ecosystems
  union all select * from search_plan
  union all select * from search_organisations
  union all select * from search_groups
  union all select * from search_needs
  union all select * from search_documents
  union all select * from search_portfolio
  union all select * from search_consultations
  union all select * from search_hearings
  union all select * from search_landscape;

create trigger search_follow_insert after insert on system referencing new table as changed
  for each statement execute function search_follow('system', 'select id from changed');
create trigger search_follow_update after update on system referencing new table as changed
  for each statement execute function search_follow('system', 'select id from changed');
