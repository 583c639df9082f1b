-- The words of a block that a contribution speaks of, as they stood in the version it was written on: a selector of the
-- W3C Web Annotation model, by position (in UTF-16 units) and by quotation. It never changes.
create table annotation (
  consultation_id uuid not null,
  contribution_id uuid not null,
  version_id uuid not null,
  block_id uuid not null,
  starts int not null check (starts >= 0),
  ends int not null,
  exact text not null check (length(exact) between 1 and 4000),
  prefix text not null check (length(prefix) <= 64),
  suffix text not null check (length(suffix) <= 64),
  primary key (consultation_id, contribution_id),
  foreign key (consultation_id, contribution_id) references contribution,
  check (ends > starts)
);
revoke update, delete, truncate on annotation from simbiosi_app;
