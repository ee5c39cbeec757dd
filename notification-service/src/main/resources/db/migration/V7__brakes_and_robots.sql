-- What operations holds back. Whoever claims what is sent next asks here in the same statement, so a change counts from its commit on.
create table brakes (
    outlet     text primary key check (outlet in ('EMAIL', 'WEBHOOK')),
    paused     boolean     not null default false,
    per_minute integer check (per_minute between 1 and 100000),
    -- Under a limit: when the next may leave. Each that leaves moves it on by its share of a minute.
    next_at    timestamptz not null default '-infinity'
);
insert into brakes (outlet) values ('EMAIL'), ('WEBHOOK');

create table brake_changes (
    position     bigint generated always as identity primary key,
    outlet       text        not null references brakes,
    paused       boolean     not null,
    per_minute   integer,
    at           timestamptz not null,
    by           text        not null,
    on_behalf_of text
);
create index brake_changes_of_outlet on brake_changes (outlet, position desc);

create function brake_changes_are_kept() returns trigger language plpgsql as
$$ begin
    raise exception 'brake_changes is only ever added to';
end $$;
create trigger brake_changes_are_kept before update or delete or truncate on brake_changes
    for each statement execute function brake_changes_are_kept();

create function brake_lets(of_outlet text, at timestamptz) returns boolean language sql stable as
$$ select not paused and (per_minute is null or next_at <= at) from brakes where outlet = of_outlet $$;

-- With which a DingTalk robot wants its requests signed.
alter table webhook_endpoints
    add column robot_secret text check (robot_secret is null or kind = 'DINGTALK');
