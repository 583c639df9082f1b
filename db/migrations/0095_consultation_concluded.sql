-- When its outcomes were published. From then on nothing more enters its ledger, and its calendar stays as it is:
-- answered + withdrawn + moderated = received must go on holding.
alter table consultation add column concluded_at timestamptz;

update consultation c set concluded_at = r.published_at from outcome_report r where r.consultation_id = c.id and r.published_at is not null;

create or replace function consultation_only_lengthens() returns trigger
  language plpgsql
  as $$
  begin
    if old.opened_at is null then return new; end if;
    if new.opened_at is distinct from old.opened_at or new.ecosystem_id <> old.ecosystem_id or new.document_id <> old.document_id
      or new.kind <> old.kind then
      raise exception 'an opened consultation stays what it is' using errcode = 'check_violation', constraint = 'consultation_stays';
    end if;
    if new.minimum_days < old.minimum_days then
      raise exception 'the minimum of an opened consultation cannot be lowered' using errcode = 'check_violation', constraint = 'consultation_stays';
    end if;
    if new.closes_on is null or new.closes_on < old.closes_on then
      raise exception 'the closing day of an opened consultation can only be moved later' using errcode = 'check_violation', constraint = 'consultation_only_lengthens';
    end if;
    -- A window begins again only upon another text.
    if new.opens_on is distinct from old.opens_on and (new.opens_on < old.opens_on or new.version_id = old.version_id) then
      raise exception 'the opening day of an opened consultation cannot be moved' using errcode = 'check_violation', constraint = 'consultation_only_lengthens';
    end if;
    if old.concluded_at is not null and (new.concluded_at is distinct from old.concluded_at or new.closes_on <> old.closes_on
      or new.opens_on <> old.opens_on or new.version_id <> old.version_id or new.suspended_on is not null) then
      raise exception 'a concluded consultation stays as it ended' using errcode = 'check_violation', constraint = 'consultation_concluded';
    end if;
    return new;
  end
  $$;
