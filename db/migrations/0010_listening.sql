-- Whom an ecosystem concerns. When and how they were involved is told by `involvement` and by the hearings.
create table stakeholder (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  kind text not null check (
    kind in (
      'administration', 'firm', 'citizens', 'professional', 'standards-body', 'open-data', 'university', 'consultancy', 'other'
    )
  ),
  organisation_id uuid references organisation,
  -- Who speaks for the organisation or, without one, the stakeholder itself.
  person_id uuid references person,
  -- Whether everybody may read the name of a person who stands for nobody else.
  shows_name boolean not null default false,
  -- Both null until whoever keeps the map has weighed a stakeholder that came by itself.
  interest int check (interest between 1 and 5),
  influence int check (influence between 1 and 5),
  involvement text not null check (involvement in ('inform', 'consult', 'involve', 'co-design')),
  notes text,
  added_on date not null,
  -- From this day on, no longer on the map.
  removed_on date,
  revision int not null check (revision >= 0),
  check (organisation_id is not null or person_id is not null),
  check ((interest is null) = (influence is null)),
  check (removed_on >= added_on)
);
create unique index an_organisation_stands_once on stakeholder (ecosystem_id, organisation_id)
  where removed_on is null and organisation_id is not null;
create unique index a_person_stands_once on stakeholder (ecosystem_id, person_id) where removed_on is null and organisation_id is null;
create index stakeholder_by_ecosystem on stakeholder (ecosystem_id, id);
create index stakeholder_by_organisation on stakeholder (organisation_id);
create index stakeholder_by_person on stakeholder (person_id);

-- A day on which a stakeholder was involved outside hearings: an interview, a workshop, a letter.
create table involvement (
  stakeholder_id uuid not null references stakeholder,
  id uuid not null,
  level text not null check (level in ('inform', 'consult', 'involve', 'co-design')),
  day date not null,
  note text not null,
  primary key (stakeholder_id, id)
);

-- A call to be heard. Its state is derived from these days, its slots and its minutes.
create table hearing (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  cycle_id uuid not null references cycle,
  number int not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  reason text not null,
  -- One question a line.
  questions text not null,
  -- Who may ask to be heard: anybody identified, those on the stakeholder map, those invited.
  open_to text not null check (open_to in ('anybody', 'stakeholders', 'invited')),
  opens_on date not null,
  -- The last day on which one may register.
  closes_on date not null,
  called_at timestamptz not null,
  changed_at timestamptz not null,
  -- Grows with every change that is sent again.
  revision int not null check (revision >= 0),
  cancelled_at timestamptz,
  cancel_reason text,
  recording_link text,
  unique (ecosystem_id, number),
  check (closes_on >= opens_on),
  check ((cancelled_at is null) = (cancel_reason is null))
);
create index hearing_by_cycle on hearing (cycle_id);
create index hearing_by_time on hearing (ecosystem_id, called_at desc, id desc);

