-- A window may begin again upon another text. What arrived by other ways since the first opening still belongs to the
-- consultation, and the day on which it was first put to the public stays what it was.
alter table consultation add column first_opens_on date;

update consultation c set first_opens_on = case
    when exists (select from consultation_change h where h.consultation_id = c.id and h.kind = 'restart')
    then least(c.opens_on, (c.opened_at at time zone 'Europe/Rome')::date) else c.opens_on end
  where c.opened_at is not null;
