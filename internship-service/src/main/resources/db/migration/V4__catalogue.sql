-- source: what the release ships (SHIPPED) is brought up to date at start; what operations entered (OPERATIONS) is theirs.
create table catalogue_entry (
    kind       text        not null check (kind in ('OCCUPATION', 'SKILL')),
    id         text        not null,
    en         text        not null,
    zh         text        not null,
    family     text        not null,
    announced  text,
    aliases    text[]      not null,
    source     text        not null check (source in ('SHIPPED', 'OPERATIONS')),
    changed_at timestamptz not null,
    primary key (kind, id)
);
