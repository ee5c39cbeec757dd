-- rules_version: the programme's version that brought the rules it has; a change of state leaves it as it is.
-- archived_at: since when a closed programme is kept for the record only.
alter table programme
    add column rules_version bigint,
    add column archived_at   timestamptz;
update programme set rules_version = version;
alter table programme
    alter column rules_version set not null,
    add constraint rules_version_was_a_version check (rules_version between 1 and version),
    add constraint only_closed_is_archived check (archived_at is null or state = 'CLOSED');

-- Programmes that were set up before have no quotas.
update programme
set rules = jsonb_build_object('quotas', jsonb_build_object('companies', '{}'::jsonb, 'universities', '{}'::jsonb,
    'eachCompany', null, 'eachUniversity', null)) || rules;

-- A clearing that was recalled. Written under the programme's lock, which every admission and decision shares: whatever comes after it knows
-- of it. Its open offers are taken back one by one afterwards.
create table clearing_recall (
    programme         text        not null references programme,
    clearing          bigint      not null check (clearing >= 1),
    programme_version bigint      not null,
    at                timestamptz not null,
    role              text        not null,
    subject           text        not null,
    primary key (programme, clearing)
);
create index offer_by_clearing on offer (programme, clearing);
create index offer_open_by_clearing on offer (programme, clearing) where state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT');

-- Research projects and courses of a joint programme.
create table joint_record (
    programme    text        not null references programme,
    id           text        not null,
    version      bigint      not null check (version >= 1),
    kind         text        not null check (kind in ('PROJECT', 'COURSE')),
    title_zh     text        not null,
    title_en     text        not null,
    description  text,
    organisation text        not null,
    starts_on    date        not null,
    ends_on      date        not null check (ends_on >= starts_on),
    skills       jsonb       not null,
    changed_at   timestamptz not null,
    primary key (programme, id)
);

create table joint_record_internship (
    programme  text    not null,
    record     text    not null,
    place      integer not null,
    internship uuid    not null,
    primary key (programme, record, internship),
    foreign key (programme, record) references joint_record on delete cascade,
    foreign key (internship, programme) references internship (id, programme)
);

-- completed_on: from when it attests the record's skills. What somebody took part in is not deleted.
create table joint_participation (
    programme    text        not null,
    record       text        not null,
    student      uuid        not null references student,
    completed_on date,
    recorded_at  timestamptz not null,
    primary key (programme, record, student),
    foreign key (programme, record) references joint_record
);
create index joint_participation_by_student on joint_participation (student);
