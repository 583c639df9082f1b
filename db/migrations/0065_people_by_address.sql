-- Whoever imports a thousand lines looks for a thousand addresses at once.
create index person_detail_by_address on person_detail (lower(email)) where email is not null;
