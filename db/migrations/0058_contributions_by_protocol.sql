-- What comes in bulk is looked for by its protocol before it is written: the same file, given twice, adds nothing.
create index contribution_by_protocol on contribution (consultation_id, protocol_number) where protocol_number is not null;
