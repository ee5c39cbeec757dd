-- Who of operations looked at what was thought of students or what these decided, and at which. Holds ids only.
create table look (
    position bigint generated always as identity primary key,
    at timestamptz not null,
    by text not null,
    on_behalf_of text,
    kind text not null check (kind in ('JOURNEY', 'DEAD_LETTERS')),
    -- By which id; null: by no id.
    id text,
    -- How many events with such fields were shown.
    events integer not null check (events > 0)
);
create index look_latest on look (at desc, position desc);
create index look_of_id on look (id, at desc, position desc) where id is not null;

create function look_is_kept() returns trigger language plpgsql as
$$ begin
    raise exception 'look is only ever added to';
end $$;
create trigger look_is_kept before update or delete or truncate on look
    for each statement execute function look_is_kept();
