-- The call of a hearing and, once its minutes are final, what each one said.
create view search_hearings as
  select 'hearing' as kind, h.id as key, 0 as part, array[h.id::text] as place,
    h.title as title_it, null::text as title_en, concat_ws(E'\n', h.reason, h.questions) as body_it, null::text as body_en
  from hearing h
  union all
  select 'hearing', h.id, f.position, array[h.id::text, f.statement_id::text], h.title, null, r.text, null
  from final_statement f
  join hearing h on h.id = f.hearing_id
  join statement_revision r on (r.statement_id, r.revision) = (f.statement_id, f.revision);

create or replace view search_source as
  select * from search_ecosystems
  union all select * from search_plan
  union all select * from search_organisations
  union all select * from search_groups
  union all select * from search_needs
  union all select * from search_documents
  union all select * from search_portfolio
  union all select * from search_consultations
  union all select * from search_hearings;

create trigger search_follow_insert after insert on hearing referencing new table as changed
  for each statement execute function search_follow('hearing', 'select id from changed');
create trigger search_follow_update after update on hearing referencing new table as changed
  for each statement execute function search_follow('hearing', 'select id from changed');
create trigger search_follow_insert after insert on final_statement referencing new table as changed
  for each statement execute function search_follow('hearing', 'select hearing_id from changed');

-- A database that already holds something.
select search_refresh(kind, array_agg(distinct key)) from search_source where kind = 'hearing' group by kind;
