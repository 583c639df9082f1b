-- A file waiting between the preview of an import and its confirmation: for whoever sent it alone, and not for long.
create table upload (
  id uuid primary key,
  -- The room that will take it in, and what it is for.
  room text not null,
  subject text not null,
  name text not null check (length(name) between 1 and 255),
  content bytea not null,
  uploaded_by uuid not null,
  expires_at timestamptz not null
);
create index upload_by_expiry on upload (expires_at);

-- What waited there for an hour at most is uploaded again.
drop table plan_upload;
