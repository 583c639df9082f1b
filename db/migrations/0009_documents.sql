-- Perimeter, vision and strategy of an ecosystem's cycle: texts made of blocks. Their state is derived from their versions.
create table document (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  cycle_id uuid not null references cycle,
  kind text not null check (kind in ('perimeter', 'vision', 'strategy', 'other')),
  title_it text not null check (length(title_it) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  -- The bodies whose members work on it: they belong to other tables, and are told when it is begun or described.
  bodies uuid[] not null default '{}' check (cardinality(bodies) <= 50),
  begun_on date not null,
  begun_by uuid not null
);
create unique index one_document_of_a_kind_in_a_cycle on document (cycle_id, kind) where kind <> 'other';
create index document_by_ecosystem on document (ecosystem_id, begun_on, id);

-- The working draft. A block keeps its id as long as it lives, in every version.
create table document_block (
  id uuid primary key,
  document_id uuid not null references document,
  position int not null check (position >= 0),
  kind text not null check (
    kind in ('heading', 'paragraph', 'list-item', 'table', 'figure', 'footnote', 'perimeter-item', 'objective', 'intervention')
  ),
  level int not null check (level between 0 and 9),
  source text not null check (length(source) <= 100000),
  -- Made of the source when it was written, and cleaned: pages show it as it is.
  html text not null,
  text text not null,
  data jsonb not null,
  revision int not null check (revision > 0),
  constraint one_block_in_a_place unique (document_id, position) deferrable initially deferred
);

-- Whatever was ever written in a draft, by block: a line for each saving, and one for a removal.
create table document_block_revision (
  document_id uuid not null references document,
  block_id uuid not null,
  revision int not null check (revision > 0),
  kind text not null,
  level int not null,
  source text not null,
  data jsonb not null,
  removed boolean not null default false,
  author_id uuid not null,
  at timestamptz not null,
  primary key (document_id, block_id, revision)
);
create index document_block_revision_by_time on document_block_revision (document_id, at desc, block_id);

-- A draft frozen. Its text never changes; that it became final, was adopted and published is written once, each on its day.
create table document_version (
  id uuid primary key,
  document_id uuid not null references document,
  number int not null check (number > 0),
  title_it text not null,
  title_en text,
  frozen_at timestamptz not null,
  frozen_on date not null,
  frozen_by uuid not null,
  -- sha256 of the canonical JSON of its content.
  hash bytea not null,
  block_count int not null check (block_count > 0),
  note text,
  final_on date,
  adopted_on date,
  decision_id uuid,
  published_on date,
  unique (document_id, number),
  check ((adopted_on is null) = (decision_id is null)),
  check (published_on is null or adopted_on is not null)
);
create index document_version_by_decision on document_version (decision_id);

create table version_block (
  version_id uuid not null references document_version,
  position int not null,
  block_id uuid not null,
  kind text not null,
  level int not null,
  source text not null,
  html text not null,
  text text not null,
  data jsonb not null,
  primary key (version_id, position),
  unique (version_id, block_id)
);

-- What members say to each other about a block of the draft. It never leaves the bodies that work on the document.
create table block_comment (
  id uuid primary key,
  document_id uuid not null references document,
  block_id uuid not null,
  -- The comment that this one answers.
  parent_id uuid references block_comment,
  revision int not null,
  author_id uuid not null references person,
  text text not null,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  check (parent_id <> id),
  check (parent_id is null or resolved_at is null),
  check ((resolved_at is null) = (resolved_by is null))
);
create index block_comment_by_block on block_comment (document_id, block_id, at, id);
create index block_comment_by_parent on block_comment (parent_id);
create index block_comment_by_author on block_comment (author_id);

create function refuse_second_adoption() returns trigger language plpgsql as $$
begin
  if (old.final_on is not null and new.final_on is distinct from old.final_on)
    or (old.adopted_on is not null and (new.adopted_on, new.decision_id) is distinct from (old.adopted_on, old.decision_id))
    or (old.published_on is not null and new.published_on is distinct from old.published_on)
  then
    raise exception 'what was declared of a version is not declared again';
  end if;
  return new;
end
$$;
create trigger declared_once before update on document_version for each row execute function refuse_second_adoption();

revoke delete on document, block_comment from simbiosi_app;
revoke update, delete, truncate on document_block_revision, version_block from simbiosi_app;
revoke update, delete, truncate on document_version from simbiosi_app;
grant update (final_on, adopted_on, decision_id, published_on) on document_version to simbiosi_app;
