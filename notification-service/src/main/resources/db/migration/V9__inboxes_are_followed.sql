-- Whoever follows an inbox hears of what comes into it and of what is read, in all processes, once it is committed. The payload is the id of the person.
create function inbox_changed() returns trigger
    language plpgsql as
$$
begin
    perform pg_notify('inbox', new.person_id);
    return null;
end
$$;
create trigger inbox_changed
    after update of released_at, read_at
    on notices
    for each row
    when (old.released_at is distinct from new.released_at or old.read_at is distinct from new.read_at)
execute function inbox_changed();

create index notices_of_person_by_release on notices (person_id, released_at) where released_at is not null;

-- Where requests go, since only so many are under way to one host at a time.
alter table webhook_endpoints
    add column host text not null generated always as (lower(substring(url from '://(\[[^]]*\]|[^/:?#]+)'))) stored;