create table hearing_slot (
  id uuid primary key,
  hearing_id uuid not null references hearing,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text,
  link text,
  capacity int not null check (capacity between 1 and 500),
  check (ends_at > starts_at),
  check (place is not null or link is not null),
  constraint one_slot_at_a_time exclude using gist (hearing_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index hearing_slot_by_hearing on hearing_slot (hearing_id, starts_at);
create index hearing_slot_by_time on hearing_slot (starts_at, id);

create table hearing_invitation (
  id uuid primary key,
  hearing_id uuid not null references hearing,
  stakeholder_id uuid not null references stakeholder,
  person_id uuid not null references person,
  invited_at timestamptz not null,
  -- Whoever accepts registers; whoever does not says so here.
  declined_at timestamptz,
  unique (hearing_id, stakeholder_id)
);
create index hearing_invitation_by_person on hearing_invitation (person_id);
create index hearing_invitation_by_stakeholder on hearing_invitation (stakeholder_id);

-- Who asked to be heard, for which stakeholder, in which slot. The first ones of a slot, as many as it holds, are in; the others wait.
create table hearing_registration (
  id uuid primary key,
  hearing_id uuid not null references hearing,
  slot_id uuid not null references hearing_slot,
  person_id uuid not null references person,
  stakeholder_id uuid not null references stakeholder,
  subject text,
  file_id uuid,
  registered_at timestamptz not null,
  withdrawn_at timestamptz,
  check (withdrawn_at >= registered_at)
);
create unique index one_registration_each on hearing_registration (hearing_id, person_id) where withdrawn_at is null;
create index hearing_registration_by_slot on hearing_registration (slot_id, registered_at, id);
create index hearing_registration_by_person on hearing_registration (person_id);
create index hearing_registration_by_stakeholder on hearing_registration (stakeholder_id);
create index hearing_registration_by_file on hearing_registration (file_id) where file_id is not null;

-- Minutes being written: they grow a version with every change of whoever writes them.
create table hearing_minutes (
  hearing_id uuid primary key references hearing,
  version int not null check (version > 0),
  sent_version int,
  sent_at timestamptz,
  -- The last day on which those heard may propose amendments.
  amendments_until date,
  check (sent_version <= version),
  check ((sent_version is null) = (sent_at is null) and (sent_version is null) = (amendments_until is null))
);

-- What one speaker said. Its words are in its latest revision.
create table statement (
  id uuid primary key,
  hearing_id uuid not null references hearing_minutes,
  position int not null,
  revision int not null check (revision > 0),
  removed_at timestamptz
);
create index statement_by_hearing on statement (hearing_id, position, id);

create table statement_revision (
  statement_id uuid not null references statement,
  revision int not null,
  stakeholder_id uuid not null references stakeholder,
  text text not null,
  author_id uuid not null,
  at timestamptz not null,
  primary key (statement_id, revision)
);
create index statement_revision_by_stakeholder on statement_revision (stakeholder_id);

-- What those heard answered to the minutes sent: nothing to amend, or how a statement should read, which gets an outcome.
create table amendment (
  id uuid primary key,
  hearing_id uuid not null references hearing_minutes,
  statement_id uuid,
  revision int,
  person_id uuid not null references person,
  -- The version of the minutes that was sent.
  version int not null,
  kind text not null check (kind in ('agreement', 'amendment')),
  text text,
  at timestamptz not null,
  outcome text check (outcome in ('accepted', 'rejected')),
  reason text,
  answered_at timestamptz,
  foreign key (statement_id, revision) references statement_revision,
  check ((kind = 'amendment') = (text is not null) and (kind = 'amendment') = (statement_id is not null)),
  check ((statement_id is null) = (revision is null)),
  check (outcome is null or kind = 'amendment'),
  check ((outcome is null) = (answered_at is null)),
  check (outcome is distinct from 'rejected' or reason is not null)
);
create index amendment_by_hearing on amendment (hearing_id, at, id);
create index amendment_by_statement on amendment (statement_id, revision);
create index amendment_by_person on amendment (person_id);

-- Final minutes point at one revision of each statement for good. These tables can only grow.
create table final_minutes (
  hearing_id uuid primary key references hearing_minutes,
  -- sha256 of the canonical JSON of the statements.
  hash bytea not null,
  final_on date not null,
  final_by uuid not null
);

create table final_statement (
  hearing_id uuid not null references final_minutes,
  position int not null,
  statement_id uuid not null,
  revision int not null,
  primary key (hearing_id, position),
  unique (statement_id),
  foreign key (statement_id, revision) references statement_revision
);

-- What turned out to be wrong afterwards: told beside the minutes, which stay as they were.
create table hearing_correction (
  id uuid primary key,
  hearing_id uuid not null references final_minutes,
  number int not null check (number > 0),
  text text not null,
  reason text not null,
  author_id uuid not null,
  made_on date not null,
  unique (hearing_id, number)
);

revoke delete on stakeholder, involvement, hearing, hearing_invitation, hearing_registration, hearing_minutes, statement, amendment
  from simbiosi_app;
revoke update, delete, truncate on statement_revision, final_minutes, final_statement, hearing_correction from simbiosi_app;
