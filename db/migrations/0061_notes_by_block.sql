-- The notes on each block in the orders that readers choose, however many there are. What has no supports, and what people
-- write, is found by contribution_by_block: an ordinary contribution is written in neither of these.
create index contribution_by_block_supports on contribution (consultation_id, block_id, supports desc, number desc)
  where block_id is not null and supports > 0;
create index contribution_by_block_organisations on contribution (consultation_id, block_id, number)
  where block_id is not null and contributor_kind <> 'person';
