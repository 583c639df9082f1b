-- What everybody reads of the texts: the version in force, a passage for each section, cut where a section is long.
create view search_documents as
  select 'document' as kind, s.document_id as key, (row_number() over (partition by s.document_id order by s.first) - 1)::int as part,
    array[s.document_id::text, s.number::text, case when s.first = 0 then '' else s.block_id::text end] as place,
    s.title_it, s.title_en, s.body_it, null::text as body_en
  from (
    select p.document_id, p.number, p.title_it, p.title_en, min(p.position) as first,
      (array_agg(p.block_id order by p.position))[1] as block_id, string_agg(p.text, E'\n' order by p.position) as body_it
    from (
      select x.*, (sum(length(x.text)) over (partition by x.document_id, x.section order by x.position) / 1500)::int as passage
      from (
        select v.document_id, v.number, v.title_it, v.title_en, b.position, b.block_id, b.text,
          count(*) filter (where b.kind = 'heading') over (partition by v.document_id order by b.position) as section
        from (
          select distinct on (document_id) id, document_id, number, title_it, title_en
          from document_version
          where published_on is not null
            and not exists (select from decision d where d.id = document_version.decision_id and d.annulled_on is not null)
          order by document_id, number desc
        ) v
        join version_block b on b.version_id = v.id
      ) x
    ) p
    group by p.document_id, p.number, p.title_it, p.title_en, p.section, p.passage
  ) s;

create view search_portfolio as
  select 'project' as kind, p.id as key, 0 as part, array[p.id::text] as place,
    p.title_it, p.title_en, p.summary_it as body_it, p.summary_en as body_en
  from project p
  where p.withdrawn_on is null;

-- From when its opening was decided, everybody sees it.
create view search_consultations as
  select 'consultation' as kind, c.id as key, 0 as part, array[c.id::text] as place,
    c.title_it, c.title_en, c.aims_it as body_it, c.aims_en as body_en
  from consultation c
  where c.opened_at is not null;

create or replace view search_source as
  select * from search_ecosystems
  union all select * from search_plan
  union all select * from search_organisations
  union all select * from search_groups
  union all select * from search_needs
  union all select * from search_documents
  union all select * from search_portfolio
  union all select * from search_consultations;

create trigger search_follow_update after update on document_version referencing new table as changed
  for each statement execute function search_follow('document', 'select document_id from changed');
create trigger search_follow_update after update on decision referencing new table as changed
  for each statement execute function search_follow(
    'document', 'select v.document_id from changed join document_version v on v.decision_id = changed.id');

create trigger search_follow_insert after insert on project referencing new table as changed
  for each statement execute function search_follow('project', 'select id from changed');
create trigger search_follow_update after update on project referencing new table as changed
  for each statement execute function search_follow('project', 'select id from changed');

create trigger search_follow_update after update on consultation referencing new table as changed
  for each statement execute function search_follow('consultation', 'select id from changed');

-- A database that already holds something.
select search_refresh(kind, array_agg(distinct key)) from search_source where kind in ('document', 'project', 'consultation') group by kind;
