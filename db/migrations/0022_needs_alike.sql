-- The needs of one ecosystem, the nearest to some words first: letters in common.
create index need_by_nearness on need using gist (ecosystem_id, folded gist_trgm_ops (siglen = 128)) where merged_into is null;
