-- kind: a company has a credit code and a state; a university has neither. profile: names and contact.
-- last_*: who decided on the company last; the audit trail has every decision, and the very account.
-- desk: random id under which the organisation's notices are addressed on the topic contacts.
create table organisation (
    id           text primary key,
    kind         text        not null check (kind in ('UNIVERSITY', 'COMPANY')),
    profile      jsonb       not null,
    desk         uuid        not null unique,
    version      bigint      not null check (version >= 1),
    state        text check (state in ('ENTERED', 'VERIFIED', 'SUSPENDED')),
    credit_code  text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    last_role    text check (last_role in ('UNIVERSITY', 'OPERATIONS')),
    last_org     text,
    last_reason  text,
    last_at      timestamptz,
    changed_at   timestamptz not null,
    constraint only_a_company_is_verified check ((kind = 'COMPANY') = (state is not null) and (kind = 'COMPANY') = (credit_code is not null)),
    constraint whoever_decided_is_known check ((last_role is null) = (last_at is null)),
    constraint verified_by_somebody check (state = 'ENTERED' or last_role is not null or state is null)
);

-- One code, one company. Entered codes are not among them: whoever only claims a code must not keep its company from being verified.
create unique index one_company_per_credit_code on organisation (credit_code) where state in ('VERIFIED', 'SUSPENDED');

create table school (
    university text        not null references organisation,
    id         text        not null,
    name_zh    text        not null,
    name_en    text        not null,
    version    bigint      not null check (version >= 1),
    changed_at timestamptz not null,
    primary key (university, id)
);

-- Companies whose internships and offers do not follow yet from how the company stands.
create table company_unsettled (
    company text primary key,
    times   bigint not null
);

-- hindrance: why it is not open. closes_at: the end of its last day. approval: by those who approve openings.
-- committed: seats bound by accepted offers; kept by the trigger on offer that keeps taken.
alter table internship
    drop constraint internship_state_check,
    add constraint internship_state_check check (state in ('OPEN', 'WITHDRAWN', 'WAITING', 'REJECTED', 'CLOSED')),
    add column hindrance       text,
    add column closes_at       timestamptz,
    add column approval        text    not null default 'NOT_ASKED' check (approval in ('NOT_ASKED', 'AWAITED', 'APPROVED', 'REJECTED')),
    add column approval_reason text,
    add column committed       integer not null default 0;

update internship
set hindrance = case when state = 'WITHDRAWN' then 'WITHDRAWN' end,
    closes_at = (date_trunc('day', (opening ->> 'applyBy')::timestamptz at time zone 'Asia/Shanghai') + interval '1 day') at time zone 'Asia/Shanghai',
    committed = (select count(*) from offer where offer.internship = internship.id and offer_is_committed(offer.state));

alter table internship
    alter column approval drop default,
    add constraint whatever_is_not_open_says_why check (state = case
        when hindrance is null then 'OPEN'
        when hindrance = 'WITHDRAWN' then 'WITHDRAWN'
        when hindrance = 'NOT_APPROVED' then 'REJECTED'
        when hindrance in ('COMPANY_NOT_ENTERED', 'COMPANY_NOT_VERIFIED', 'COMPANY_SUSPENDED', 'APPROVAL_AWAITED') then 'WAITING'
        when hindrance in ('APPLY_BY_PASSED', 'FULL') then 'CLOSED' end),
    add constraint only_taken_seats_are_committed check (committed between 0 and taken);

-- What a sweep looks for has an index that holds nothing else.
create index internship_by_company on internship (company, id);
create index internship_now_full on internship (id) where state = 'OPEN' and committed >= seats;
create index internship_to_close on internship (closes_at) where state = 'OPEN';
create index internship_to_reopen on internship (id) where hindrance = 'FULL' and committed < seats;
create index internship_to_approve on internship (programme) where hindrance = 'APPROVAL_AWAITED';
create index offer_open_by_company on offer (company, id) where state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT');

-- I3: seats taken and committed follow the offers, in the transaction that changes them.
create or replace function offer_takes_seat() returns trigger
    language plpgsql as
$$
declare
    was_taken     integer := case when tg_op <> 'INSERT' and offer_is_active(old.state) then 1 else 0 end;
    is_taken      integer := case when tg_op <> 'DELETE' and offer_is_active(new.state) then 1 else 0 end;
    was_committed integer := case when tg_op <> 'INSERT' and offer_is_committed(old.state) then 1 else 0 end;
    is_committed  integer := case when tg_op <> 'DELETE' and offer_is_committed(new.state) then 1 else 0 end;
begin
    if was_taken <> is_taken or was_committed <> is_committed then
        update internship
        set taken     = taken + is_taken - was_taken,
            committed = committed + is_committed - was_committed
        where id = coalesce(new.internship, old.internship);
    end if;
    return null;
end
$$;

-- Programmes that were set up before ask for no approval.
update programme
set rules = jsonb_build_object('openingApproval', 'NONE') || rules;

-- Whoever posted before waits like everybody until they are entered and verified.
insert into company_unsettled (company, times)
select distinct company, 1
from internship;
