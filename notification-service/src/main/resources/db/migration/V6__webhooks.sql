-- Systems of organisations that are told of events. A message holds ids and states only.
create table webhook_endpoints (
    endpoint_id    uuid primary key,
    organisation   text        not null,
    -- Grows with every change that the organisation makes or is made to its state; what sending notes down is no change.
    version        bigint      not null check (version >= 1),
    url            text        not null,
    kind           text        not null check (kind in ('STANDARD', 'WECOM', 'DINGTALK')),
    language       text        not null check (language in ('ZH', 'EN')),
    disabled       text check (disabled in ('BY_OWNER', 'FAILING', 'GONE')),
    disabled_at    timestamptz,
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    -- How sending stands: failures in a row, since when, and when the next attempt may be made.
    failures       integer     not null default 0,
    failing_since  timestamptz,
    not_before     timestamptz not null,
    -- Whoever sends holds the endpoint until then, so that one message is under way at a time; a sender that died lets go by itself.
    claim          uuid,
    claimed_until  timestamptz,
    check ((disabled is null) = (disabled_at is null)),
    check ((failures = 0) = (failing_since is null)),
    check ((claim is null) = (claimed_until is null))
);
create index webhook_endpoints_of_organisation on webhook_endpoints (organisation, endpoint_id);
create index webhook_endpoints_due on webhook_endpoints (not_before) where disabled is null;

create table webhook_secrets (
    endpoint_id uuid        not null references webhook_endpoints on delete cascade,
    secret      text        not null,
    created_at  timestamptz not null,
    -- Null: the newest one.
    expires_at  timestamptz,
    primary key (endpoint_id, secret)
);
create unique index one_newest_secret on webhook_secrets (endpoint_id) where expires_at is null;

create table webhook_messages (
    -- Derived from event and endpoint; the webhook-id of every attempt.
    message_id      uuid primary key,
    endpoint_id     uuid        not null references webhook_endpoints on delete cascade,
    type            text        not null,
    subject         text        not null,
    subject_version bigint      not null,
    -- Whom it is about, to find what was answered when the person is erased: a random id. Null for a test.
    person_id       text,
    body            text        not null,
    state           text        not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts        integer     not null default 0,
    created_at      timestamptz not null,
    -- Since when it is tried: when it was made, or was last asked to be sent again.
    tried_since     timestamptz not null,
    next_attempt_at timestamptz not null,
    settled_at      timestamptz,
    check ((state = 'PENDING') = (settled_at is null)),
    constraint one_message_per_event_and_endpoint unique (endpoint_id, subject, subject_version)
);
create index webhook_messages_due on webhook_messages (endpoint_id, next_attempt_at) where state = 'PENDING';
create index webhook_messages_newest_first on webhook_messages (endpoint_id, created_at desc, message_id desc);
create index webhook_messages_settled on webhook_messages (settled_at) where settled_at is not null;
create index webhook_messages_of_person on webhook_messages (person_id) where person_id is not null;

create table webhook_attempts (
    message_id  uuid        not null references webhook_messages on delete cascade,
    number      integer     not null check (number >= 1),
    at          timestamptz not null,
    duration_ms integer     not null,
    -- What was answered, or what kept the answer from coming.
    status      integer,
    trouble     text,
    -- What a receiver writes is a receiver's own: it goes with the person that the message was about.
    answer      text check (length(answer) <= 500),
    primary key (message_id, number),
    check ((status is null) <> (trouble is null))
);
alter table webhook_attempts
    alter column answer set statistics 0;

-- What was answered to requests with an Idempotency-Key, for a day. Status and body are null only within the transaction that claims the key.
create table idempotency (
    caller       text        not null,
    key          text        not null,
    request      text        not null,
    status       integer,
    content_type text,
    tag          text,
    body         text,
    created_at   timestamptz not null,
    primary key (caller, key)
);
create index idempotency_by_age on idempotency (created_at);
