-- An answer for every contribution. Replies are prepared unseen and published together, as one act; one reply may answer many.
create table answer_publication (
  consultation_id uuid not null references consultation,
  id uuid not null,
  at timestamptz not null,
  day date not null,
  by uuid not null,
  replies int not null check (replies > 0),
  contributions int not null check (contributions > 0),
  primary key (consultation_id, id)
);

create table reply (
  consultation_id uuid not null references consultation,
  id uuid not null,
  outcome text not null check (outcome in ('accepted', 'partly-accepted', 'not-accepted', 'out-of-scope', 'noted')),
  reason_it text not null check (length(reason_it) between 1 and 10000),
  reason_en text check (length(reason_en) between 1 and 10000),
  -- The blocks of the text that change because of it.
  block_ids uuid[] not null default '{}',
  revision int not null default 0,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  publication_id uuid,
  published_at timestamptz,
  primary key (consultation_id, id),
  foreign key (consultation_id, publication_id) references answer_publication,
  check ((publication_id is null) = (published_at is null)),
  check ((outcome in ('accepted', 'partly-accepted')) = (cardinality(block_ids) > 0))
);
create index reply_prepared on reply (consultation_id, id) where published_at is null;

-- What a published reply said before it was corrected, and why it was. Rows are only added.
create table reply_correction (
  consultation_id uuid not null,
  reply_id uuid not null,
  revision int not null,
  outcome text not null,
  reason_it text not null,
  reason_en text,
  block_ids uuid[] not null,
  why text not null check (length(why) between 1 and 2000),
  by uuid not null,
  at timestamptz not null,
  primary key (consultation_id, reply_id, revision),
  foreign key (consultation_id, reply_id) references reply
);

-- Which reply answers a contribution: one, or none yet.
create table answered (
  consultation_id uuid not null,
  contribution_id uuid not null,
  reply_id uuid not null,
  primary key (consultation_id, contribution_id),
  foreign key (consultation_id, contribution_id) references contribution,
  foreign key (consultation_id, reply_id) references reply
);
create index answered_by_reply on answered (consultation_id, reply_id);

-- Who prepares the answer to a contribution.
create table answer_assignment (
  consultation_id uuid not null,
  contribution_id uuid not null,
  person_id uuid not null references person,
  by uuid not null,
  at timestamptz not null,
  primary key (consultation_id, contribution_id),
  foreign key (consultation_id, contribution_id) references contribution
);
create index answer_assignment_by_person on answer_assignment (person_id, consultation_id);

-- By what a text is found to be like others: the hash of its words, and the bands of its min-wise hashes. Texts alike form
-- a cluster, named after the first of them.
create table contribution_likeness (
  consultation_id uuid not null,
  contribution_id uuid not null,
  -- Of the contribution, when it was looked at.
  revision int not null,
  words_hash bytea not null,
  bands int[] not null,
  cluster_id uuid,
  primary key (consultation_id, contribution_id),
  foreign key (consultation_id, contribution_id) references contribution
);
create index contribution_likeness_by_hash on contribution_likeness (consultation_id, words_hash);
create index contribution_likeness_by_bands on contribution_likeness using gin (bands) with (fastupdate = off);
create index contribution_likeness_by_cluster on contribution_likeness (consultation_id, cluster_id) where cluster_id is not null;

-- What no longer asks for an answer is found without reading the rest.
create index contribution_settled on contribution (consultation_id, id) where withdrawn_at is not null or hidden_at is not null;

-- How a consultation ended: the words around the numbers, and the version in which what was accepted can be read.
create table outcome_report (
  consultation_id uuid primary key references consultation,
  narrative_it text check (length(narrative_it) between 1 and 50000),
  narrative_en text check (length(narrative_en) between 1 and 50000),
  final_version_id uuid,
  revision int not null default 0,
  published_at timestamptz,
  published_on date,
  published_by uuid,
  check ((published_at is null) = (published_on is null) and (published_at is null) = (published_by is null)),
  check (published_at is null or (narrative_it is not null and final_version_id is not null))
);

-- What participants think of how they were consulted: once each.
create table consultation_evaluation (
  consultation_id uuid not null references consultation,
  person_id uuid not null references person,
  -- From 1, not at all, to 5, fully.
  easy int not null check (easy between 1 and 5),
  clear int not null check (clear between 1 and 5),
  heard int check (heard between 1 and 5),
  again boolean not null,
  comment text check (length(comment) between 1 and 2000),
  at timestamptz not null,
  primary key (consultation_id, person_id)
);
create index consultation_evaluation_by_person on consultation_evaluation (person_id);

-- What the answers read of the contributions: the rows that ask for one, with what is known of their answer.
create view answerable as
  select c.consultation_id, c.id as contribution_id, c.number, c.section_id, c.block_id, c.contributor_kind, c.author_id, c.received_at,
    c.text, c.revision, c.supports, c.withdrawn_at is not null as withdrawn, c.hidden_at is not null as hidden,
    a.reply_id, r.published_at is not null as published, s.person_id as assigned_to, l.cluster_id
  from contribution c
  left join answered a on a.consultation_id = c.consultation_id and a.contribution_id = c.id
  left join reply r on r.consultation_id = a.consultation_id and r.id = a.reply_id
  left join answer_assignment s on s.consultation_id = c.consultation_id and s.contribution_id = c.id
  left join contribution_likeness l on l.consultation_id = c.consultation_id and l.contribution_id = c.id;

revoke delete, truncate on outcome_report, consultation_evaluation from simbiosi_app;
revoke update, delete, truncate on answer_publication, reply_correction from simbiosi_app;
