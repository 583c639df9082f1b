-- The dates set for a phase, each time they were: what held on a day is the last set by then.
create table phase_term (
  id uuid primary key,
  cycle_id uuid not null,
  phase text not null,
  set_on date not null,
  expected_on date,
  expected_precision text check (expected_precision in ('month', 'day')),
  -- The last day to be in time: the end of the month where the source names a month.
  due_on date,
  due_precision text check (due_precision in ('month', 'day')),
  due_qualifier text check (due_qualifier in ('by', 'in')),
  due_source text not null,
  foreign key (cycle_id, phase) references phase_run,
  check (due_on is not null or expected_on is not null),
  check ((expected_on is null) = (expected_precision is null)),
  check ((due_on is null) = (due_precision is null) and (due_on is null) = (due_qualifier is null))
);
create index phase_term_by_phase on phase_term (cycle_id, phase, set_on desc, id desc);

-- Of the dates set until now it is known what they are, not when they were set: they hold from the beginning of their cycle.
insert into phase_term
  select gen_random_uuid(), r.cycle_id, r.phase, c.begun_on,
    r.expected_on, r.expected_precision, r.due_on, r.due_precision, r.due_qualifier, r.due_source
  from phase_run r join cycle c on c.id = r.cycle_id
  where r.due_source is not null and (r.expected_on is not null or r.due_on is not null);

alter table phase_run
  drop column expected_on, drop column expected_precision, drop column due_on, drop column due_precision,
  drop column due_qualifier, drop column due_source;

revoke update, delete, truncate on phase_term from simbiosi_app;
