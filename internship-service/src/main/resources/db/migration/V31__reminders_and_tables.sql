-- The links of an entry go with it when it leaves the roll.
alter table roll_link
    drop constraint roll_link_entry_fkey,
    add constraint roll_link_entry_fkey foreign key (entry) references roll_entry on delete cascade;

-- Mails that ask students to claim their entries. No address and no secret lies here: both are looked up, or made, when a mail is sent.
-- SENDING: taken by a sender, which is about to send it or has just done so; taken again from next_at on. NOT_NEEDED: claimed meanwhile, or
-- without an address. FAILED: the mail server takes none for the address, or was out of reach for too long.
create table claim_reminder (
    id         uuid primary key,
    entry      uuid        not null references roll_entry on delete cascade,
    language   text        not null check (language in ('ZH', 'EN')),
    state      text        not null check (state in ('WAITING', 'SENDING', 'SENT', 'NOT_NEEDED', 'FAILED')),
    attempts   integer     not null default 0,
    asked_at   timestamptz not null,
    next_at    timestamptz not null,
    settled_at timestamptz,
    constraint what_is_settled_has_its_time check ((state in ('SENT', 'NOT_NEEDED', 'FAILED')) = (settled_at is not null))
);
create unique index one_reminder_is_on_its_way on claim_reminder (entry) where state in ('WAITING', 'SENDING');
create index claim_reminder_by_entry on claim_reminder (entry, asked_at);
create index claim_reminder_due on claim_reminder (next_at) where state in ('WAITING', 'SENDING');

-- What graduates were counted by until it changed, or until the entry left the roll, so that a report as of a day that is past stays what it
-- was. It names nobody; the major's text goes with an erasure. codes_since: from when on what the entry says now counts.
alter table roll_entry add column codes_since timestamptz not null default '-infinity';
create table roll_entry_past (
    entry        uuid        not null,
    university   text        not null,
    school       text,
    major        text,
    major_code   text,
    degree       text,
    graduates_on date,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null check (valid_until > valid_from),
    primary key (entry, valid_from)
);
create index roll_entry_past_by_university on roll_entry_past (university, valid_until);
alter table roll_entry_past alter column major set statistics 0;

create function roll_entry_keeps_its_past() returns trigger
    language plpgsql as
$$
declare
    until timestamptz;
begin
    if tg_op = 'INSERT' then
        new.codes_since := new.changed_at;
        return new;
    end if;
    if tg_op = 'UPDATE' and (row (new.school, new.major, new.major_code, new.degree, new.graduates_on)
        is not distinct from row (old.school, old.major, old.major_code, old.degree, old.graduates_on)
        or new.number = 'erased-' || new.id) then
        return new;
    end if;
    until := case when tg_op = 'UPDATE' then new.changed_at else clock_timestamp() end;
    if until > old.codes_since then
        insert into roll_entry_past (entry, university, school, major, major_code, degree, graduates_on, valid_from, valid_until)
        values (old.id, old.university, old.school, case when tg_op = 'UPDATE' then old.major end, old.major_code, old.degree, old.graduates_on,
            old.codes_since, until);
    end if;
    if tg_op = 'DELETE' then
        -- Nobody could have it erased any more.
        update roll_entry_past set major = null where entry = old.id;
        return old;
    end if;
    new.codes_since := greatest(until, old.codes_since);
    return new;
end
$$;
create trigger roll_entry_keeps_its_past
    before insert or update or delete
    on roll_entry
    for each row
execute function roll_entry_keeps_its_past();

-- The rolls as they were just before a time; infinity: as they are.
create function roll_as_of(t timestamptz)
    returns table (id uuid, university text, school text, major text, major_code text, degree text, graduates_on date, person uuid, erased boolean)
    language sql stable
as
$$
select id, university, school, major, major_code, degree, graduates_on, person, number = 'erased-' || id
from roll_entry where codes_since < t
union all
select p.entry, p.university, p.school, p.major, p.major_code, p.degree, p.graduates_on, r.person, r.id is null or r.number = 'erased-' || r.id
from roll_entry_past p left join roll_entry r on r.id = p.entry
where p.valid_from < t and p.valid_until >= t
$$;

-- The same of placement_entry_stands and placement_job, as it was just before a time.
create function placement_entry_stood(of uuid, number integer, t timestamptz) returns boolean
    language sql stable
    return not exists (select from placement_entry where placement = of and about = number and kind in ('DISPUTED', 'VOIDED') and at < t);
create function placement_job_as_of(t timestamptz)
    returns table (placement uuid, offered_on date, matches_topic boolean, accepted boolean)
    language sql stable
as
$$
select p.id, o.happened_on, coalesce(o.job_matches_topic, false), coalesce(a.step = 'JOB_ACCEPTED', false)
from placement p
    cross join lateral (
        select entry, happened_on, job_matches_topic from placement_entry e
        where e.placement = p.id and step = 'JOB_OFFERED' and at < t and placement_entry_stood(p.id, entry, t) order by entry desc limit 1) o
    left join lateral (
        select step from placement_entry e
        where e.placement = p.id and step in ('JOB_ACCEPTED', 'JOB_DECLINED') and entry > o.entry and at < t
          and placement_entry_stood(p.id, entry, t)
        order by entry limit 1) a on true
$$;
drop view placement_job;
drop function placement_entry_stands(uuid, integer);

-- The day on which the placement had begun, by the record as it was just before a time; null: it had not, or was given up.
create function placement_begun_as_of(of uuid, t timestamptz) returns date
    language sql stable
    return (select e.happened_on from placement_entry e
        where e.placement = of and e.step = 'STARTED' and e.at < t
          and exists (select from placement_entry c where c.placement = of and c.about = e.entry and c.kind = 'CONFIRMED' and c.at < t)
          and not exists (select from placement_entry v where v.placement = of and v.about = e.entry and v.kind = 'VOIDED' and v.at < t)
          and not exists (select from placement_entry r where r.placement = of and r.step = 'RELEASED' and r.at < t)
        order by e.entry desc limit 1);
create index destination_by_time on destination (graduate, at);

-- credit_code: of an employer from outside, by which it is counted; after an erasure it stays only where others have it too. industry,
-- position: codes that tables of destinations ask for.
alter table destination
    add column credit_code text check (credit_code ~ '^[0-9A-Z]{18}$'),
    add column industry    text check (industry ~ '^[A-Za-z0-9.-]{1,16}$'),
    add column position    text check (position ~ '^[A-Za-z0-9.-]{1,16}$');
alter table destination alter column credit_code set statistics 0;
create index destination_by_credit_code on destination (credit_code) where credit_code is not null;

-- The tables that organisations export destinations as, where these are not the shipped ones.
create table export_template (
    organisation text   not null,
    name         text   not null,
    version      bigint not null check (version >= 1),
    columns      jsonb  not null,
    primary key (organisation, name)
);
