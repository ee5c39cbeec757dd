-- Who may be matched in which programme, to know whom a round left without a place: ids, and nothing else of the profile.
create table members (
    programme_id     text        not null,
    student_id       text        not null,
    version          bigint      not null,
    person_id        text        not null,
    -- Null: does not take part.
    takes_part_since timestamptz,
    primary key (programme_id, student_id)
);

create table rounds (
    programme_id text        not null,
    clearing     bigint      not null,
    started_at   timestamptz not null,
    -- From when on whoever has no offer is told so.
    settled_at   timestamptz not null,
    told         boolean     not null default false,
    primary key (programme_id, clearing)
);
create index rounds_to_tell on rounds (settled_at) where not told;

-- Whose offer it is. Null: it was read by an earlier release, and nobody in its programme is told anything of a round while it counts.
alter table offers_read
    add column person_id text;
create index offers_read_of_programme on offers_read (programme_id, person_id);
