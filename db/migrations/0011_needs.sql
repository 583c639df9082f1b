-- An open call: in its window anybody identified proposes needs. Its state is derived from its days.
create table need_call (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  number int not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  -- What is asked, and how to answer.
  guidance text not null check (length(guidance) between 1 and 5000),
  opens_on date not null,
  -- The last day on which needs are taken.
  closes_on date not null,
  called_on date not null,
  unique (ecosystem_id, number),
  check (closes_on >= opens_on)
);
create index need_call_by_day on need_call (closes_on, opens_on);

-- The last numbers given in an ecosystem: whoever takes the next one waits for the one before.
create table need_number (
  ecosystem_id uuid primary key references ecosystem,
  last_need int not null default 0,
  last_call int not null default 0
);

-- What is needed. Whether something answers it is derived from what other rooms hold, never written.
create table need (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  number int not null check (number > 0),
  statement text not null check (length(statement) between 1 and 500),
  why text check (length(why) between 1 and 5000),
  voice_kind text not null check (voice_kind in ('administration', 'citizens', 'firms', 'other')),
  -- Who on the stakeholder map, or which organisation, gives it voice.
  stakeholder_id uuid,
  organisation_id uuid references organisation,
  evidence_text text check (length(evidence_text) between 1 and 5000),
  evidence_link text check (length(evidence_link) <= 2000),
  -- Where it was heard: the id is of a statement, a post, a contribution or a call.
  source_kind text not null check (source_kind in ('hearing', 'forum', 'contribution', 'call', 'secretariat')),
  source_id uuid,
  -- How often it shows and how much it weighs, from 1 to 5; null as long as nobody judged.
  frequency smallint check (frequency between 1 and 5),
  severity smallint check (severity between 1 and 5),
  recorded_on date not null,
  recorded_by uuid not null,
  -- Grows with every correction; what it said before stands in need_correction.
  revision int not null default 0 check (revision >= 0),
  -- The need that it turned out to be the same as.
  merged_into uuid references need,
  folded text not null generated always as (fold_name(statement)) stored,
  words tsvector not null generated always as (to_tsvector('public.italian_plain'::regconfig, statement || ' ' || coalesce(why, ''))) stored,
  unique (ecosystem_id, number),
  check ((source_kind = 'secretariat') = (source_id is null)),
  check (merged_into <> id)
);
create index need_by_severity on need (ecosystem_id, (coalesce(severity, 0)), number);
create index need_by_frequency on need (ecosystem_id, (coalesce(frequency, 0)), number);
create index need_by_day on need (ecosystem_id, recorded_on, voice_kind);
create index need_by_trigrams on need using gin (folded gin_trgm_ops) with (fastupdate = off);
create index need_by_words on need using gin (words) with (fastupdate = off);
create index need_by_source on need (source_id) where source_id is not null;
create index need_by_survivor on need (merged_into) where merged_into is not null;
create index need_by_organisation on need (organisation_id) where organisation_id is not null;
create index need_by_stakeholder on need (stakeholder_id) where stakeholder_id is not null;

-- What a need said until it was corrected. It can only grow.
create table need_correction (
  need_id uuid not null references need,
  number int not null check (number > 0),
  reason text not null check (length(reason) between 1 and 2000),
  corrected_on date not null,
  corrected_by uuid not null,
  -- The whole of what it said, as the application tells it.
  before jsonb not null,
  primary key (need_id, number)
);

-- Every merging there was, those undone included.
create table need_merger (
  id uuid primary key,
  need_id uuid not null references need,
  into_id uuid not null references need,
  reason text not null check (length(reason) between 1 and 2000),
  merged_on date not null,
  merged_by uuid not null,
  undone_on date,
  undone_by uuid,
  undone_reason text check (length(undone_reason) between 1 and 2000),
  check (need_id <> into_id),
  check ((undone_on is null) = (undone_by is null) and (undone_on is null) = (undone_reason is null)),
  check (undone_on >= merged_on)
);
create unique index one_merger_at_a_time on need_merger (need_id) where undone_on is null;
create index need_merger_by_need on need_merger (need_id, id);
create index need_merger_by_survivor on need_merger (into_id, id);

-- Two needs that may be the same, as found from their words. One that somebody looked at and told apart stays so.
create table need_likeness (
  ecosystem_id uuid not null references ecosystem,
  need_id uuid not null references need,
  other_id uuid not null references need,
  -- From 0 to 1000.
  score int not null check (score between 0 and 1000),
  dismissed_on date,
  dismissed_by uuid,
  primary key (ecosystem_id, need_id, other_id),
  check (need_id < other_id),
  check ((dismissed_on is null) = (dismissed_by is null))
);
create index need_likeness_in_order on need_likeness (ecosystem_id, score desc, need_id, other_id) where dismissed_on is null;
create index need_likeness_by_need on need_likeness (need_id);
create index need_likeness_by_other on need_likeness (other_id);

-- What somebody proposed in a call. Nobody but its author and whoever answers reads it; accepted, it stands behind a need.
create table need_proposal (
  call_id uuid not null references need_call,
  id uuid not null,
  -- Made with the form: sent twice, it is kept once.
  key uuid not null,
  person_id uuid not null references person,
  organisation_id uuid references organisation,
  voice_kind text not null check (voice_kind in ('administration', 'citizens', 'firms', 'other')),
  statement text not null check (length(statement) between 1 and 500),
  why text check (length(why) between 1 and 5000),
  evidence_text text check (length(evidence_text) between 1 and 5000),
  evidence_link text check (length(evidence_link) <= 2000),
  frequency smallint check (frequency between 1 and 5),
  severity smallint check (severity between 1 and 5),
  proposed_at timestamptz not null,
  withdrawn_on date,
  -- 'joined': what it says was there already, in the need it names.
  outcome text check (outcome in ('accepted', 'joined', 'not-accepted')),
  reason text check (length(reason) between 1 and 2000),
  need_id uuid references need,
  answered_on date,
  answered_by uuid,
  primary key (call_id, id),
  unique (call_id, person_id, key),
  check ((outcome is null) = (reason is null) and (outcome is null) = (answered_on is null) and (outcome is null) = (answered_by is null)),
  check (coalesce(outcome in ('accepted', 'joined'), false) = (need_id is not null)),
  check (withdrawn_on is null or outcome is null)
);
create unique index need_proposal_by_id on need_proposal (id);
create index need_proposal_waiting on need_proposal (call_id, id) where outcome is null and withdrawn_on is null;
create index need_proposal_by_person on need_proposal (person_id, id);
create index need_proposal_by_need on need_proposal (need_id) where need_id is not null;
create index need_proposal_by_organisation on need_proposal (organisation_id) where organisation_id is not null;

revoke delete on need_call, need_number, need, need_merger, need_proposal from simbiosi_app;
revoke update, delete, truncate on need_correction from simbiosi_app;
