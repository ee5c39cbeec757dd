-- Versions are those of the events: a row is replaced only by a newer one.

create table contacts (
    person_id text primary key,
    version   bigint not null,
    name      text,
    email     text,
    language  text check (language in ('ZH', 'EN')),
    -- An erased person stays known as erased, by a random id without meaning: nothing that arrives late brings them back.
    erased    boolean not null default false,
    check (case when erased then num_nonnulls(name, email, language) = 0
                else num_nulls(name, email, language) = 0 end)
);

create table programmes (
    programme_id           text primary key,
    version                bigint not null,
    name                   text not null,
    university_endorsement boolean not null
);

create table internships (
    programme_id  text not null,
    internship_id text not null,
    version       bigint not null,
    title         text not null,
    company       text not null,
    stipend       integer not null,
    primary key (programme_id, internship_id)
);

-- How far each offer was read.
create table offers_read (
    programme_id text not null,
    offer_id     text not null,
    version      bigint not null,
    primary key (programme_id, offer_id)
);

create table notices (
    notice_id       uuid primary key,
    person_id       text not null,
    kind            text not null,
    subject         text not null,
    subject_version bigint not null,
    programme_id    text not null,
    internship_id   text not null,
    facts           jsonb not null,
    created_at      timestamptz not null,
    -- Both null while the notice waits for its contact or labels.
    opening         jsonb,
    released_at     timestamptz,
    check ((opening is null) = (released_at is null)),
    constraint one_notice_per_person_and_event unique (person_id, subject, subject_version)
);

create index notices_of_person on notices (person_id, created_at desc, notice_id desc);
create index notices_newest_first on notices (created_at desc, notice_id desc);
create index notices_waiting_for_contact on notices (person_id) where released_at is null;
create index notices_waiting_for_internship on notices (programme_id, internship_id) where released_at is null;

-- READY: to be sent. CLAIMED: taken by the sender, which is about to send it or has just done so. SENT, FAILED: settled.
create table mails (
    notice_id       uuid primary key references notices on delete cascade,
    -- In this order mails leave; one of a person never before an earlier one of the same person.
    place           bigint generated always as identity,
    person_id       text not null,
    message_id      text not null constraint one_mail_per_message_id unique,
    state           text not null check (state in ('READY', 'CLAIMED', 'SENT', 'FAILED')),
    attempts        integer not null default 0,
    -- How often a sender went away between claim and settlement: as many raw doubles are possible.
    doubts          integer not null default 0,
    next_attempt_at timestamptz not null,
    reason          text,
    settled_at      timestamptz,
    check ((state in ('SENT', 'FAILED')) = (settled_at is not null))
);

create index mails_to_send on mails (place) include (next_attempt_at) where state = 'READY';
create index mails_to_send_of_person on mails (person_id, place) where state = 'READY';
create index mails_claimed on mails (notice_id) where state = 'CLAIMED';
