-- How somebody wants to be told by mail: a person, or the desk of an organisation. Whoever has no row is told as is usual.
create table notice_preferences (
    person_id   text primary key,
    -- Null: the one that the contact says.
    language    text check (language in ('ZH', 'EN')),
    zone        text        not null,
    quiet_from  time,
    quiet_until time,
    digest      text        not null check (digest in ('DAILY', 'WEEKLY')),
    -- By kind, where it is not the usual.
    timings     jsonb       not null,
    changed_at  timestamptz not null,
    check ((quiet_from is null) = (quiet_until is null))
);

-- With what the links in mails are signed: 244 random bits. A backup takes it along, so that old links go on working.
create table link_secret (
    single boolean primary key default true check (single),
    secret bytea not null
);
insert into link_secret (secret)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- The organisation that somebody belongs to. Desks are held under desk:ORGANISATION, since events name the organisation and not its desk.
alter table contacts
    add column organisation text,
    -- Of a company's desk: how the company stood when this was kept, to see when it changes.
    add column company_state text;

alter table notices
    add column read_at timestamptz;
create index notices_unread on notices (person_id) where read_at is null and released_at is not null;

-- HELD: not to be sent before an hour that its person chose. It is not READY, so that no claim has to look past it.
alter table mails
    add column urgent boolean not null default false,
    add column held_until timestamptz,
    -- Whether the student's university was told that it does not arrive.
    add column others_told boolean not null default false,
    drop constraint mails_state_check,
    add constraint mails_state_check check (state in ('HELD', 'READY', 'CLAIMED', 'SENT', 'FAILED')),
    add check (state <> 'HELD' or held_until is not null);
update mails
set urgent = true
from notices
where notices.notice_id = mails.notice_id
    and mails.state in ('READY', 'CLAIMED')
    and notices.kind in ('offer-made', 'offer-reminder', 'offer-escalated', 'endorsement-escalated', 'agreement-to-sign', 'placement-to-confirm',
        'job-offered');
drop index mails_to_send;
-- Urgent ones leave first; among equals the earlier.
create index mails_to_send on mails (urgent desc, place) include (next_attempt_at) where state = 'READY';
create index mails_that_do_not_arrive on mails (place) where urgent and not others_told and attempts > 0 and state in ('READY', 'FAILED');
create index mails_held on mails (held_until) where state = 'HELD';

-- Notices that are mailed together, and the mail in which they were; until then null.
create table digest_entries (
    notice_id uuid primary key references notices on delete cascade,
    person_id text        not null,
    due_at    timestamptz not null,
    digest_id uuid references notices on delete cascade
);
create index digest_entries_due on digest_entries (due_at) where digest_id is null;
create index digest_entries_waiting_of_person on digest_entries (person_id) where digest_id is null;
create index digest_entries_of_digest on digest_entries (digest_id) where digest_id is not null;
