-- What is only ever added to. An erasure takes personal texts out of it, and says that it is one: set local talentpipeline.erasing = 'on'.
create function is_only_added_to() returns trigger
    language plpgsql as
$$
begin
    if coalesce(current_setting('talentpipeline.erasing', true), '') <> 'on' then
        raise exception '% is only ever added to', tg_table_name using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;

-- An agreement of the three parties of an offer. revision: of its text, to which the signatures belong.
create table agreement (
    id         uuid primary key,
    kind       text        not null check (kind in ('INTERNSHIP', 'EMPLOYMENT')),
    offer      uuid        not null references offer,
    university text        not null,
    number     text        not null,
    version    bigint      not null check (version >= 1),
    revision   integer     not null check (revision >= 1),
    terms      jsonb       not null,
    changed_at timestamptz not null,
    unique (offer, kind),
    constraint agreement_numbers_are_unique unique (university, kind, number)
);

-- Every text that an agreement had, and who gave it.
create table agreement_revision (
    agreement uuid        not null references agreement,
    revision  integer     not null check (revision >= 1),
    number    text        not null,
    terms     jsonb       not null,
    at        timestamptz not null,
    role      text        not null,
    subject   text        not null,
    primary key (agreement, revision)
);
create trigger agreement_revision_is_only_added_to
    before update or delete
    on agreement_revision
    for each row
execute function is_only_added_to();

create table agreement_signature (
    agreement uuid        not null,
    revision  integer     not null,
    party     text        not null check (party in ('STUDENT', 'COMPANY', 'UNIVERSITY')),
    signed_on date        not null,
    scan_hash text check (scan_hash ~ '^[0-9a-f]{64}$'),
    at        timestamptz not null,
    subject   text        not null,
    primary key (agreement, revision, party),
    foreign key (agreement, revision) references agreement_revision
);
create trigger agreement_signature_is_only_added_to
    before update or delete
    on agreement_signature
    for each row
execute function is_only_added_to();

create function agreement_is_whole(of uuid, at_revision integer) returns boolean
    language sql stable
    return (select count(*) = 3 from agreement_signature where agreement = of and revision = at_revision);

-- What all have signed has no other text any more.
create function whole_agreement_is_final() returns trigger
    language plpgsql as
$$
begin
    if agreement_is_whole(old.id, old.revision) then
        raise exception 'agreement (%) was signed by all', old.id
            using errcode = 'integrity_constraint_violation', constraint = 'whole_agreement_is_final';
    end if;
    return new;
end
$$;
create trigger whole_agreement_is_final
    before update
    on agreement
    for each row
    when ((old.number, old.revision, old.terms) is distinct from (new.number, new.revision, new.terms)
        and coalesce(current_setting('talentpipeline.erasing', true), '') <> 'on')
execute function whole_agreement_is_final();

-- state, reason, *_on: what agreement and entries amount to, for filters and for the promises below.
create table placement (
    id                   uuid primary key,
    offer                uuid        not null unique references offer,
    programme            text        not null,
    student              uuid        not null,
    internship           uuid        not null,
    person               uuid        not null,
    university           text        not null,
    company              text        not null,
    version              bigint      not null check (version >= 1),
    state                text        not null check (state in ('AWAITING_SIGNATURES', 'AGREED', 'STARTED', 'COMPLETED', 'ENDED', 'RELEASED')),
    starts_on            date        not null,
    ends_on              date        not null check (ends_on >= starts_on),
    agreement_revision   integer     not null,
    agreement_signed_by  text[]      not null default '{}',
    agreement_signed_on  date,
    employment_revision  integer,
    employment_signed_by text[]      not null default '{}',
    employment_signed_on date,
    started_on           date,
    ended_on             date,
    changed_at           timestamptz not null,
    constraint nothing_before_its_start check (started_on between starts_on and ends_on and ended_on >= started_on),
    constraint an_end_has_a_start check (ended_on is null or started_on is not null),
    constraint state_has_its_days check ((state in ('COMPLETED', 'ENDED')) = (ended_on is not null) or state = 'RELEASED')
);
create index placement_by_programme on placement (programme, id);
create index placement_by_student on placement (student);
create index placement_by_internship on placement (internship);

-- One row an entry. A step that was taken (RECORDED), or what somebody says about an earlier entry.
create table placement_entry (
    placement          uuid        not null references placement,
    entry              integer     not null check (entry >= 1),
    kind               text        not null check (kind in ('RECORDED', 'CONFIRMED', 'DISPUTED', 'VOIDED')),
    about              integer,
    step               text check (step in ('STARTED', 'COMPLETED', 'ENDED', 'JOB_OFFERED', 'JOB_ACCEPTED', 'JOB_DECLINED', 'RELEASED')),
    happened_on        date,
    early              boolean     not null default false,
    reason             text,
    job_title          text,
    job_starts_on      date,
    job_matches_topic  boolean,
    at                 timestamptz not null,
    role               text        not null,
    subject            text        not null,
    primary key (placement, entry),
    foreign key (placement, about) references placement_entry,
    constraint entry_is_a_step_or_about_one check ((kind = 'RECORDED') = (about is null)
        and (kind = 'RECORDED') = (step is not null) and (step is null) = (happened_on is null)),
    constraint entry_is_about_an_earlier_one check (about < entry)
);
-- Nobody answers a step twice, or voids it twice.
create unique index one_answer_per_step on placement_entry (placement, about) where kind in ('CONFIRMED', 'DISPUTED');
create unique index one_voiding_per_step on placement_entry (placement, about) where kind = 'VOIDED';
create trigger placement_entry_is_only_added_to
    before update or delete
    on placement_entry
    for each row
