-- The ecosystem that a working group guides: who has a place in the group holds the role of the place there too.
alter table role_grant add column guides uuid;
alter table role_grant add constraint only_bodies_guide check (guides is null or scope_kind = 'body');
update role_grant set guides = body.ecosystem_id from body where scope_kind = 'body' and scope_id = body.id and body.kind = 'working-group';
create index role_grant_by_guided on role_grant (guides) where guides is not null;
