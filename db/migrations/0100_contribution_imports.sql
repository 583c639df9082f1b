-- A file of contributions that came on other channels enters the ledger in the background, a batch at a time. The batch
-- and how far the file came are written together, so that whoever goes on after a crash repeats no line and skips none.
create table contribution_import (
  consultation_id uuid not null references consultation,
  -- That of the upload it was confirmed from: confirmed twice, it is one.
  id uuid not null,
  name text not null check (length(name) between 1 and 255),
  channel text not null check (channel in ('certified-mail', 'paper', 'file')),
  -- The names of the columns, and which one holds each thing: a file with the same columns is read in the same way.
  columns text[] not null,
  mapping jsonb not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  total int not null check (total > 0),
  -- How many lines were looked at; all of them when position = total.
  position int not null default 0 check (position between 0 and total),
  entered int not null default 0,
  known int not null default 0,
  refused int not null default 0,
  moved_at timestamptz not null,
  ended_at timestamptz,
  -- Why it ended before the last line.
  stopped text check (stopped in ('by-hand', 'no-permit', 'file-gone')),
  stopped_by uuid,
  -- The file holds names and addresses: it goes at the end, or some days later where lines are to be mended.
  file_until timestamptz,
  undo_asked_at timestamptz,
  undo_asked_by uuid,
  undo_reason text check (length(undo_reason) between 1 and 2000),
  -- The last line of the file that was looked at in taking it out.
  undo_line int not null default 0,
  removed int not null default 0,
  undone_at timestamptz,
  primary key (consultation_id, id),
  check (entered + known + refused = position),
  check (stopped is null or ended_at is not null),
  check (stopped is distinct from 'by-hand' or stopped_by is not null),
  check ((undo_asked_at is null) = (undo_asked_by is null) and (undo_asked_at is null) = (undo_reason is null)),
  check (undo_asked_at is null or ended_at is not null),
  check (undone_at is null or undo_asked_at is not null),
  check (removed <= entered)
);
create index contribution_import_under_way on contribution_import (consultation_id)
  where ended_at is null or (undo_asked_at is not null and undone_at is null);

-- What became of each line: what it is in the ledger, or why it is not there. One that was there before has no row.
create table contribution_import_line (
  consultation_id uuid not null,
  import_id uuid not null,
  line int not null,
  protocol_number text not null check (length(protocol_number) <= 100),
  contribution_id uuid,
  why_it text,
  why_en text,
  primary key (consultation_id, import_id, line),
  foreign key (consultation_id, import_id) references contribution_import,
  foreign key (consultation_id, contribution_id) references contribution,
  check ((contribution_id is null) = (why_it is not null) and (why_it is null) = (why_en is null))
);
create index contribution_import_line_refused on contribution_import_line (consultation_id, import_id, line) where contribution_id is null;
create index contribution_import_line_entered on contribution_import_line (consultation_id, contribution_id)
  where contribution_id is not null;

-- Taken out again with the whole file it came in: it counts among those withdrawn, though not by whoever wrote it.
alter table contribution
  add column taken_out_in uuid,
  add constraint taken_out_is_withdrawn check (taken_out_in is null or withdrawn_at is not null) not valid;
alter table contribution validate constraint taken_out_is_withdrawn;

revoke delete, truncate on contribution_import from simbiosi_app;
revoke update, delete, truncate on contribution_import_line from simbiosi_app;
