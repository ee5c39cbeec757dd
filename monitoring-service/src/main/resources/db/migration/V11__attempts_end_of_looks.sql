-- How often the reader tried each of the run. Of what was kept before it is not known, and nearly all took one.
alter table ledger_outcome add column attempts integer not null default 1 check (attempts >= 1);

-- A look goes when it is as old as looks are kept. Whoever takes it away says that it is: set local talentpipeline.looks_before = '2023-11-30T00:00:00Z'.
create or replace function look_is_kept() returns trigger language plpgsql as
$$ begin
    if tg_op = 'DELETE' then
        if old.at < nullif(current_setting('talentpipeline.looks_before', true), '')::timestamptz then
            return old;
        end if;
    end if;
    raise exception 'look is only ever added to';
end $$;
drop trigger look_is_kept on look;
create trigger look_is_kept before update or delete on look for each row execute function look_is_kept();
create trigger look_is_not_emptied before truncate on look for each statement execute function look_is_kept();

create index look_of_account on look (by, at desc, position desc);
create index look_on_behalf_of on look (on_behalf_of, at desc, position desc) where on_behalf_of is not null;