execute function is_only_added_to();

-- At every commit: a placement that goes on or has begun rests on an agreement that all have signed, a state that was lived through
-- rests on a step that was confirmed and not voided, and a placement that is not over rests on a confirmed offer.
create function placement_rests_on_its_record() returns trigger
    language plpgsql as
$$
declare
    placement placement;
begin
    select * into strict placement from placement p where p.id = new.id;
    if placement.state in ('AGREED', 'STARTED', 'COMPLETED', 'ENDED') and not exists (
        select 1 from agreement a
        where a.offer = placement.offer and a.kind = 'INTERNSHIP' and a.revision = placement.agreement_revision
          and agreement_is_whole(a.id, a.revision)) then
        raise exception 'placement (%) is % without an agreement that all have signed', placement.id, placement.state
            using errcode = 'integrity_constraint_violation', constraint = 'placement_rests_on_its_agreement';
    end if;
    if placement.state in ('STARTED', 'COMPLETED', 'ENDED') and not exists (
        select 1 from placement_entry e
        where e.placement = placement.id and e.step = placement.state
          and exists (select 1 from placement_entry c where c.placement = e.placement and c.about = e.entry and c.kind = 'CONFIRMED')
          and not exists (select 1 from placement_entry v where v.placement = e.placement and v.about = e.entry and v.kind = 'VOIDED')) then
        raise exception 'placement (%) is % without a confirmed step that says so', placement.id, placement.state
            using errcode = 'integrity_constraint_violation', constraint = 'placement_rests_on_its_steps';
    end if;
    if placement.state <> 'RELEASED' and (select state from offer where id = placement.offer) <> 'CONFIRMED' then
        raise exception 'placement (%) is % without a confirmed offer', placement.id, placement.state
            using errcode = 'integrity_constraint_violation', constraint = 'placement_rests_on_its_offer';
    end if;
    return null;
end
$$;
create constraint trigger placement_rests_on_its_record
    after insert or update
    on placement
    deferrable initially deferred
    for each row
execute function placement_rests_on_its_record();

-- The same seen from the offer: it is not released from under a placement.
create function offer_carries_its_placement() returns trigger
    language plpgsql as
$$
begin
    if exists (select 1 from placement where offer = new.id and state <> 'RELEASED')
        and (select state from offer where id = new.id) <> 'CONFIRMED' then
        raise exception 'offer (%) carries a placement', new.id
            using errcode = 'integrity_constraint_violation', constraint = 'placement_rests_on_its_offer';
    end if;
    return null;
end
$$;
create constraint trigger offer_carries_its_placement
    after update of state
    on offer
    deferrable initially deferred
    for each row
    when (old.state = 'CONFIRMED' and new.state <> 'CONFIRMED')
execute function offer_carries_its_placement();

-- I2: what is over takes up no days any more. ended_on: the last day that an offer's commitment really took; kept by a trigger on
-- placement, so that no code can forget it.
alter table offer
    add column ended_on date,
    add constraint ended_within_its_dates check (ended_on between starts_on and ends_on);

create function placement_ends_its_commitment() returns trigger
    language plpgsql as
$$
begin
    -- least() passes over nulls, and an end that was voided is none.
    update offer set ended_on = case when new.ended_on is not null then least(new.ended_on, ends_on) end where id = new.offer;
    return null;
end
$$;
create trigger placement_ends_its_commitment
    after update of ended_on
    on placement
    for each row
    when (old.ended_on is distinct from new.ended_on)
execute function placement_ends_its_commitment();

create or replace function offer_commitments_fit() returns trigger
    language plpgsql as
$$
declare
    overbooked date;
begin
    perform 1 from person where id = new.person for no key update;
    select first.starts_on
    into overbooked
    from offer first
             join offer other on other.person = first.person and offer_is_committed(other.state)
        and first.starts_on between other.starts_on and coalesce(other.ended_on, other.ends_on)
    where first.person = new.person
      and offer_is_committed(first.state)
      and first.starts_on <= coalesce(new.ended_on, new.ends_on)
      and coalesce(first.ended_on, first.ends_on) >= new.starts_on
    group by first.id, first.starts_on
    having count(*) > 1 and sum(other.days_per_week) > 5
    limit 1;
    if found then
        raise exception 'person (%) would be committed to more than 5 days a week from %', new.person, overbooked
            using errcode = 'exclusion_violation', constraint = 'committed_days_fit_a_week';
    end if;
    return null;
end
$$;
drop trigger committed_days_fit_a_week on offer;
create constraint trigger committed_days_fit_a_week
    after insert or update of state, ended_on
    on offer
    for each row
    when (offer_is_committed(new.state))
execute function offer_commitments_fit();
