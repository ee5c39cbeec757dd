-- Accounts of invited people beside those of the operator's file.
alter table account
    alter column secret_hash drop not null,
    add column origin        text    not null default 'PROVISIONED' check (origin in ('PROVISIONED', 'INVITED')),
    add column own_secret    boolean not null default false,
    add column active        boolean not null default true,
    -- Raised to end the sessions that were opened before.
    add column epoch         integer not null default 0,
    add column administrator boolean not null default false,
    add column school        text check (school is null or role = 'UNIVERSITY'),
    add column display_name  text,
    add column email         text,
    add constraint a_secret_for_whom_no_provider_knows check (secret_hash is not null or origin = 'INVITED');
create index account_of_organisation on account (role, org, name);

-- An organisation that has an administrator keeps one. Two who take away each other's rights at once take turns here, and the
-- second finds the first one's doing. What the operator's file says of its own accounts is not held against this.
create function account_keeps_an_administrator() returns trigger
    language plpgsql as
$$
begin
    perform pg_advisory_xact_lock(hashtext('administrators'), hashtext(old.role || ' ' || coalesce(old.org, '')));
    if not exists (select
                   from account
                   where kind = 'USER'
                     and active
                     and (administrator or role = 'OPERATIONS')
                     and role = old.role
                     and (role = 'OPERATIONS' or org is not distinct from old.org)) then
        raise exception 'account_keeps_an_administrator: % is the last of % %', old.name, old.role, old.org
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger account_keeps_an_administrator
    after update
    on account
    for each row
    when (old.kind = 'USER' and old.active and (old.administrator or old.role = 'OPERATIONS')
        and (not new.active or old.origin = 'INVITED' and old.administrator and not new.administrator))
execute function account_keeps_an_administrator();

-- The latest link of an invitation is the one that opens it.
create table invitation (
    id            uuid primary key,
    link          uuid        not null unique,
    role          text        not null check (role in ('UNIVERSITY', 'COMPANY', 'OPERATIONS')),
    org           text check (org is not null or role = 'OPERATIONS'),
    school        text check (school is null or role = 'UNIVERSITY'),
    administrator boolean     not null,
    email         text        not null,
    invited_by    text        not null,
    invited_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    accepted_at   timestamptz,
    account       text,
    check (revoked_at is null or accepted_at is null),
    check ((accepted_at is null) = (account is null))
);
create unique index invitation_once_an_address on invitation (role, coalesce(org, ''), lower(email))
    where accepted_at is null and revoked_at is null;

create table password_reset (
    kind       text        not null default 'USER' check (kind = 'USER'),
    account    text primary key,
    link       uuid        not null unique,
    expires_at timestamptz not null,
    foreign key (kind, account) references account (kind, name) on delete cascade
);

create table cover (
    id        uuid primary key,
    kind      text not null default 'USER' check (kind = 'USER'),
    account   text not null,
    deputy    text not null check (deputy <> account),
    from_day  date not null,
    until_day date not null check (until_day >= from_day),
    named_by  text not null,
    ended_by  text,
    foreign key (kind, account) references account (kind, name) on delete cascade,
    foreign key (kind, deputy) references account (kind, name) on delete cascade
);
create index cover_of_account on cover (account) where ended_by is null;
create index cover_of_deputy on cover (deputy) where ended_by is null;

-- Failed sign-ins by what was tried and from where; a row may go once it is forgotten.
create table sign_in_attempt (
    counted      text        not null check (counted in ('ACCOUNT', 'ADDRESS')),
    key          text        not null,
    failures     integer     not null,
    held_until   timestamptz,
    forgotten_at timestamptz not null,
    primary key (counted, key)
);
create index sign_in_attempt_forgotten on sign_in_attempt (forgotten_at);

-- A provider's subject is one account, and an account one subject of a provider.
create table provider_identity (
    issuer    text not null,
    subject   text not null,
    kind      text not null default 'USER' check (kind = 'USER'),
    account   text not null,
    linked_at timestamptz not null default now(),
    primary key (issuer, subject),
    unique (issuer, account),
    foreign key (kind, account) references account (kind, name) on delete cascade
);

-- Who did what to which account, and on whose behalf. Names and random ids only, since nothing is ever removed.
create table account_act (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    act          text        not null,
    by_name      text        not null,
    on_behalf_of text,
    account      text,
    role         text        not null,
    org          text,
    facts        jsonb       not null
);
create index account_act_of_organisation on account_act (role, org, id);
create index account_act_of_account on account_act (account, id);

create function account_act_stays() returns trigger
    language plpgsql as
$$
begin
    raise exception 'account_act is only added to' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger account_act_stays
    before update or delete
    on account_act
    for each row
execute function account_act_stays();
create trigger account_act_is_not_emptied
    before truncate
    on account_act
execute function account_act_stays();
