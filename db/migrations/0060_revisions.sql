-- How many times what pages show has changed, by topic, so that a page kept can be told from one that must be drawn again.
-- Spread over several rows, so that acts at once do not queue for one; each adds one in its own transaction.
create table revision (
  topic text not null check (length(topic) between 1 and 100),
  shard int not null,
  number bigint not null,
  -- The last transaction that counted: a thousand rows that one act writes count once.
  counted_by bigint not null,
  primary key (topic, shard)
);

create function touch(what text) returns void
  language sql
  as $$
    insert into revision as r (topic, shard, number, counted_by)
    values (what, pg_backend_pid() % 8, 1, pg_current_xact_id()::text::bigint)
    on conflict (topic, shard) do update set number = r.number + 1, counted_by = excluded.counted_by
    where r.counted_by <> excluded.counted_by
  $$;

-- Fires on the tables whose words many pages show; its argument is the topic.
create function touch_topic() returns trigger
  language plpgsql
  as $$
  begin
    perform touch(tg_argv[0]);
    return null;
  end
  $$;
create trigger people_renamed after update of name on person_detail
  for each row when (old.name is distinct from new.name) execute function touch_topic('people');
create trigger people_erased after delete on person_detail
  for each statement execute function touch_topic('people');
create trigger organisations_renamed after insert or update or delete on organisation_name
  for each statement execute function touch_topic('organisations');
create trigger ecosystems_renamed after update of slug, name_it, name_en on ecosystem
  for each row when ((old.slug, old.name_it, old.name_en) is distinct from (new.slug, new.name_it, new.name_en))
  execute function touch_topic('ecosystems');

-- What is answered in a consultation, once everybody may read it.
create function touch_answers() returns trigger
  language plpgsql
  as $$
  begin
    perform touch('answers:' || new.consultation_id);
    return null;
  end
  $$;
create trigger replies_told after update on reply
  for each row when (new.published_at is not null) execute function touch_answers();

create function touch_answered() returns trigger
  language plpgsql
  as $$
  begin
    perform touch('answers:' || told.consultation_id) from (
      select distinct r.consultation_id from changed c
      join reply r on r.consultation_id = c.consultation_id and r.id = c.reply_id and r.published_at is not null
    ) told;
    return null;
  end
  $$;
create trigger answered_added after insert on answered
  referencing new table as changed for each statement execute function touch_answered();
create trigger answered_taken after delete on answered
  referencing old table as changed for each statement execute function touch_answered();
create trigger answered_left after update on answered
  referencing old table as changed for each statement execute function touch_answered();
create trigger answered_moved after update on answered
  referencing new table as changed for each statement execute function touch_answered();

-- How many times contributions counted here changed after they were received: state, words, supports.
alter table consultation_tally add column changes int not null default 0;
