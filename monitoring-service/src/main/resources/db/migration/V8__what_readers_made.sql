-- What readers say they made of what they read: runs of offsets that ended alike, each reader's in each partition. Offsets in a run at which no record stands are ends of transactions; what a reader
-- skipped is in none.
create table ledger_outcome (
    reader text not null,
    topic text not null,
    partition integer not null,
    first_offset bigint not null,
    last_offset bigint not null,
    outcome text not null check (outcome in ('APPLIED', 'DUPLICATE', 'DEAD', 'OTHER')),
    -- When the last of it was noted.
    noted_at timestamptz not null,
    primary key (reader, topic, partition, first_offset)
);
create index ledger_outcome_by_time on ledger_outcome (noted_at);
