-- Dead letters that operations had sent again, to the group that had set them aside: who, why, which. Only ever added to, but for being stopped.
create table redrive (
    id uuid primary key,
    created_at timestamptz not null,
    asked_by text not null,
    on_behalf_of text,
    why text not null,
    selection jsonb not null,
    -- Of the request, so that it may be repeated and no other takes its key.
    fingerprint text not null,
    per_minute integer not null check (per_minute between 1 and 6000),
    events integer not null check (events > 0),
    due_at timestamptz not null,
    stopped_at timestamptz,
    stopped_by text,
    check ((stopped_at is null) = (stopped_by is null))
);

create index redrive_by_time on redrive (created_at desc, id desc);

-- What becomes of each. Holds no word of the event.
create table redrive_record (
    id bigint generated always as identity primary key,
    redrive uuid not null references redrive,
    entry bigint not null references journal on delete cascade,
    state text not null check (
        state in ('QUEUED', 'SENT', 'APPLIED', 'DROPPED', 'DEAD_AGAIN', 'REFUSED', 'STOPPED', 'UNANSWERED')),
    refusal text check (refusal in ('ERASED', 'QUARANTINED', 'GONE')),
    sent_at timestamptz,
    answered_at timestamptz,
    unique (redrive, entry),
    check ((refusal is not null) = (state = 'REFUSED'))
);

-- An event is sent again once at a time.
create unique index redrive_record_in_hand on redrive_record (entry) where state in ('QUEUED', 'SENT');
create index redrive_record_entry on redrive_record (entry, id desc);
create index redrive_record_open on redrive_record (redrive, id) where state in ('QUEUED', 'SENT');

-- What failed too often, until somebody lets it out.
create table quarantine (
    entry bigint primary key references journal on delete cascade,
    since timestamptz not null
);

create table quarantine_release (
    entry bigint not null references journal on delete cascade,
    released_at timestamptz not null,
    released_by text not null,
    on_behalf_of text,
    why text not null,
    primary key (entry, released_at)
);
