-- How many times contributions on this block changed after they were received: state, words, supports. With what is
-- visible it tells whether the block must be drawn again.
alter table block_tally alter column visible set default 0, add column changes int not null default 0;
