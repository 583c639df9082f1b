-- What goes with the text: a title in both languages, and the language in which it is written. It may join an opened
-- consultation, and then stays, since people took part having read it. Nothing wrote in these two tables until now.
alter table consultation_material rename column name to title_it;
alter table consultation_material rename constraint consultation_material_name_check to consultation_material_title_it_check;
alter table consultation_material
  add column title_en text check (length(title_en) between 1 and 200),
  add column lang text not null check (lang in ('it', 'en')),
  add column added_at timestamptz not null,
  add constraint consultation_material_address_check check (length(address) <= 2000);

create index consultation_material_by_file on consultation_material (file_id) where file_id is not null;

-- Public meetings and webinars have an hour, by the clock in Rome, and may be called off once they were announced.
alter table consultation_date
  add column kind text not null check (kind in ('meeting', 'webinar', 'other')),
  add column starts time,
  add column ends time,
  add column address text check (length(address) <= 2000),
  add column added_at timestamptz not null,
  add column changed_at timestamptz not null,
  add column revision int not null,
  add column cancelled_at timestamptz,
  add constraint consultation_date_hours check (ends > starts),
  add constraint consultation_date_end_has_start check (ends is null or starts is not null);

-- A preparation that comes to nothing is discarded, never deleted; what was opened cannot be.
alter table consultation
  add column discarded_at timestamptz,
  add column discard_reason text check (length(discard_reason) between 1 and 5000),
  add constraint discarded_with_reason check ((discarded_at is null) = (discard_reason is null)),
  add constraint discarded_before_opening check (discarded_at is null or opened_at is null);

-- What was never sent is its author's alone: it goes with the account.
delete from contribution_draft where person_id not in (select person_id from person_detail);
alter table contribution_draft
  drop constraint contribution_draft_person_id_fkey,
  add constraint contribution_draft_person_id_fkey foreign key (person_id) references person_detail on delete cascade;
