-- Of a desk: what its organisation is called by whoever reads the language. Null for people, and where the events of an early release did not say.
alter table contacts
    add column name_zh text,
    add column name_en text,
    add check (not erased or num_nonnulls(name_zh, name_en) = 0);

-- What silence means, of a company that is to approve and of a university that is to endorse. Null: not said.
alter table programmes
    add column approval_default    text check (approval_default in ('LAPSE', 'APPROVE')),
    add column endorsement_default text check (endorsement_default in ('LAPSE', 'ENDORSE'));
