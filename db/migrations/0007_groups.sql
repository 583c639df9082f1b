-- Roles that come with a place in a body.
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (
  role in ('administrator', 'officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member', 'observer', 'analyst', 'delegate')
);

-- Working groups, technical tables, monitoring tables. Their state is derived from these days, never written.
create table body (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  cycle_id uuid not null references cycle,
  kind text not null check (kind in ('working-group', 'technical-table', 'monitoring-table')),
  name text not null check (length(name) between 1 and 200),
  mandate text not null,
  parent_id uuid references body,
  -- The act that constitutes it; a technical table is born of a decision instead, and may have an act too.
  act_number text check (length(act_number) between 1 and 100),
  act_day date,
  act_file_id uuid,
  decision_id uuid,
  from_day date not null,
  -- The last day of its term; null until further notice.
  to_day date,
  -- The last day of a body dissolved before its term.
  dissolved_on date,
  quorum_kind text not null check (quorum_kind in ('majority', 'fraction', 'number')),
  quorum_count int,
  quorum_of int,
  check (to_day >= from_day),
  check (dissolved_on >= from_day),
  check (parent_id <> id),
  check ((act_number is null) = (act_day is null)),
  check (act_file_id is null or act_number is not null),
  check (case kind when 'technical-table' then decision_id is not null and parent_id is not null else act_number is not null end),
  check (
    case quorum_kind
      when 'majority' then quorum_count is null and quorum_of is null
      when 'fraction' then quorum_count > 0 and quorum_count <= quorum_of
      else quorum_count > 0 and quorum_of is null
    end
  )
);
create unique index one_working_group_in_a_cycle on body (cycle_id) where kind = 'working-group' and dissolved_on is null;
create index body_by_cycle on body (cycle_id);
create index body_by_ecosystem on body (ecosystem_id, from_day);
create index body_by_parent on body (parent_id);
create index body_by_decision on body (decision_id);

-- Who sits in a body, for whom, as what, and when: `to_day` is the last day, null until the body's own last day.
create table body_member (
  id uuid primary key,
  body_id uuid not null references body,
  person_id uuid not null references person,
  organisation_id uuid references organisation,
  role text not null check (role in ('chair', 'secretary', 'rapporteur', 'member', 'observer')),
  -- The member whose place this one takes when that one is absent.
  substitute_for uuid references body_member,
  from_day date not null,
  to_day date,
  -- Whether the person's name may be shown to everybody. For chair, secretary and rapporteur it always is.
  shows_name boolean not null default false,
  grant_id uuid not null references role_grant,
  check (to_day >= from_day),
  check (substitute_for <> id),
  constraint one_place_in_a_body exclude using gist (body_id with =, person_id with =, daterange(from_day, to_day, '[]') with &&),
  constraint one_chair_at_a_time exclude using gist (body_id with =, daterange(from_day, to_day, '[]') with &&)
    where (role = 'chair' and substitute_for is null)
);
create index body_member_by_body on body_member (body_id, from_day);
create index body_member_by_person on body_member (person_id, from_day);
create index body_member_by_organisation on body_member (organisation_id);
create index body_member_by_grant on body_member (grant_id);
create index body_member_by_substituted on body_member (substitute_for);

