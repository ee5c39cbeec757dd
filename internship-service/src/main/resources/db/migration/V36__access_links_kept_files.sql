-- Whoever has claimed and has no way in any more asks for a fresh link: it goes out by mail as what asks others to claim does, and of it is kept as little.
alter table claim_reminder
    add column purpose text not null default 'CLAIM' check (purpose in ('CLAIM', 'ACCESS'));
create table access_link (
    hash       text primary key,
    entry      uuid        not null references roll_entry on delete cascade,
    expires_at timestamptz not null,
    opened_at  timestamptz
);
create index access_link_by_entry on access_link (entry);
create index access_link_by_expiry on access_link (expires_at);

-- Whoever asks says an address. An index of hashes, without statistics, keeps no copy of one.
create index person_by_email on person using hash (lower(email));
create index roll_entry_by_email on roll_entry using hash (lower(email));
alter index person_by_email alter column 1 set statistics 0;
alter index roll_entry_by_email alter column 1 set statistics 0;

-- The file of an import that waits to be committed, in parts, to be read again where somebody says what its columns are. There only until the import
-- ends, and unlogged, as its rows. anchor: what its only row is known by.
create unlogged table import_file (
    import  uuid    not null,
    part    integer not null,
    content bytea   not null,
    anchor  text,
    primary key (import, part)
);
alter table import_file
    alter column content set storage external,
    alter column content set statistics 0,
    alter column anchor set statistics 0;
