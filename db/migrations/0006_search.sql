-- What the search finds, one row for each thing, or for each passage of a long one. It repeats what the rooms hold:
-- the view says how, triggers keep it true inside each change's own transaction (docs/decisions/0005-search.md).
create table search_entry (
  kind text not null check (kind in ('ecosystem', 'action', 'result', 'chapter', 'organisation')),
  key uuid not null,
  part int not null,
  -- What its address is made of: {slug}, {edition, number}, {edition, number, position}, {edition, slug}, {id}.
  place text[] not null,
  title_it text not null,
  title_en text,
  body_it text,
  body_en text,
  -- The words, in both languages; besides them '=kind', so that one index answers "these words, of this kind".
  document tsvector not null,
  primary key (kind, key, part)
);
-- Nothing waits in a list to be indexed: each search would have to read all of that list.
create index search_entry_by_document on search_entry using gin (document) with (fastupdate = off);

-- Every word that can be found, as it is written: a mistyped one is set right by the nearest of these.
create table search_word (
  word text primary key
);
create index search_word_by_trigrams on search_word using gin (word gin_trgm_ops) with (fastupdate = off);

-- A long text in passages of about 1,500 characters, cut between paragraphs.
create function search_passages(body text) returns table (part int, passage text)
  language sql immutable parallel safe
  as $$
    select p.part, string_agg(p.paragraph, E'\n' order by p.n)
    from (
      select n, paragraph, (sum(length(paragraph)) over (order by n) / 1500)::int as part
      from regexp_split_to_table(body, '\n+') with ordinality as x (paragraph, n)
    ) p
    group by p.part
  $$;

-- Each room's tables as the search reads them.
create view search_source as
  select 'ecosystem' as kind, e.id as key, 0 as part, array[e.slug] as place,
    e.name_it as title_it, e.name_en as title_en, e.summary_it as body_it, e.summary_en as body_en
  from ecosystem e
  union all
  select 'action', a.id, 0, array[n.code, a.number::text],
    v.title, null, concat_ws(E'\n', a.code, v.description_text, v.actors_text, v.areas_text), null
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
  cross join lateral search_passages(v.plain_text) p
  union all
  select 'organisation', o.id, 0, array[o.id::text], now.name, null, concat_ws(', ', o.acronym, o.ipa_code, former.names), null
  from organisation o
  cross join lateral (
    select name from organisation_name where organisation_id = o.id order by valid_until desc nulls first limit 1
  ) now
  cross join lateral (
    select string_agg(name, ', ' order by valid_from desc) as names
    from organisation_name where organisation_id = o.id and name <> now.name
  ) former;

create function search_refresh(of_kind text, keys uuid[]) returns void
  language plpgsql
  as $$
  begin
    delete from search_entry where kind = of_kind and key = any (keys);
    insert into search_entry (kind, key, part, place, title_it, title_en, body_it, body_en, document)
      select kind, key, part, place, title_it, title_en, body_it, body_en,
        setweight(to_tsvector('public.italian_plain', case when kind = 'result' then '' else title_it end), 'A')
          || setweight(to_tsvector('public.english_plain', coalesce(title_en, '')), 'A')
          || setweight(to_tsvector('public.italian_plain', coalesce(body_it, '')), 'C')
          || setweight(to_tsvector('public.english_plain', coalesce(body_en, '')), 'C')
          || array_to_tsvector(array['=' || kind])
      from search_source where kind = of_kind and key = any (keys);
    insert into search_word
      select distinct word
      from search_entry,
        unnest(to_tsvector('simple', public.unaccent(concat_ws(' ', title_it, title_en, body_it, body_en)))) as lexeme (word)
      where kind = of_kind and key = any (keys) and length(word) between 3 and 40 and word !~ '[0-9]'
      on conflict do nothing;
  end
  $$;

-- One function for every table: its arguments say of which kind are the things that the changed rows tell of, and which.
create function search_follow() returns trigger
  language plpgsql
  as $$
  declare
    keys uuid[];
  begin
    execute format('select array_agg(distinct key) from (%s) as told (key)', tg_argv[1]) into keys;
    if keys is not null then perform search_refresh(tg_argv[0], keys); end if;
    return null;
  end
  $$;

create trigger search_follow_insert after insert on ecosystem referencing new table as changed
  for each statement execute function search_follow('ecosystem', 'select id from changed');
create trigger search_follow_update after update on ecosystem referencing new table as changed
  for each statement execute function search_follow('ecosystem', 'select id from changed');

create trigger search_follow_update after update on organisation referencing new table as changed
  for each statement execute function search_follow('organisation', 'select id from changed');
create trigger search_follow_insert after insert on organisation_name referencing new table as changed
  for each statement execute function search_follow('organisation', 'select organisation_id from changed');
create trigger search_follow_update after update on organisation_name referencing new table as changed
  for each statement execute function search_follow('organisation', 'select organisation_id from changed');
create trigger search_follow_delete after delete on organisation_name referencing old table as changed
  for each statement execute function search_follow('organisation', 'select organisation_id from changed');

create trigger search_follow_insert after insert on plan_chapter_version referencing new table as changed
  for each statement execute function search_follow('chapter', 'select chapter_id from changed');
create trigger search_follow_update after update on plan_chapter_version referencing new table as changed
  for each statement execute function search_follow('chapter', 'select chapter_id from changed');

create trigger search_follow_insert after insert on plan_action_version referencing new table as changed
  for each statement execute function search_follow('action', 'select action_id from changed');
create trigger search_follow_update after update on plan_action_version referencing new table as changed
  for each statement execute function search_follow('action', 'select action_id from changed');
create trigger search_follow_results after update on plan_action_version referencing new table as changed
  for each statement execute function search_follow(
    'result', 'select r.result_id from changed join action_result_version r on r.version_id = changed.id');
create trigger search_follow_insert after insert on action_result_version referencing new table as changed
  for each statement execute function search_follow('result', 'select result_id from changed');
create trigger search_follow_update after update on action_result_version referencing new table as changed
  for each statement execute function search_follow('result', 'select result_id from changed');

-- A database that already holds something.
select search_refresh(kind, array_agg(distinct key)) from search_source group by kind;
