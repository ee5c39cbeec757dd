-- Whom a university has on its roll, by its own student numbers. What of it goes to a market is in student.profile.
-- person: who is behind it, once anything but the roll knows of them. claimed_at: when the student took over what is theirs.
-- asked, asked_at: how often, and when last, a link to claim it was made; no change of the entry.
create table roll_entry (
    id           uuid primary key,
    university   text        not null,
    number       text        not null,
    version      bigint      not null check (version >= 1),
    name         text        not null,
    school       text,
    major        text,
    major_code   text,
    degree       text check (degree in ('ASSOCIATE', 'BACHELOR', 'MASTER', 'DOCTORATE')),
    graduates_on date,
    phone        text,
    email        text,
    person       uuid unique references person,
    claimed_at   timestamptz,
    asked        integer     not null default 0,
    asked_at     timestamptz,
    changed_at   timestamptz not null,
    constraint a_number_is_on_the_roll_once unique (university, number),
    constraint somebody_claimed_it check (claimed_at is null or person is not null)
);
create index roll_entry_by_school on roll_entry (university, school, number);
create index roll_entry_unclaimed on roll_entry (university, number) where claimed_at is null;

-- Links by which students claim their entries. hash: of the secret in the link, which is kept nowhere.
create table roll_link (
    hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
    entry      uuid        not null references roll_entry,
    expires_at timestamptz not null
);
create index roll_link_by_entry on roll_link (entry);
create index roll_link_by_expiry on roll_link (expires_at);

-- said: what of the profile the student has said themselves, by the names of the code; the university does not overwrite it.
-- consent_awaited: the university has recorded a consent that counts only once the student says so.
alter table student
    add column said            text[]  not null default '{}',
    add column consent_awaited boolean not null default false;

-- Whoever was entered into a programme before is on the roll, as their university said last.
insert into roll_entry (id, university, number, version, name, school, major, degree, graduates_on, phone, email, person, changed_at)
select gen_random_uuid(), p.university, p.number, 1, p.name, s.profile ->> 'school', s.profile ->> 'major', s.profile ->> 'degree',
       (s.profile ->> 'graduatesOn')::date, p.phone, p.email, p.id, p.changed_at
from person p
    left join lateral (select profile from student where person = p.id order by changed_at desc, id limit 1) s on true
where p.number <> 'erased-' || p.id;

-- The planner's statistics are copies of values in a table that no erasure reaches: none are kept of what is personal.
alter table roll_entry
    alter column number set statistics 0,
    alter column name set statistics 0,
    alter column major set statistics 0,
    alter column phone set statistics 0,
    alter column email set statistics 0;

-- What a body has certified a person for an occupation of the catalogue, as they say; skills: what it stands for.
-- state: whether their university has seen it.
create table certificate (
    person     uuid        not null references person,
    occupation text        not null,
    version    bigint      not null check (version >= 1),
    level      text        not null check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR')),
    number     text        not null,
    issued_on  date        not null,
    skills     jsonb       not null,
    state      text        not null check (state in ('ENTERED', 'VERIFIED', 'REJECTED')),
    changed_at timestamptz not null,
    primary key (person, occupation)
);
alter table certificate
    alter column number set statistics 0,
    alter column skills set statistics 0;
