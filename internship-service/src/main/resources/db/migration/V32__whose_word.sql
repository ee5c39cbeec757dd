-- said_email, said_phone: whether it is the student's own word, which their university's does not change.
alter table person
    add column said_email boolean not null default false,
    add column said_phone boolean not null default false;
update person p
set said_email = p.email is distinct from r.email and (r.email is not null or r.claimed_at is not null),
    said_phone = p.phone is not null and p.phone is distinct from r.phone and (r.phone is not null or r.claimed_at is not null)
from roll_entry r where r.person = p.id and p.number <> 'erased-' || p.id;

-- path: what the kept answer was asked of, so that it is found by the ids and student numbers in it.
alter table idempotency
    add column path text;
alter table idempotency
    alter column path set statistics 0;

-- given_by: the account that had the secret in its hands before the student had it; given_for: whose rights it used, where they are another's.
-- Links from before say nothing of it.
alter table roll_link
    add column given_by  text,
    add column given_for text,
    add column given_at  timestamptz;
-- claim_key: hash of the key by which the claim that this link made may be repeated for a while.
alter table roll_link
    add column claim_key text check (claim_key ~ '^[0-9a-f]{64}$');
