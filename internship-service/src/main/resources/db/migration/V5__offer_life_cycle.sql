-- Programmes that were set up before take the defaults of the deadlines that are new.
update programme
set rules = jsonb_build_object('approvalWindow', 'PT72H', 'keepWindow', 'PT336H', 'endorsementWindow', 'PT168H') || rules;

-- upgrading: awaits approval beside the kept offer that it replaces once it is extended. Kept by triggers, so that no code can forget it.
-- release_*: the release that is asked for and not answered for good; offer_release has every step of every one.
alter table offer
    add column upgrading        boolean not null default false,
    add column release_asked_by text check (release_asked_by in ('STUDENT', 'COMPANY')),
    add column release_reason   text,
    add column release_refused  boolean not null default false,
    add constraint release_is_whole check ((release_asked_by is null) = (release_reason is null)
        and (release_asked_by is not null or not release_refused)),
    add constraint release_is_of_a_commitment check (release_asked_by is null or offer_is_committed(state));

-- version: of the offer when the step was taken; a step changes no version.
create table offer_release (
    offer   uuid        not null references offer,
    step    integer     not null check (step >= 1),
    version bigint      not null,
    state   text        not null,
    release text        not null check (release in ('ASKED', 'REFUSED', 'TAKEN_BACK', 'DENIED')),
    reason  text,
    at      timestamptz not null,
    role    text        not null,
    subject text        not null,
    primary key (offer, step)
);

-- I2: in a programme a student has at most one active offer, and beside a kept one at most one that is to replace it.
drop index one_active_offer_per_student;
create unique index one_active_offer_per_student on offer (student) where offer_is_active(state) and not upgrading;
create unique index one_upgrade_per_student on offer (student) where upgrading;

-- Whatever a statement says, an offer is upgrading only while it awaits approval and what it replaces is kept by the same student. The lock
-- makes this and a transaction that ends the keeping see each other.
create function offer_upgrades_a_kept_one() returns trigger
    language plpgsql as
$$
begin
    new.upgrading := false;
    if new.state = 'AWAITING_APPROVAL' and new.replaces is not null then
        perform 1 from offer where id = new.replaces and student = new.student and state = 'KEPT' for share;
        new.upgrading := found;
    end if;
    return new;
end
$$;
create trigger offer_upgrades_a_kept_one
    before insert or update
    on offer
    for each row
execute function offer_upgrades_a_kept_one();

-- Once the kept one is kept no longer, the other one counts by itself: it may stand only if the student is free.
create function offer_is_kept_no_longer() returns trigger
    language plpgsql as
$$
begin
    update offer set upgrading = false where student = new.student and replaces = new.id and upgrading;
    return null;
end
$$;
create trigger offer_is_kept_no_longer
    after update of state
    on offer
    for each row
    when (old.state = 'KEPT' and new.state <> 'KEPT')
execute function offer_is_kept_no_longer();

drop index offer_by_deadline;
create index offer_by_deadline on offer (respond_by) where state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED');
