create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Text search that does not mind accents: whoever types "citta" finds "città".
create text search configuration italian_plain (copy = italian);
alter text search configuration italian_plain alter mapping for word, hword, hword_part with unaccent, italian_stem;
create text search configuration english_plain (copy = english);
alter text search configuration english_plain alter mapping for word, hword, hword_part with unaccent, english_stem;

-- A name as it is compared: no accents, capitals, apostrophes or other signs, one space between words. "UNIVERSITA' DI
-- FERRARA" and "Università di Ferrara" are the same. Immutable, as long as nobody edits the dictionary of unaccent.
create function fold_name(name text) returns text
  language sql immutable strict parallel safe
  return trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, name)), '[\s -/:-@\[-`{-~\u00a0]+', ' ', 'g'));

create table organisation (
  id uuid primary key,
  kind text not null check (kind in (
    'central', 'territorial', 'health', 'university', 'school', 'research', 'public-body', 'public-service', 'company', 'association',
    'standards-body', 'other'
  )),
  parent_id uuid references organisation check (parent_id <> id),
  -- The code in the index of public administrations, in small letters: the index does not tell them from capitals.
  ipa_code text unique check (ipa_code ~ '^[a-z0-9][a-z0-9._-]{1,29}$'),
  tax_code text check (tax_code ~ '^[0-9]{11}$'),
  ipa_category text check (ipa_category ~ '^[A-Z][A-Z0-9]{0,4}$'),
  acronym text check (length(acronym) between 1 and 60)
);
create index organisation_by_parent on organisation (parent_id);
create index organisation_by_kind on organisation (kind);
create index organisation_by_tax_code on organisation (tax_code);
create index organisation_by_acronym on organisation (fold_name(acronym));

-- Names and when they held. A first name without `valid_from` has always held; the one without `valid_until` holds now.
create table organisation_name (
  id uuid primary key,
  organisation_id uuid not null references organisation on delete cascade,
  name text not null check (length(name) between 1 and 500),
  valid_from date,
  valid_until date check (valid_until >= valid_from),
  folded text not null generated always as (fold_name(name)) stored,
  words tsvector not null generated always as (to_tsvector('public.italian_plain'::regconfig, name)) stored,
  constraint one_name_at_a_time exclude using gist (organisation_id with =, daterange(valid_from, valid_until, '[]') with &&)
);
create unique index organisation_name_current on organisation_name (organisation_id) where valid_until is null;
create index organisation_name_by_organisation on organisation_name (organisation_id, valid_from);
create index organisation_name_in_order on organisation_name (folded, organisation_id) where valid_until is null;
create index organisation_name_by_folded on organisation_name (folded);
create index organisation_name_by_words on organisation_name using gin (words);
create index organisation_name_by_trigrams on organisation_name using gin (folded gin_trgm_ops);

-- A file of the index sent by an administrator: only the columns that are used, because the others hold personal data.
-- The rows until the import is confirmed, its report afterwards; kept for a day.
create table organisation_upload (
  id uuid primary key,
  person_id uuid not null,
  at timestamptz not null,
  rows bytea,
  report jsonb,
  check ((rows is null) <> (report is null))
);
create index organisation_upload_by_time on organisation_upload (at);
