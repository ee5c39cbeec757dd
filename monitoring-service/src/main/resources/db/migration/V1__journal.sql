-- Every event that was read from any topic of the catalogue, one row each, without what says something about a person.
-- Kept for a season, and deleted in the order of recorded_at; not cut into partitions, because an event's id has to be unique among all.
create table journal (
    entry bigint generated always as identity primary key,
    topic text not null,
    partition integer not null,
    "offset" bigint not null,
    content text not null check (content in ('EVENT', 'TOMBSTONE', 'UNREADABLE')),
    event_id text,
    event_type text,
    source text,
    key text,
    version bigint,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    correlation_id text,
    causation_id text,
    trace_id text,
    schema_id integer,
    entity_kind text,
    entity_id text,
    person_id text,
    state text,
    payload jsonb,
    -- Of a dead letter: whose it is and why.
    dead_group text,
    dead_cause text,
    dead_reason text,
    constraint journal_position unique (topic, partition, "offset"),
    constraint journal_event unique (topic, event_id)
);

create index journal_by_time on journal (recorded_at);
create index journal_of_person on journal (person_id) where topic in ('student-profiles', 'contacts', 'erasures');
create index journal_dead on journal (recorded_at) where dead_group is not null;

-- By what an event is found: its own id, its entity's and those of whatever else it names, and what it came from. One look-up, in order.
create table journal_mention (
    id text not null,
    occurred_at timestamptz not null,
    entry bigint not null,
    primary key (id, occurred_at, entry)
);

-- Entries are added in order, so that what is deleted lies together.
create index journal_mention_entry on journal_mention using brin (entry);

-- Where an event stands that is in the journal already: sent again after a crash, or by somebody who repeats what was not answered.
create table journal_copy (
    topic text not null,
    partition integer not null,
    "offset" bigint not null,
    entry bigint not null references journal on delete cascade,
    recorded_at timestamptz not null,
    primary key (topic, partition, "offset")
);

create index journal_copy_entry on journal_copy (entry);

-- Who was seen writing what.
create table writer (
    topic text not null,
    source text not null,
    events bigint not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (topic, source)
);
