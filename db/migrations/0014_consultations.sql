-- Public consultations. A window is counted in whole days in Europe/Rome, the first excluded; the state is derived from it.
create table consultation (
  id uuid primary key,
  ecosystem_id uuid not null references ecosystem,
  cycle_id uuid not null references cycle,
  document_id uuid not null,
  -- What is consulted upon: a frozen version.
  version_id uuid not null,
  kind text not null check (kind in ('strategy', 'perimeter', 'vision', 'other')),
  title_it text not null check (length(title_it) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  aims_it text check (length(aims_it) <= 10000),
  aims_en text check (length(aims_en) <= 10000),
  participants text not null check (participants in ('everyone', 'organisations')),
  channels text[] not null check (channels <@ array['platform', 'certified-mail', 'paper', 'file']),
  languages text[] not null check (languages <@ array['it', 'en'] and cardinality(languages) > 0),
  contact_office text check (length(contact_office) <= 300),
  contact_mail text check (length(contact_mail) <= 254),
  -- Where certified mail and paper go.
  contact_certified_mail text check (length(contact_certified_mail) <= 254),
  contact_address text check (length(contact_address) <= 500),
  supports boolean not null,
  comments boolean not null,
  opens_on date,
  closes_on date,
  minimum_days int not null,
  -- The legal instants, from the days: the first of the opening day, and the one after the closing day's last.
  opens_at timestamptz generated always as (timezone('Europe/Rome', opens_on::timestamp)) stored,
  closes_at timestamptz generated always as (timezone('Europe/Rome', (closes_on + 1)::timestamp)) stored,
  -- Since when nobody can contribute; null while the consultation goes on.
  suspended_on date,
  created_at timestamptz not null,
  -- When opening was decided, and everybody could see it.
  opened_at timestamptz,
  -- Grows with every change of the set-up.
  revision int not null default 0,
  -- Action 52 of the plan: a strategy document is consulted upon for no less than 60 days.
  constraint window_long_enough check (closes_on - opens_on >= minimum_days),
  constraint minimum_of_kind check (minimum_days >= case kind when 'strategy' then 60 else 15 end),
  constraint opened_with_days check (opened_at is null or (opens_on is not null and closes_on is not null)),
  constraint suspended_once_opened check (suspended_on is null or opened_at is not null)
);
create index consultation_by_ecosystem on consultation (ecosystem_id, closes_on desc);
create index consultation_by_version on consultation (version_id);
create index consultation_by_document on consultation (document_id);
create index consultation_by_closing on consultation (closes_on desc, id desc) where opened_at is not null;

-- What no page, program or hand under the application's role can do to a consultation that was opened.
create function consultation_only_lengthens() returns trigger
  language plpgsql
  as $$
  begin
    if old.opened_at is null then return new; end if;
    if new.opened_at is distinct from old.opened_at or new.ecosystem_id <> old.ecosystem_id or new.document_id <> old.document_id
      or new.kind <> old.kind then
      raise exception 'an opened consultation stays what it is' using errcode = 'check_violation', constraint = 'consultation_stays';
    end if;
    if new.minimum_days < old.minimum_days then
      raise exception 'the minimum of an opened consultation cannot be lowered' using errcode = 'check_violation', constraint = 'consultation_stays';
    end if;
    if new.closes_on is null or new.closes_on < old.closes_on then
      raise exception 'the closing day of an opened consultation can only be moved later' using errcode = 'check_violation', constraint = 'consultation_only_lengthens';
    end if;
    -- A window begins again only upon another text.
    if new.opens_on is distinct from old.opens_on and (new.opens_on < old.opens_on or new.version_id = old.version_id) then
      raise exception 'the opening day of an opened consultation cannot be moved' using errcode = 'check_violation', constraint = 'consultation_only_lengthens';
    end if;
    return new;
  end
  $$;
create trigger consultation_only_lengthens before update on consultation
  for each row execute function consultation_only_lengthens();

-- What happened to the calendar, and why. Rows are only added.
create table consultation_change (
  consultation_id uuid not null references consultation,
  id uuid not null,
  kind text not null check (kind in ('extension', 'suspension', 'resumption', 'interruption', 'restart')),
  reason text not null check (length(reason) between 1 and 5000),
  at timestamptz not null,
  day date not null,
  by uuid not null,
  closes_before date not null,
  closes_after date not null,
  -- A service interruption: from when to when it lasted.
  from_at timestamptz,
  to_at timestamptz,
  -- A material change of the text: which versions.
  version_before uuid,
  version_after uuid,
  primary key (consultation_id, id),
  check (closes_after >= closes_before),
  check ((from_at is null) = (to_at is null) and from_at < to_at),
  check ((version_before is null) = (version_after is null)),
  check ((kind = 'interruption') = (from_at is not null))
);

create table consultation_question (
  consultation_id uuid not null references consultation,
  id uuid not null,
  position int not null,
  kind text not null check (kind in ('open', 'single', 'multiple', 'scale', 'matrix', 'file')),
  text_it text not null check (length(text_it) between 1 and 1000),
  text_en text check (length(text_en) between 1 and 1000),
  required boolean not null,
  -- Of a choice: [{ it, en }]; the columns of a matrix.
  options jsonb not null default '[]',
  -- The rows of a matrix: [{ it, en }].
  rows jsonb not null default '[]',
  scale_from int,
  scale_to int,
  -- Shown only if that earlier question was answered with that option.
  show_if_question uuid,
  show_if_option int,
  primary key (consultation_id, id),
  check ((kind = 'scale') = (scale_from is not null) and (scale_from is null) = (scale_to is null) and scale_from < scale_to),
  check ((show_if_question is null) = (show_if_option is null)),
  foreign key (consultation_id, show_if_question) references consultation_question
);
create index consultation_question_in_order on consultation_question (consultation_id, position);

-- What goes with the text: a file kept here, or an address elsewhere.
create table consultation_material (
  consultation_id uuid not null references consultation,
  id uuid not null,
  position int not null,
  name text not null check (length(name) between 1 and 200),
  file_id uuid,
  address text,
  primary key (consultation_id, id),
  check ((file_id is null) <> (address is null))
);

-- Days that matter besides opening and closing: presentations, hearings.
create table consultation_date (
  consultation_id uuid not null references consultation,
  id uuid not null,
  day date not null,
  title_it text not null check (length(title_it) between 1 and 300),
  title_en text check (length(title_en) between 1 and 300),
  place text check (length(place) <= 300),
  primary key (consultation_id, id)
);

-- Receipts are numbered over the whole platform, as in a register. A number may be missing; none is given twice.
create sequence contribution_number;

-- The ledger: one row for every contribution, on whatever channel it came. It can hold millions, so nothing fires on it.
create table contribution (
  consultation_id uuid not null references consultation,
  id uuid not null,
  number bigint not null,
  -- The version it speaks of.
  version_id uuid not null,
  target_kind text not null check (target_kind in ('whole', 'section', 'block', 'words')),
  block_id uuid,
  -- The heading under which the block stands; the block itself when it is one.
  section_id uuid,
  channel text not null check (channel in ('platform', 'certified-mail', 'paper', 'file')),
  received_at timestamptz not null,
  -- Of another channel: the protocol number, and the day on which the office received it.
  protocol_number text check (length(protocol_number) between 1 and 100),
  protocol_day date,
  author_id uuid not null references person,
  -- Whoever sent it: the author, or who keyed it in.
  entered_by uuid not null,
  organisation_id uuid references organisation,
  -- 'person', or the kind of the organisation.
  contributor_kind text not null,
  mandate text check (length(mandate) between 1 and 500),
  mandate_file_id uuid,
  shows_name boolean not null,
  lang text not null check (lang in ('it', 'en')),
  text text check (length(text) between 1 and 20000),
  answers jsonb not null default '{}',
  -- sha256 of the canonical content as received.
  hash bytea not null,
  revision int not null default 0,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  hidden_rule text,
  -- When the author asked to look again at its hiding; null once settled.
  appealed_at timestamptz,
  supports int not null default 0,
  idempotency_key text not null check (length(idempotency_key) between 8 and 100),
  primary key (consultation_id, id),
  unique (consultation_id, number),
  unique (consultation_id, entered_by, idempotency_key),
  check ((target_kind = 'whole') = (block_id is null)),
  check ((organisation_id is null) = (contributor_kind = 'person')),
  check ((channel = 'platform') = (protocol_day is null)),
  check ((hidden_at is null) = (hidden_rule is null)),
  check (appealed_at is null or hidden_at is not null)
);
create index contribution_by_author on contribution (author_id, received_at desc);
create index contribution_by_section on contribution (consultation_id, section_id, number) where section_id is not null;
create index contribution_by_block on contribution (consultation_id, block_id, number) where block_id is not null;
create index contribution_by_kind on contribution (consultation_id, contributor_kind, number);
create index contribution_by_supports on contribution (consultation_id, supports desc, number desc);
create index contribution_by_words on contribution using gin (to_tsvector('public.italian_plain', coalesce(text, '')));
create index contribution_appealed on contribution (consultation_id, appealed_at) where appealed_at is not null;

-- What a contribution was before each change. Rows are only added.
create table contribution_revision (
  consultation_id uuid not null,
  contribution_id uuid not null,
  revision int not null,
  at timestamptz not null,
  text text,
  answers jsonb not null,
  shows_name boolean not null,
  hash bytea not null,
  primary key (consultation_id, contribution_id, revision),
  foreign key (consultation_id, contribution_id) references contribution
);

create table contribution_file (
  consultation_id uuid not null,
  contribution_id uuid not null,
  file_id uuid not null,
  -- The question it answers; null for an attachment to the whole.
  question_id uuid,
  position int not null,
  added_in int not null,
  -- The revision that took it away.
  removed_in int,
  primary key (consultation_id, contribution_id, file_id),
  foreign key (consultation_id, contribution_id) references contribution
);
create index contribution_file_by_file on contribution_file (file_id);

-- What somebody began to write and did not send.
create table contribution_draft (
  consultation_id uuid not null references consultation,
  id uuid not null,
  person_id uuid not null references person,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (consultation_id, id)
);
create index contribution_draft_by_person on contribution_draft (person_id, saved_at desc);

create table contribution_support (
  consultation_id uuid not null,
  contribution_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (consultation_id, contribution_id, person_id),
  foreign key (consultation_id, contribution_id) references contribution
);
create index contribution_support_by_person on contribution_support (person_id);

-- What participants say to each other under a contribution, where the consultation lets them.
create table contribution_comment (
  consultation_id uuid not null,
  contribution_id uuid not null,
  id uuid not null,
  author_id uuid not null references person,
  shows_name boolean not null,
  text text not null check (length(text) between 1 and 5000),
  at timestamptz not null,
  withdrawn_at timestamptz,
  hidden_at timestamptz,
  hidden_rule text,
  primary key (consultation_id, contribution_id, id),
  foreign key (consultation_id, contribution_id) references contribution,
  check ((hidden_at is null) = (hidden_rule is null))
);
create index contribution_comment_by_author on contribution_comment (author_id);

-- A reader's word to whoever moderates: one for each reader and contribution.
create table contribution_flag (
  consultation_id uuid not null,
  contribution_id uuid not null,
  person_id uuid not null references person,
  rule text not null,
  note text check (length(note) <= 1000),
  at timestamptz not null,
  settled_at timestamptz,
  primary key (consultation_id, contribution_id, person_id),
  foreign key (consultation_id, contribution_id) references contribution
);
create index contribution_flag_open on contribution_flag (consultation_id, at) where settled_at is null;
create index contribution_flag_by_person on contribution_flag (person_id);

-- The log of moderation. Rows are only added.
create table moderation_act (
  consultation_id uuid not null,
  id uuid not null,
  contribution_id uuid not null,
  kind text not null check (kind in ('hidden', 'kept', 'appealed', 'upheld', 'restored')),
  rule text,
  reason text check (length(reason) between 1 and 5000),
  by uuid not null,
  at timestamptz not null,
  primary key (consultation_id, id),
  foreign key (consultation_id, contribution_id) references contribution,
  check (kind <> 'hidden' or (rule is not null and reason is not null)),
  check (kind = 'kept' or reason is not null)
);
create index moderation_act_by_contribution on moderation_act (consultation_id, contribution_id, id);

-- Numbers of a consultation, spread over several rows so that contributions sent together do not queue for one.
create table consultation_tally (
  consultation_id uuid not null references consultation,
  shard int not null,
  received int not null default 0,
  -- Of those received: on other channels than the platform, and in the name of organisations.
  elsewhere int not null default 0,
  organisations int not null default 0,
  withdrawn int not null default 0,
  hidden int not null default 0,
  supports int not null default 0,
  primary key (consultation_id, shard)
);

-- How many contributions can be read about each block.
create table block_tally (
  consultation_id uuid not null references consultation,
  block_id uuid not null,
  shard int not null,
  visible int not null,
  primary key (consultation_id, block_id, shard)
);

revoke delete, truncate on consultation, contribution, contribution_comment, contribution_flag from simbiosi_app;
revoke update, delete, truncate on consultation_change, contribution_revision, moderation_act from simbiosi_app;
