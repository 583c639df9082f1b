-- A person, for every table of the platform, is an opaque id. It outlives erasure and tells nothing.
create table person (
  id uuid primary key,
  created_at timestamptz not null,
  erased_at timestamptz
);

-- The vault: the only table with personal data. Erasure deletes the row.
create table person_detail (
  person_id uuid primary key references person,
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 254),
  -- True as long as the address is the one that the identity provider vouched for.
  email_confirmed boolean not null default false,
  tax_code text unique check (length(tax_code) between 5 and 40),
  -- The language in which the platform writes to the person.
  lang text not null check (lang in ('it', 'en')),
  folded text not null generated always as (fold_name(name)) stored
);
create index person_detail_by_name on person_detail using gin (folded gin_trgm_ops);
create index person_detail_by_email on person_detail using gin (lower(email) gin_trgm_ops);

-- How a person enters. The provider's name for them is kept only as a keyed hash.
create table person_login (
  issuer text not null,
  subject_hash bytea not null,
  person_id uuid not null references person,
  provider text not null,
  created_at timestamptz not null,
  primary key (issuer, subject_hash)
);
create index person_login_by_person on person_login (person_id);

create table session (
  -- sha256 of the cookie: who reads this table cannot enter with it.
  id_hash bytea primary key,
  person_id uuid not null references person,
  provider text not null,
  -- The level of assurance (acr) that the provider declared.
  level text,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_by_person on session (person_id);
create index session_by_expiry on session (expires_at);

-- A role on a scope, with its term. Both days count; an ended grant no longer holds from `ended_on`, that day included.
create table role_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null check (role in ('administrator', 'officer', 'lead', 'secretary', 'rapporteur', 'analyst', 'delegate')),
  scope_kind text not null check (scope_kind in ('platform', 'ecosystem', 'body', 'organisation')),
  scope_id uuid,
  from_day date not null,
  to_day date,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  check (to_day >= from_day),
  check ((scope_kind = 'platform') = (scope_id is null)),
  check ((ended_on is null) = (ended_by is null)),
  constraint one_grant_at_a_time exclude using gist (
    person_id with =,
    role with =,
    scope_kind with =,
    coalesce(scope_id, '00000000-0000-0000-0000-000000000000') with =,
    daterange(from_day, to_day, '[]') with &&
  ) where (ended_on is null)
);
create index role_grant_by_person on role_grant (person_id, from_day desc);
create index role_grant_by_scope on role_grant (scope_id, scope_kind) where scope_id is not null;
create index role_grant_in_order on role_grant (from_day desc, id desc);
create index role_grant_by_end on role_grant (to_day, id) where to_day is not null and ended_on is null;

-- A key for programs, limited to some rooms. Only its hash is kept.
create table personal_token (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null check (length(name) between 1 and 80),
  hash bytea not null unique,
  rooms text[] not null,
  created_at timestamptz not null,
  -- The last day on which it works.
  expires_on date not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index personal_token_by_person on personal_token (person_id, created_at desc);

-- What the demonstration's own identity provider remembers between two steps of a sign-in. Empty elsewhere.
create table demo_sign_in (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  subject_hash bytea,
  expires_at timestamptz,
  primary key (model, id)
);
create index demo_sign_in_by_grant on demo_sign_in (grant_id) where grant_id is not null;
create index demo_sign_in_by_uid on demo_sign_in (uid) where uid is not null;
create index demo_sign_in_by_subject on demo_sign_in (subject_hash) where subject_hash is not null;
create index demo_sign_in_by_expiry on demo_sign_in (expires_at);
