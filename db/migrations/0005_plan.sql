-- The plan. An action is known by (edition, code), never by its number alone. Its text is never overwritten: each change
-- of the source makes a version, so that the plan can be read as it stood on any day.
create table plan_edition (
  id uuid primary key,
  code text not null unique check (code ~ '^\d{4}-\d{4}$'),
  title text not null,
  from_year int not null,
  to_year int not null check (to_year >= from_year),
  published_on date,
  read_more_url text,
  discuss_url text
);
create index plan_edition_by_year on plan_edition (from_year desc, code desc);

-- Every import that changed something, with what it could not place and what it refused to follow.
create table plan_import (
  id uuid primary key,
  edition_id uuid not null references plan_edition,
  kind text not null check (kind in ('folder', 'page', 'facts')),
  at timestamptz not null,
  day date not null,
  source_hash text not null,
  counts jsonb not null,
  unplaced jsonb not null,
  refused jsonb not null
);
create index plan_import_by_edition on plan_import (edition_id, at desc);

-- A file waiting between the preview of an import and its confirmation.
create table plan_upload (
  id uuid primary key,
  edition_code text not null,
  kind text not null check (kind in ('folder', 'page')),
  content bytea not null,
  hash text not null,
  uploaded_by uuid not null,
  expires_at timestamptz not null
);
create index plan_upload_by_expiry on plan_upload (expires_at);

create table plan_chapter (
  id uuid primary key,
  edition_id uuid not null references plan_edition,
  slug text not null,
  unique (edition_id, slug)
);

create table plan_chapter_version (
  id uuid primary key,
  chapter_id uuid not null references plan_chapter,
  version int not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  is_current boolean not null,
  position int not null,
  number int,
  title text not null,
  part text,
  -- The text in blocks and sections; null while only the facts of the plan are loaded.
  body jsonb,
  plain_text text not null,
  hash text not null,
  import_id uuid not null references plan_import,
  unique (chapter_id, version)
);
create unique index plan_chapter_version_current on plan_chapter_version (chapter_id) where is_current;
create index plan_chapter_version_by_day on plan_chapter_version (chapter_id, valid_from desc, version desc);
create index plan_chapter_version_by_import on plan_chapter_version (import_id);

create table plan_action (
  id uuid primary key,
  edition_id uuid not null references plan_edition,
  code text not null,
  number int not null,
  unique (edition_id, code),
  unique (edition_id, number)
);

create table plan_action_version (
  id uuid primary key,
  action_id uuid not null references plan_action,
  version int not null,
  -- The day from which the text stands, and the instant at which the platform learned it.
  valid_from date not null,
  recorded_at timestamptz not null,
  is_current boolean not null,
  chapter_id uuid references plan_chapter,
  -- Where in the chapter the action stands.
  anchor text,
  scopes text[] not null check (scopes <@ array['central', 'territorial']),
  title text not null,
  timing_text text not null,
  timing_qualifier text check (timing_qualifier in ('from', 'by', 'in', 'ongoing')),
  timing_precision text check (timing_precision in ('month', 'day')),
  timing_day date,
  actors_text text not null,
  description jsonb not null,
  description_text text not null,
  results_text text not null,
  areas_text text not null,
  -- How full the text is: facts alone, the published page, the whole source. A poorer source never replaces a richer text.
  source_kind text not null check (source_kind in ('facts', 'page', 'folder')),
  hash text not null,
  import_id uuid not null references plan_import,
  -- For the words filter of an edition's list, on any day; an edition is read whole, so no index is needed.
  search tsvector generated always as (
    setweight(to_tsvector('italian_plain'::regconfig, title), 'A') || setweight(to_tsvector('english_plain'::regconfig, title), 'B')
    || setweight(to_tsvector('italian_plain'::regconfig, description_text || ' ' || results_text || ' ' || actors_text || ' ' || areas_text), 'C')
  ) stored,
  unique (action_id, version),
  check ((timing_day is null) = (timing_precision is null))
);
create unique index plan_action_version_current on plan_action_version (action_id) where is_current;
create index plan_action_version_by_day on plan_action_version (action_id, valid_from desc, version desc);
create index plan_action_version_by_chapter on plan_action_version (chapter_id);
create index plan_action_version_by_import on plan_action_version (import_id);

create table plan_actor (
  id uuid primary key,
  name text not null unique,
  slug text not null unique
);
create table action_actor (
  version_id uuid not null references plan_action_version,
  actor_id uuid not null references plan_actor,
  position int not null,
  primary key (version_id, actor_id)
);
create index action_actor_by_actor on action_actor (actor_id);

create table intervention_area (
  id uuid primary key,
  name text not null unique,
  slug text not null unique
);
create table action_area (
  version_id uuid not null references plan_action_version,
  area_id uuid not null references intervention_area,
  horizons text[] not null check (horizons <@ array['short', 'medium', 'long']),
  position int not null,
  primary key (version_id, area_id)
);
create index action_area_by_area on action_area (area_id);

-- A result keeps its identity while its words and its date change: declarations hang on it.
create table action_result (
  id uuid primary key,
  action_id uuid not null references plan_action
);
create index action_result_by_action on action_result (action_id);

create table action_result_version (
  version_id uuid not null references plan_action_version,
  result_id uuid not null references action_result,
  position int not null,
  text text not null,
  due_qualifier text check (due_qualifier in ('from', 'by', 'in', 'ongoing')),
  due_precision text check (due_precision in ('month', 'day')),
  -- The last day to be in time: the end of the month where the source names a month.
  due_day date,
  criterion jsonb,
  primary key (version_id, position),
  check ((due_day is null) = (due_precision is null))
);
create index action_result_version_by_result on action_result_version (result_id);
create index action_result_version_by_due on action_result_version (due_day);

-- What somebody answerable says of a result, with the evidence. Withdrawn, never deleted.
create table result_declaration (
  id uuid primary key,
  result_id uuid not null references action_result,
  state text not null check (state in ('doing', 'done', 'blocked')),
  since date not null,
  evidence_url text not null check (evidence_url ~* '^https?://'),
  note text,
  author_id uuid not null,
  author_role text not null check (author_role in ('officer', 'analyst')),
  declared_on date not null check (declared_on >= since),
  declared_at timestamptz not null,
  act_id uuid not null,
  withdrawn_on date,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawal_reason text,
  check ((withdrawn_on is null) = (withdrawn_by is null))
);
create index result_declaration_by_result on result_declaration (result_id, declared_at desc);

-- What became of an action from an edition to the next. The other edition need not be loaded: it is told in text.
create table action_lineage (
  id uuid primary key,
  from_edition text not null,
  from_code text,
  to_edition text not null,
  to_code text,
  kind text not null check (kind in ('continued', 'rescheduled', 'reformulated', 'merged', 'dropped')),
  reason text not null,
  day date not null,
  recorded_at timestamptz not null,
  author_id uuid not null,
  withdrawn_on date,
  withdrawn_by uuid,
  check (from_code is not null or to_code is not null),
  check (from_edition < to_edition),
  check (kind <> 'dropped' or (from_code is not null and to_code is null)),
  check (kind = 'dropped' or to_code is not null)
);
create unique index action_lineage_once on action_lineage (from_edition, coalesce(from_code, ''), to_edition, coalesce(to_code, ''))
  where withdrawn_on is null;
create index action_lineage_by_from on action_lineage (from_edition, from_code);
create index action_lineage_by_to on action_lineage (to_edition, to_code);

revoke delete on plan_action, plan_action_version, action_result, action_result_version, result_declaration, action_lineage, plan_import
  from simbiosi_app;
