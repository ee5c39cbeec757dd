-- Who may sign in. The list comes from the operator's accounts file; secrets are kept only as slow hashes.
create table account (
    kind        text        not null check (kind in ('CLIENT', 'USER')),
    name        text        not null,
    secret_hash text        not null,
    role        text        not null check (role in ('UNIVERSITY', 'COMPANY', 'STUDENT', 'OPERATIONS')),
    org         text,
    person      text,
    changed_at  timestamptz not null default now(),
    primary key (kind, name)
);

-- The newest key signs; all of them verify.
create table signing_key (
    kid        text primary key,
    jwk        text        not null,
    created_at timestamptz not null default now()
);

-- Links that have opened a session; a row may go once its link has expired.
create table opened_link (
    id         text primary key,
    expires_at timestamptz not null
);
create index opened_link_expiry on opened_link (expires_at);
