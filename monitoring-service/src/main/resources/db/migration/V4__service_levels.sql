-- What operations has set of a service level, where that is not the level's own.
create table service_level_target (
    level text primary key,
    within interval not null check (within > interval '0'),
    objective numeric(5, 2) not null check (objective > 0 and objective < 100),
    measured_over interval not null check (measured_over > interval '0')
);

create table service_level_change (
    position bigint generated always as identity primary key,
    level text not null,
    within interval not null,
    objective numeric(5, 2) not null,
    measured_over interval not null,
    at timestamptz not null,
    by text not null,
    on_behalf_of text
);

create index service_level_change_of_level on service_level_change (level, position desc);

create function service_level_change_is_kept() returns trigger language plpgsql as
$$ begin
    raise exception 'service_level_change is only ever added to';
end $$;
create trigger service_level_change_is_kept before update or delete or truncate on service_level_change
    for each statement execute function service_level_change_is_kept();

-- What was measured: of a reader a row for each minute with the longest that an event waited in it, of offers and notices a row for each.
create table service_level_measure (
    level text not null,
    -- A minute, or an offer.
    subject text not null,
    at timestamptz not null,
    -- Null: not known yet.
    took_ms bigint,
    -- CAUSE: what it is counted from is not in the journal yet. END: what it waits for has not come.
    waiting text check (waiting in ('CAUSE', 'END')),
    -- The event that began it.
    entry bigint references journal on delete cascade,
    primary key (level, subject),
    check ((took_ms is null) = (waiting is not null))
);

create index service_level_measure_by_time on service_level_measure (level, at) include (took_ms, waiting);
create index service_level_measure_waiting on service_level_measure (waiting, at) where waiting is not null;
create index service_level_measure_entry on service_level_measure (entry) where entry is not null;
