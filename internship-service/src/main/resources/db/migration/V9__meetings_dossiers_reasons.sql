-- source: what the release ships (SHIPPED) is brought up to date at start; what operations entered (OPERATIONS) is theirs.
-- Decisions keep the code of their reason as text: a code is never removed, and those from before the catalogue stay what they were.
create table reason (
    act        text        not null,
    code       text        not null,
    en         text        not null,
    zh         text        not null,
    source     text        not null check (source in ('SHIPPED', 'OPERATIONS')),
    changed_at timestamptz not null,
    primary key (act, code)
);

-- The student's side sees results of interviews unless the programme hides them.
update programme
set rules = jsonb_build_object('interviewResults', 'SHOWN') || rules;

-- A student and a company before they are matched. No event carries any of it.
create table meeting (
    id         uuid primary key,
    programme  text        not null references programme,
    student    uuid        not null,
    person     uuid        not null,
    university text        not null,
    company    text        not null,
    internship uuid,
    origin     text        not null check (origin in ('INVITATION', 'SHARE_CODE')),
    message    text,
    version    bigint      not null check (version >= 1),
    state      text        not null check (state in ('INVITED', 'OPEN', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'ENDED')),
    reason     text,
    respond_by timestamptz,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    foreign key (student, programme, person) references student (id, programme, person),
    foreign key (internship, programme) references internship (id, programme),
    constraint an_invitation_is_to_an_internship check (origin <> 'INVITATION' or internship is not null),
    constraint an_invitation_has_a_deadline check ((state = 'INVITED') = (respond_by is not null))
);
-- The two meet once at a time about an internship, and once at a time about none.
create unique index one_meeting_about_an_internship on meeting (student, internship) where state in ('INVITED', 'OPEN');
create unique index one_meeting_about_none on meeting (student, company) where internship is null and state in ('INVITED', 'OPEN');
create index meeting_by_programme on meeting (programme, id);
create index meeting_by_person on meeting (person, id);
create index meeting_by_internship on meeting (internship, id);
create index meeting_by_deadline on meeting (respond_by) where state = 'INVITED';

create table interview (
    id          uuid primary key,
    meeting     uuid        not null references meeting,
    starts_at   timestamptz not null,
    minutes     integer     not null check (minutes between 5 and 480),
    place       text,
    link        text,
    state       text        not null check (state in ('PROPOSED', 'CONFIRMED', 'CANCELLED', 'HELD')),
    proposed_by text check (proposed_by in ('STUDENT', 'COMPANY')),
    reason      text,
    result      text,
    changed_at  timestamptz not null,
    constraint a_proposal_has_a_proposer check ((state = 'PROPOSED') = (proposed_by is not null)),
    constraint what_was_held_has_a_result check ((state = 'HELD') = (result is not null))
);
create index interview_by_meeting on interview (meeting, starts_at);

create table meeting_history (
    meeting   uuid        not null references meeting,
    version   bigint      not null,
    what      text        not null,
    interview uuid references interview,
    act       text,
    reason    text,
    at        timestamptz not null,
    role      text        not null,
    subject   text        not null,
    primary key (meeting, version)
);

-- hash: of the code, which is kept nowhere. meeting: what it was redeemed into, once and for ever.
create table share_code (
    id         uuid primary key,
    programme  text        not null references programme,
    student    uuid        not null,
    person     uuid        not null,
    hash       text        not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    meeting    uuid unique references meeting,
    company    text,
    foreign key (student, programme, person) references student (id, programme, person),
    constraint redeemed_or_revoked check (meeting is null or revoked_at is null),
    constraint redeemed_by_somebody check ((meeting is null) = (company is null))
);
create index share_code_by_student on share_code (student, id);

-- Codes that a company gave and that could not be redeemed, since a time.
create table share_code_guess (
    company text primary key,
    since   timestamptz not null,
    wrong   integer     not null
);

create table dossier (
    person     uuid primary key references person,
    links      jsonb       not null,
    changed_at timestamptz not null
);

create table dossier_file (
    person      uuid        not null references person,
    kind        text        not null check (kind in ('CV', 'TRANSCRIPT')),
    type        text        not null check (type in ('PDF', 'PNG', 'JPEG')),
    content     bytea       not null check (length(content) between 1 and 5242880),
    sha256      text        not null check (sha256 = encode(sha256(content), 'hex')),
    uploaded_at timestamptz not null,
    primary key (person, kind)
);
-- What these types hold is compressed already.
alter table dossier_file
    alter column content set storage external;

-- A row for each time that a dossier was shown; it may be read while withdrawn_at is null and the meeting is open.
create table dossier_share (
    person       uuid        not null references person,
    meeting      uuid        not null references meeting,
    company      text        not null,
    shared_at    timestamptz not null,
    withdrawn_at timestamptz
);
create unique index one_share_per_meeting on dossier_share (meeting) where withdrawn_at is null;
create index dossier_share_by_person on dossier_share (person);

create table dossier_reading (
    position bigint      not null generated always as identity primary key,
    person   uuid        not null references person,
    company  text        not null,
    meeting  uuid        not null references meeting,
    part     text        not null check (part in ('OVERVIEW', 'CV', 'TRANSCRIPT')),
    at       timestamptz not null
);
create index dossier_reading_by_person on dossier_reading (person, position);

-- Statistics hold samples of a column, which outlive the rows that they were taken from: none are kept of what is personal.
alter table meeting alter column message set statistics 0;
alter table interview alter column place set statistics 0, alter column link set statistics 0;
alter table meeting_history alter column subject set statistics 0;
alter table share_code alter column hash set statistics 0;
alter table dossier alter column links set statistics 0;
alter table dossier_file alter column content set statistics 0, alter column sha256 set statistics 0;
