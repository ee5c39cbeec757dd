-- source: what the release ships (SHIPPED) is brought up to date at start; what operations entered (OPERATIONS) is theirs.
-- Decisions keep the code of their reason as text: a code is never removed, and those from before the catalogue stay what they were.
create table reason (
    act        text        not null,
    code       text        not null,
    en         text        not null,
    zh         text        not null,
    source     text        not null check (source in ('SHIPPED', 'OPERATIONS')),
    changed_at timestamptz not null,
    primary key (act, code)
);
