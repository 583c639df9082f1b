-- What the search reads, one view for each room, so that a room with something new adds its own view and a line to the union.
create view search_ecosystems as
  select 'ecosystem' as kind, e.id as key, 0 as part, array[e.slug] as place,
    e.name_it as title_it, e.name_en as title_en, e.summary_it as body_it, e.summary_en as body_en
  from ecosystem e;

create view search_plan as
  select 'action' as kind, a.id as key, 0 as part, array[n.code, a.number::text] as place,
    v.title as title_it, null::text as title_en, concat_ws(E'\n', a.code, v.description_text, v.actors_text, v.areas_text) as body_it, null::text as body_en
  from plan_action a
  join plan_edition n on n.id = a.edition_id
  join plan_action_version v on v.action_id = a.id and v.is_current
  union all
  -- A result is called by its action's title, and found by its own words alone.
  select 'result', r.result_id, 0, array[n.code, a.number::text, r.position::text], v.title, null, r.text, null
  from action_result_version r
  join plan_action_version v on v.id = r.version_id and v.is_current
  join plan_action a on a.id = v.action_id
  join plan_edition n on n.id = a.edition_id
  union all
  select 'chapter', c.id, p.part, array[n.code, c.slug], v.title, null, p.passage, null
  from plan_chapter c
  join plan_edition n on n.id = c.edition_id
  join plan_chapter_version v on v.chapter_id = c.id and v.is_current
  cross join lateral search_passages(v.plain_text) p;

create view search_organisations as
  select 'organisation' as kind, o.id as key, 0 as part, array[o.id::text] as place,
    now.name as title_it, null::text as title_en, concat_ws(', ', o.acronym, o.ipa_code, former.names) as body_it, null::text as body_en
  from organisation o
  cross join lateral (
    select name from organisation_name where organisation_id = o.id order by valid_until desc nulls first limit 1
  ) now
  cross join lateral (
    select string_agg(name, ', ' order by valid_from desc) as names
    from organisation_name where organisation_id = o.id and name <> now.name
  ) former;

create view search_groups as
  select 'body' as kind, b.id as key, 0 as part, array[b.id::text] as place,
    b.name as title_it, null::text as title_en, b.mandate as body_it, null::text as body_en
  from body b;

-- One that was merged is found through the need that stands for it.
create view search_needs as
  select 'need' as kind, n.id as key, 0 as part, array[n.id::text] as place,
    n.statement as title_it, null::text as title_en, concat_ws(E'\n', 'E-' || n.number, n.why, n.evidence_text) as body_it, null::text as body_en
  from need n
  where n.merged_into is null;

create or replace view search_source as
  select * from search_ecosystems
  union all select * from search_plan
  union all select * from search_organisations
  union all select * from search_groups
  union all select * from search_needs;

-- The union says which kinds there are.
alter table search_entry drop constraint search_entry_kind_check;

create trigger search_follow_insert after insert on body referencing new table as changed
  for each statement execute function search_follow('body', 'select id from changed');
create trigger search_follow_update after update on body referencing new table as changed
  for each statement execute function search_follow('body', 'select id from changed');

create trigger search_follow_insert after insert on need referencing new table as changed
  for each statement execute function search_follow('need', 'select id from changed');
create trigger search_follow_update after update on need referencing new table as changed
  for each statement execute function search_follow('need', 'select id from changed');

-- A database that already holds something.
select search_refresh(kind, array_agg(distinct key)) from search_source where kind in ('body', 'need') group by kind;
