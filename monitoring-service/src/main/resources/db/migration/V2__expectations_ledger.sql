-- How far those who read the journal have come in each partition. Within one, entries are added in the order of offsets, whoever adds them.
create table journal_followed (
    follower text not null,
    topic text not null,
    partition integer not null,
    "offset" bigint not null,
    primary key (follower, topic, partition)
);

-- The latest clearing of a programme, without reading all of them.
create index journal_clearings on journal (entity_id, "offset") where topic = 'clearings';

-- How each programme stands by its latest event: whether anybody may expect a clearing of it.
create table programme_standing (
    programme_id text primary key,
    version bigint not null,
    state text not null,
    mode text not null,
    opens_at timestamptz,
    closes_at timestamptz,
    clearing_interval interval not null,
    changed_at timestamptz not null
);

-- What began and is not followed by what has to follow. A row goes when that happens, so what is here is open.
create table expected (
    rule text not null,
    entity_id text not null,
    entity_kind text not null,
    person_id text,
    programme_id text not null,
    topic text not null,
    partition integer not null,
    "offset" bigint not null,
    version bigint,
    -- What began it. Who is not in the journal any more, of that nothing is expected.
    entry bigint not null references journal on delete cascade,
    since timestamptz not null,
    -- From when the rule's time counts: since then, or a deadline that the event names.
    due_from timestamptz not null,
    primary key (rule, entity_id)
);

create index expected_oldest on expected (rule, due_from, entity_id);
create index expected_of_programme on expected (rule, programme_id, due_from, entity_id);
create index expected_of_person on expected (person_id, rule);
create index expected_entry on expected (entry);

-- How long operations lets each rule wait, where that is not the rule's own time.
create table expectation_threshold (
    rule text primary key,
    within interval not null check (within > interval '0')
);

create table expectation_change (
    position bigint generated always as identity primary key,
    rule text not null,
    within interval not null,
    at timestamptz not null,
    by text not null,
    on_behalf_of text
);

create index expectation_change_of_rule on expectation_change (rule, position desc);

create function expectation_change_is_kept() returns trigger language plpgsql as
$$ begin
    raise exception 'expectation_change is only ever added to';
end $$;
create trigger expectation_change_is_kept before update or delete or truncate on expectation_change
    for each statement execute function expectation_change_is_kept();

-- Since when the ledger is kept. What is older may have been compacted away before anybody counted it.
create table ledger (
    begun_at timestamptz not null
);
insert into ledger values (clock_timestamp());

-- The latest version that was seen of each key.
create table ledger_key (
    topic text not null,
    key text not null,
    version bigint not null,
    -- Its versions have come to an end: what is told of it again is not counted.
    erased boolean not null default false,
    primary key (topic, key)
);

-- What a reader says it has made of a partition, where its account begins, and up to which offset it was compared.
create table ledger_reader (
    reader text not null,
    topic text not null,
    partition integer not null,
    begun bigint not null,
    compared bigint not null,
    records bigint not null,
    applied bigint not null,
    duplicate bigint not null,
    dead bigint not null,
    primary key (reader, topic, partition)
);

-- Who holds what by the events alone.
create table ledger_offer (
    offer_id text primary key,
    programme_id text not null,
    student_id text not null,
    internship_id text not null,
    version bigint not null,
    active boolean not null,
    -- It waits for approval, to replace one that is kept.
    upgrading boolean not null,
    entry bigint not null
);
create index ledger_offer_of_student on ledger_offer (programme_id, student_id) where active;
create index ledger_offer_of_internship on ledger_offer (programme_id, internship_id) where active;

create table ledger_seats (
    programme_id text not null,
    internship_id text not null,
    version bigint not null,
    seats integer not null,
    primary key (programme_id, internship_id)
);

create table ledger_notice (
    person_id text not null,
    subject text not null,
    subject_version bigint not null,
    kind text not null,
    channel text not null,
    notice_id text not null,
    primary key (person_id, subject, subject_version, kind, channel)
);

-- What differs, and since when. What is right again by itself goes within the time that it may take.
create table ledger_difference (
    id bigint generated always as identity primary key,
    kind text not null,
    reader text,
    topic text not null,
    partition integer,
    "offset" bigint,
    key text,
    version bigint,
    event_id text,
    entity_kind text,
    entity_id text,
    programme_id text,
    found_at timestamptz not null,
    constraint ledger_difference_once unique nulls not distinct (kind, reader, topic, partition, "offset", key, version, entity_id)
);
create index ledger_difference_latest on ledger_difference (found_at desc, id desc);
create index ledger_difference_of_kind on ledger_difference (kind, found_at desc, id desc);
create index ledger_difference_of_entity on ledger_difference (entity_id) where kind in ('OFFERS_OF_A_STUDENT', 'SEATS_EXCEEDED');

-- Whether the ledger has looked at a copy.
alter table journal_copy add column compared boolean not null default false;
create index journal_copy_to_compare on journal_copy (entry) where not compared;
