-- How destinations are coded; the table that the service is started with is laid over this one. evidence: what is taken as such; none: none is
-- needed. platform: what an employment agreement of the platform is coded as. retired: nothing new is recorded under it any more.
create table destination_kind (
    code      text primary key check (code ~ '^[A-Za-z0-9-]{1,16}$'),
    zh        text    not null,
    en        text    not null,
    counts_as text    not null check (counts_as in ('EMPLOYED', 'SERVICE', 'FURTHER_STUDY', 'SEEKING', 'NOT_SEEKING')),
    evidence  text[]  not null,
    platform  boolean not null,
    retired   boolean not null default false
);

-- Where graduates go. placement, company: the platform's own, by the employment agreement of the placement; otherwise it is from outside.
-- Nothing of it changes but that it is no longer the one that holds, and that only with the entry in destination_entry that says why.
create table destination (
    id                 uuid primary key,
    graduate           uuid        not null references roll_entry,
    kind               text        not null references destination_kind,
    since              date        not null,
    organisation       text,
    region             text,
    occupation         text,
    title              text,
    evidence           text check (evidence in ('EMPLOYMENT_AGREEMENT', 'ACCEPTANCE_LETTER', 'LABOUR_CONTRACT', 'EMPLOYER_STATEMENT',
        'ENLISTMENT_NOTICE', 'PROJECT_NOTICE', 'BUSINESS_LICENCE', 'INCOME_STATEMENT', 'ADMISSION_LETTER')),
    evidence_reference text,
    placement          uuid unique references placement,
    company            text,
    is_current         boolean     not null default true,
    at                 timestamptz not null,
    role               text        not null,
    subject            text        not null,
    constraint evidence_has_its_reference check ((evidence is null) = (evidence_reference is null)),
    constraint a_placement_proves_by_its_agreement check (placement is null or evidence = 'EMPLOYMENT_AGREEMENT' and company is not null)
);
create unique index one_destination_holds on destination (graduate) where is_current;
create index destination_by_graduate on destination (graduate);

-- What was said of a destination afterwards. SUCCEEDED: a later one holds in its place; VOIDED: it was recorded in error.
create table destination_entry (
    destination uuid        not null references destination,
    what        text        not null check (what in ('VERIFIED', 'SUCCEEDED', 'VOIDED')),
    successor   uuid references destination deferrable initially deferred,
    reason      text,
    at          timestamptz not null,
    role        text        not null,
    subject     text        not null,
    primary key (destination, what),
    constraint a_successor_succeeds check ((what = 'SUCCEEDED') = (successor is not null)),
    constraint a_voiding_says_why check ((what = 'VOIDED') = (reason is not null))
);
create unique index a_destination_ends_once on destination_entry (destination) where what <> 'VERIFIED';
create trigger destination_entry_is_only_added_to
    before update or delete
    on destination_entry
    for each row
execute function is_only_added_to();

create function destination_holds_until_its_end() returns trigger
    language plpgsql as
$$
begin
    update destination set is_current = false where id = new.destination;
    return null;
end
$$;
create trigger destination_holds_until_its_end
    after insert
    on destination_entry
    for each row
    when (new.what <> 'VERIFIED')
execute function destination_holds_until_its_end();

create function destination_only_ends() returns trigger
    language plpgsql as
$$
begin
    if coalesce(current_setting('talentpipeline.erasing', true), '') = 'on' then
        return new;
    end if;
    if to_jsonb(new) - 'is_current' <> to_jsonb(old) - 'is_current' or new.is_current
        or not exists (select from destination_entry where destination = new.id and what <> 'VERIFIED') then
        raise exception 'destination (%) is only ended, by an entry that says why', new.id
            using errcode = 'integrity_constraint_violation', constraint = 'destination_only_ends';
    end if;
    return new;
end
$$;
create trigger destination_only_ends
    before update
    on destination
    for each row
execute function destination_only_ends();
create trigger destination_is_only_added_to
    before delete
    on destination
    for each row
execute function is_only_added_to();

-- An internship is never a destination: the platform's rest on employment agreements that all have signed, and the number of an internship
-- agreement proves none from outside.
create function an_internship_is_no_destination() returns trigger
    language plpgsql as
$$
begin
    if new.placement is not null and not exists (
        select from placement p join agreement a on a.offer = p.offer and a.kind = 'EMPLOYMENT'
        where p.id = new.placement and agreement_is_whole(a.id, a.revision))
        or new.placement is null and exists (
            select from roll_entry r join agreement a on a.university = r.university and a.kind = 'INTERNSHIP'
            where r.id = new.graduate and a.number = new.evidence_reference) then
        raise exception 'destination (%) rests on an internship', new.id
            using errcode = 'integrity_constraint_violation', constraint = 'an_internship_is_no_destination';
    end if;
    return new;
end
$$;
create trigger an_internship_is_no_destination
    before insert
    on destination
    for each row
execute function an_internship_is_no_destination();

-- Whether nobody disputed or voided the step.
create function placement_entry_stands(of uuid, number integer) returns boolean
    language sql stable
    return not exists (select from placement_entry where placement = of and about = number and kind in ('DISPUTED', 'VOIDED'));

-- Of each placement the newest job offer that stands, and whether the first answer to it that stands accepts it.
create view placement_job as
select p.id as placement, o.happened_on as offered_on, coalesce(o.job_matches_topic, false) as matches_topic,
    coalesce(a.step = 'JOB_ACCEPTED', false) as accepted
from placement p
    cross join lateral (
        select entry, happened_on, job_matches_topic from placement_entry
        where placement = p.id and step = 'JOB_OFFERED' and placement_entry_stands(p.id, entry) order by entry desc limit 1) o
    left join lateral (
        select step from placement_entry
        where placement = p.id and step in ('JOB_ACCEPTED', 'JOB_DECLINED') and entry > o.entry and placement_entry_stands(p.id, entry)
        order by entry limit 1) a on true;

alter table destination
    alter column organisation set statistics 0,
    alter column title set statistics 0,
    alter column evidence_reference set statistics 0;
