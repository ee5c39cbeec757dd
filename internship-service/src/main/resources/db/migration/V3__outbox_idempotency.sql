-- One row per version of an entity, written in the transaction that made the version.
-- position: taken under the lock of the row that the version was taken from, so within a key it rises with the version, whatever the clocks
-- say. Between keys it says nothing about the order of commits: rows are found by "not published", never by "behind the last position".
create table outbox (
    position       bigint      not null generated always as identity,
    topic          text        not null,
    key            text        not null,
    version        bigint      not null,
    value          bytea       not null,
    event_id       uuid        not null,
    event_type     text        not null,
    written_at     timestamptz not null,
    correlation_id text        not null,
    causation_id   text,
    traceparent    text,
    published_at   timestamptz,
    primary key (topic, key, version)
);
create index outbox_unpublished on outbox (position) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

create table idempotency (
    caller     text        not null,
    key        text        not null,
    request    text        not null,
    status     integer,
    headers    jsonb,
    body       text,
    created_at timestamptz not null,
    primary key (caller, key)
);
create index idempotency_by_age on idempotency (created_at);
