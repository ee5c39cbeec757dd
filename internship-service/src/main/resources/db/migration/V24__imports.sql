-- An uploaded file on its way into a programme. Seen by the organisation that uploaded it and by nobody else.
-- findings: what the file says of itself (columns, texts taken for skills); gone when the import has ended.
-- attempt: who commits it just now; a commit that was cancelled or given up does not find itself here any more.
create table import (
    id           uuid primary key,
    programme    text        not null references programme,
    kind         text        not null check (kind in ('STUDENTS', 'OPENINGS')),
    organisation text        not null,
    version      bigint      not null check (version >= 1),
    state        text        not null check (state in ('READING', 'READY', 'REFUSED', 'COMMITTING', 'COMMITTED', 'CANCELLED', 'EXPIRED')),
    rows_read    integer     not null default 0,
    rows_done    integer     not null default 0,
    rows_new     integer     not null default 0,
    rows_changed integer     not null default 0,
    rows_same    integer     not null default 0,
    rows_bad     integer     not null default 0,
    findings     jsonb,
    fault        jsonb,
    attempt      uuid,
    created_at   timestamptz not null,
    -- When something was last done with it, so that one whose service died is found.
    touched_at   timestamptz not null,
    expires_at   timestamptz not null
);
create index import_of_organisation on import (organisation, kind, created_at desc);
create index import_under_way on import (touched_at) where state in ('READING', 'READY', 'COMMITTING');

-- What was read, one row a row of the file; there only until the import ends. Unlogged: after a crash of the database it is empty, and the
-- file has to be uploaded again.
-- person: whom the row is about, where they were known when it was read.
create unlogged table import_row (
    import   uuid    not null,
    line     integer not null,
    standing text    not null check (standing in ('NEW', 'CHANGED', 'UNCHANGED', 'BAD')),
    anchor   text    not null,
    person   uuid,
    content  jsonb   not null,
    problems jsonb,
    primary key (import, line)
);
create index import_row_bad on import_row (import, line) where standing = 'BAD';

-- How an organisation names its columns and skills, where the usual names do not reach.
create table import_vocabulary (
    organisation text        not null,
    kind         text        not null check (kind in ('STUDENTS', 'OPENINGS')),
    columns      jsonb       not null,
    skills       jsonb       not null,
    changed_at   timestamptz not null,
    primary key (organisation, kind)
);

-- What is told together goes out together, so that a reader of committed events sees all of it or nothing.
alter table outbox
    add column batch uuid;
create index outbox_batch on outbox (batch) where published_at is null and batch is not null;

alter table import
    alter column findings set statistics 0,
    alter column fault set statistics 0;
alter table import_row
    alter column anchor set statistics 0,
    alter column content set statistics 0,
    alter column problems set statistics 0;
