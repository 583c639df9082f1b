-- A decision may be annulled while its minutes are not approved: the version it adopted may then be adopted by a later one.
-- Nothing is erased: one adoption gives way to the next, and what was published stays so.
create or replace function refuse_second_adoption() returns trigger language plpgsql as $$
begin
  if (old.final_on is not null and new.final_on is distinct from old.final_on)
    or (old.adopted_on is not null and (new.adopted_on is null or new.decision_id is null or new.adopted_on < old.adopted_on))
    or (old.adopted_on is distinct from new.adopted_on and old.decision_id is not distinct from new.decision_id)
    or (old.published_on is not null and new.published_on is distinct from old.published_on)
  then
    raise exception 'what was declared of a version is not declared again';
  end if;
  return new;
end
$$;
