-- The minutes of meetings and those of hearings go the same way: written, sent to those who were there, answered, approved for good,
-- corrected beside. They are kept once, by the sitting that they tell of. What they say stays where it was: the versions of a text
-- for meetings, statements for hearings.
alter table minutes rename column meeting_id to sitting_id;
alter table minutes drop constraint minutes_meeting_id_fkey;
alter table minutes add column kind text not null default 'meeting' check (kind in ('meeting', 'hearing'));
alter table minutes alter column kind drop default;
alter table minutes
  add column meeting_id uuid generated always as (case when kind = 'meeting' then sitting_id end) stored unique references meeting,
  add column hearing_id uuid generated always as (case when kind = 'hearing' then sitting_id end) stored unique references hearing;

insert into minutes (sitting_id, kind, version, sent_version, sent_at, remarks_until)
select hearing_id, 'hearing', version, sent_version, sent_at, amendments_until from hearing_minutes;

alter table minutes_remark rename column meeting_id to sitting_id;
alter table minutes_remark drop constraint minutes_remark_meeting_id_version_fkey;
alter index minutes_remark_by_meeting rename to minutes_remark_by_sitting;
drop index minutes_remark_by_version;

insert into minutes_remark (id, sitting_id, person_id, version, kind, text, at, outcome, reason, answered_at)
select id, hearing_id, person_id, version, case kind when 'amendment' then 'correction' else kind end, text, at, outcome, reason, answered_at
from amendment;

-- What a remark on the minutes of a hearing says of one statement; a remark without it agrees with all of them.
delete from amendment where kind = 'agreement';
alter table amendment
  drop column hearing_id,
  drop column person_id,
  drop column version,
  drop column kind,
  drop column text,
  drop column at,
  drop column outcome,
  drop column reason,
  drop column answered_at;
alter table amendment rename column id to remark_id;
alter table amendment
  alter column statement_id set not null,
  alter column revision set not null,
  add foreign key (remark_id) references minutes_remark;

alter table approved_minutes rename column meeting_id to sitting_id;
alter table approved_minutes drop constraint approved_minutes_meeting_id_version_fkey;
drop index approved_minutes_by_version;
comment on column approved_minutes.hash is 'sha256 of the text of a meeting, of the canonical JSON of the statements of a hearing';

insert into approved_minutes (sitting_id, version, hash, approved_on, approved_by)
select f.hearing_id, m.version, f.hash, f.final_on, f.final_by from final_minutes f join hearing_minutes m on m.hearing_id = f.hearing_id;

alter table minutes_correction rename column meeting_id to sitting_id;
insert into minutes_correction (id, sitting_id, number, text, reason, author_id, made_on)
select id, hearing_id, number, text, reason, author_id, made_on from hearing_correction;

-- The day stands in the statements too, so that who was heard by a day is asked of them alone; the key keeps the two alike.
alter table approved_minutes add unique (sitting_id, approved_on);
alter table final_statement drop constraint final_statement_hearing_id_fkey;
alter table final_statement add column final_on date;
update final_statement s set final_on = f.final_on from final_minutes f where f.hearing_id = s.hearing_id;
alter table final_statement
  alter column final_on set not null,
  add foreign key (hearing_id, final_on) references approved_minutes (sitting_id, approved_on);

alter table statement drop constraint statement_hearing_id_fkey;
alter table statement add foreign key (hearing_id) references minutes;

drop table hearing_correction;
drop table final_minutes;
drop table hearing_minutes;
