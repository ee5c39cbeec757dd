-- Working days by which deadlines are counted.
-- source: a release ships calendars and corrects what it shipped, but never what operations entered.
create table calendar (
    id           text primary key,
    version      bigint      not null check (version >= 1),
    zone         text        not null,
    holidays     date[]      not null,
    working_days date[]      not null,
    source       text        not null check (source in ('SHIPPED', 'OPERATIONS')),
    changed_at   timestamptz not null,
    constraint no_day_is_both check (not holidays && working_days)
);

-- Programmes that were set up before count by the calendar that is shipped; their offers keep the deadlines that they have. Silence meant a
-- lapse, and what was whether the university endorses is now who does.
update programme
set rules = (rules - 'universityEndorsement') || jsonb_build_object(
        'deadlines',
        jsonb_build_object('calendar', 'china', 'hour', 17, 'approval', 'LAPSE', 'endorsement', 'LAPSE', 'grace', null),
        'endorsement', case when (rules ->> 'universityEndorsement')::boolean then 'CAREER_CENTRE' else 'NONE' end);

-- endorser: who must endorse an accepted offer next.
-- awaited_since, reminded_at, escalated_at: of the state that it is in. notice_awaited: whether its deadline was put off for an undelivered
-- notice. remind_at: when the sweep has something to do before the deadline.
-- release_seat: what becomes of the seat if the release that is asked for is agreed to.
alter table offer
    add column endorser       text check (endorser in ('SCHOOL', 'UNIVERSITY')),
    add column awaited_since  timestamptz,
    add column reminded_at    timestamptz,
    add column escalated_at   timestamptz,
    add column notice_awaited boolean not null default false,
    add column remind_at      timestamptz,
    add column release_seat   text check (release_seat in ('RETURN', 'CLOSE'));
update offer
set awaited_since = changed_at,
    endorser      = case when state = 'ACCEPTED' and respond_by is not null then 'UNIVERSITY' end,
    release_seat  = case when release_asked_by is not null then 'RETURN' end;
alter table offer
    alter column awaited_since set not null,
    add constraint an_endorsement_has_its_deadline check (endorser is null or (state = 'ACCEPTED' and respond_by is not null)),
    drop constraint release_is_whole,
    add constraint release_is_whole check ((release_asked_by is null) = (release_reason is null)
        and (release_asked_by is null) = (release_seat is null) and (release_asked_by is not null or not release_refused));
create index offer_to_be_reminded on offer (remind_at) where remind_at is not null;

-- What a version did that left the offer in its state.
alter table offer_history
    add column event text check (event in ('REMINDED', 'ESCALATED', 'PUT_OFF', 'ENDORSED_BY_SCHOOL'));

-- What the parties wrote about a release: free text, which no event ever carries.
create table offer_letter (
    offer    uuid        not null references offer,
    place    integer     not null check (place >= 1),
    decision text        not null check (decision in ('RELEASE', 'REFUSE_RELEASE')),
    at       timestamptz not null,
    role     text        not null,
    subject  text        not null,
    letter   text        not null,
    primary key (offer, place)
);

-- When the last sweep was, and the times without any.
create table sweep (
    one      boolean primary key default true check (one),
    swept_at timestamptz not null
);
create table outage (
    began_at timestamptz primary key,
    ended_at timestamptz not null check (ended_at > began_at)
);

-- Offers of which their students have been told, as notification-service says. The word may come before or after anything else.
create table offer_told (
    offer uuid primary key,
    at    timestamptz not null
);
