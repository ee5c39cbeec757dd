-- What a constraint, a lock or a filter needs is a column; the rest of a resource is one document (jsonb).
-- version: starts at 1 and grows by 1 with every change, taken under the row's lock; each version is one event in the outbox.

create table programme (
    id         text primary key,
    version    bigint      not null check (version >= 1),
    owner      text        not null,
    state      text        not null check (state in ('DRAFT', 'RUNNING', 'HELD', 'PAUSED', 'CLOSED')),
    rules      jsonb       not null,
    seed       text        not null,
    changed_at timestamptz not null
);

-- A person is known by the student number of one university and is the same in every programme.
-- This row's lock is the first of every transaction that concerns the person's students or offers.
create table person (
    id         uuid primary key,
    university text        not null,
    number     text        not null,
    version    bigint      not null check (version >= 1),
    name       text        not null,
    email      text        not null,
    phone      text,
    language   text        not null check (language in ('ZH', 'EN')),
    changed_at timestamptz not null,
    unique (university, number)
);

create table person_access (
    person     uuid        not null references person,
    at         timestamptz not null,
    university text        not null,
    subject    text        not null
);

create table student (
    id         uuid primary key,
    programme  text        not null references programme,
    person     uuid        not null references person,
    university text        not null,
    version    bigint      not null check (version >= 1),
    state      text        not null check (state in ('ACTIVE', 'PAUSED', 'WITHDRAWN')),
    profile    jsonb       not null,
    changed_at timestamptz not null,
    unique (programme, person),
    unique (id, programme, person)
);
create index student_by_university on student (programme, university, id);
create index student_by_person on student (person);

create table internship (
    id         uuid primary key,
    programme  text        not null references programme,
    company    text        not null,
    reference  text        not null,
    version    bigint      not null check (version >= 1),
    state      text        not null check (state in ('OPEN', 'WITHDRAWN')),
    seats      integer     not null,
    -- Seats bound by active offers; kept by a trigger on offer, so that no code can forget it.
    taken      integer     not null default 0,
    opening    jsonb       not null,
    changed_at timestamptz not null,
    unique (programme, company, reference),
    unique (id, programme),
    -- I3: at every commit, active offers never exceed the seats.
    constraint seats_never_exceeded check (taken between 0 and seats)
);
create index internship_by_programme on internship (programme, id);