create table meeting (
  id uuid primary key,
  body_id uuid not null references body,
  number int not null check (number > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text,
  link text,
  -- One item a line.
  agenda text not null,
  -- Grows with every change that is sent again.
  revision int not null check (revision >= 0),
  convened_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  -- As counted by the body's rule when attendance was recorded: a rule changed later changes no past meeting.
  seats int,
  quorum int,
  seats_filled int,
  unique (body_id, number),
  check (ends_at > starts_at),
  check (place is not null or link is not null),
  check ((cancelled_at is null) = (cancel_reason is null)),
  check ((seats is null) = (quorum is null) and (seats is null) = (seats_filled is null))
);
create index meeting_by_body on meeting (body_id, starts_at desc);
create index meeting_by_time on meeting (starts_at, id);

-- What a meeting will look at: a file kept here, or an address elsewhere.
create table meeting_paper (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  name text not null check (length(name) between 1 and 200),
  file_id uuid,
  address text,
  added_at timestamptz not null,
  check ((file_id is null) <> (address is null))
);
create index meeting_paper_by_meeting on meeting_paper (meeting_id, added_at, id);

create table invitation (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  member_id uuid not null references body_member,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  attendance text check (attendance in ('present', 'remote', 'excused', 'absent')),
  unique (meeting_id, member_id),
  check ((answer is null) = (answered_at is null))
);
create index invitation_by_member on invitation (member_id);

-- Minutes being written: the latest version, and the one sent to those who attended.
create table minutes (
  meeting_id uuid primary key references meeting,
  version int not null check (version > 0),
  sent_version int,
  sent_at timestamptz,
  -- The last day on which those who attended may propose corrections.
  remarks_until date,
  check (sent_version <= version),
  check ((sent_version is null) = (sent_at is null) and (sent_version is null) = (remarks_until is null))
);

create table minutes_version (
  meeting_id uuid not null references minutes,
  version int not null,
  text text not null,
  author_id uuid not null,
  at timestamptz not null,
  primary key (meeting_id, version)
);

-- What those who attended answered: nothing to correct, or a correction, which gets an outcome.
create table minutes_remark (
  id uuid primary key,
  meeting_id uuid not null references minutes,
  person_id uuid not null references person,
  version int not null,
  kind text not null check (kind in ('agreement', 'correction')),
  text text,
  at timestamptz not null,
  outcome text check (outcome in ('accepted', 'rejected')),
  reason text,
  answered_at timestamptz,
  foreign key (meeting_id, version) references minutes_version,
  check ((kind = 'correction') = (text is not null)),
  check (outcome is null or kind = 'correction'),
  check ((outcome is null) = (answered_at is null)),
  check (outcome is distinct from 'rejected' or reason is not null)
);
create index minutes_remark_by_meeting on minutes_remark (meeting_id, at, id);
create index minutes_remark_by_version on minutes_remark (meeting_id, version);
create index minutes_remark_by_person on minutes_remark (person_id);

-- Approval points at one version for good. Both tables can only grow, so what was approved cannot be written over.
create table approved_minutes (
  meeting_id uuid primary key references minutes,
  version int not null,
  -- sha256 of the text.
  hash bytea not null,
  approved_on date not null,
  approved_by uuid not null,
  foreign key (meeting_id, version) references minutes_version
);
create index approved_minutes_by_version on approved_minutes (meeting_id, version);

-- What turned out to be wrong after approval: told beside the minutes, which stay as they were.
create table minutes_correction (
  id uuid primary key,
  meeting_id uuid not null references approved_minutes,
  number int not null check (number > 0),
  text text not null,
  reason text not null,
  author_id uuid not null,
  made_on date not null,
  unique (meeting_id, number)
);

create table decision (
  id uuid primary key,
  body_id uuid not null references body,
  meeting_id uuid not null references meeting,
  number int not null check (number > 0),
  -- `no-tables` declares that the working group needs no technical table; `tables` defines some; `adoption` adopts a document.
  kind text not null check (kind in ('general', 'tables', 'no-tables', 'adoption')),
  title text not null check (length(title) between 1 and 300),
  text text not null,
  taken_on date not null,
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  votes_abstained int check (votes_abstained >= 0),
  -- Without a vote it was taken by consensus.
  adopted boolean not null,
  annulled_on date,
  annulled_reason text,
  unique (body_id, number),
  check ((votes_for is null) = (votes_against is null) and (votes_for is null) = (votes_abstained is null)),
  check (adopted = (votes_for is null or votes_for > votes_against)),
  check ((annulled_on is null) = (annulled_reason is null))
);
create index decision_by_meeting on decision (meeting_id, number);
alter table body add foreign key (decision_id) references decision;

create table task (
  id uuid primary key,
  body_id uuid not null references body,
  meeting_id uuid references meeting,
  owner_id uuid not null references body_member,
  text text not null,
  due_day date not null,
  assigned_at timestamptz not null,
  done_at timestamptz,
  note text,
  withdrawn_at timestamptz,
  check (note is null or done_at is not null),
  check (done_at is null or withdrawn_at is null)
);
create index task_by_body on task (body_id, due_day, id);
create index task_by_meeting on task (meeting_id);
create index task_by_owner on task (owner_id, due_day);

-- The secret address of a person's own calendar. Only its hash is kept.
create table calendar_key (
  person_id uuid primary key references person,
  hash bytea not null unique,
  issued_at timestamptz not null
);

revoke delete on body, body_member, meeting, invitation, minutes, minutes_remark, decision, task from simbiosi_app;
revoke update, delete, truncate on minutes_version, approved_minutes, minutes_correction from simbiosi_app;
