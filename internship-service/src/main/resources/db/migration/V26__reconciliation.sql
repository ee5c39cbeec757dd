-- Up to where the topics hold what this database told; kept by the relay with the batch that it sent. A database that comes out of a backup
-- has places that lie behind the ends of the topics: what stands between was told by a database that is lost.
create table relayed (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null check (next_offset >= 0),
    primary key (topic, partition)
);

-- What the topics said beyond this database, and what became of it. key: random ids and ids of programmes only.
-- told: the highest version on the topic. held: the version here, null if there was no such entity. version: the one that it ends in.
create table reconciled (
    position bigint      not null generated always as identity primary key,
    at       timestamptz not null,
    topic    text        not null,
    key      text        not null,
    told     bigint      not null,
    held     bigint,
    version  bigint      not null check (version >= told),
    outcome  text        not null check (outcome in ('RETOLD', 'UNDONE', 'LEFT')),
    constraint what_is_unknown_is_not_retold check ((outcome = 'RETOLD') = (held is not null))
);
create index reconciled_by_key on reconciled (topic, key);
