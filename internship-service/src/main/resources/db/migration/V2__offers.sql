create table offer (
    id                 uuid primary key,
    programme          text        not null references programme,
    student            uuid        not null,
    internship         uuid        not null,
    person             uuid        not null,
    university         text        not null,
    company            text        not null,
    clearing           bigint      not null,
    version            bigint      not null check (version >= 1),
    state              text        not null check (state in ('REJECTED', 'AWAITING_APPROVAL', 'VETOED', 'LAPSED', 'EXTENDED', 'KEPT',
                                   'DECLINED', 'EXPIRED', 'REPLACED', 'RESCINDED', 'ACCEPTED', 'REFUSED', 'RELEASED', 'CONFIRMED')),
    reason             text,
    respond_by         timestamptz,
    programme_version  bigint      not null,
    student_version    bigint      not null,
    internship_version bigint      not null,
    student_rank       integer     not null,
    internship_rank    integer     not null,
    explanation        jsonb       not null,
    replaces           uuid,
    proposed_at        timestamptz not null,
    starts_on          date        not null,
    ends_on            date        not null check (ends_on >= starts_on),
    days_per_week      integer     not null check (days_per_week between 1 and 7),
    changed_at         timestamptz not null,
    foreign key (student, programme, person) references student (id, programme, person),
    foreign key (internship, programme) references internship (id, programme)
);

create function offer_is_active(state text) returns boolean
    language sql immutable parallel safe
    return state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED', 'CONFIRMED');

create function offer_is_committed(state text) returns boolean
    language sql immutable parallel safe
    return state in ('ACCEPTED', 'CONFIRMED');

-- I2: in a programme a student has at most one active offer. A student row belongs to one programme.
create unique index one_active_offer_per_student on offer (student) where offer_is_active(state);

create index offer_by_student on offer (student, id);
create index offer_by_internship on offer (internship, id);
create index offer_by_programme on offer (programme, id);
create index offer_open_by_programme on offer (programme, id) where state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT');
create index offer_by_person on offer (person) where state <> 'REJECTED';
create index offer_by_deadline on offer (respond_by) where state in ('EXTENDED', 'KEPT');

create table offer_history (
    offer   uuid        not null references offer,
    version bigint      not null,
    state   text        not null,
    reason  text,
    at      timestamptz not null,
    role    text        not null,
    subject text        not null,
    primary key (offer, version)
);

-- I3: seats taken follow the active offers, in the transaction that changes them.
create function offer_takes_seat() returns trigger
    language plpgsql as
$$
declare
    before integer := case when tg_op <> 'INSERT' and offer_is_active(old.state) then 1 else 0 end;
    after  integer := case when tg_op <> 'DELETE' and offer_is_active(new.state) then 1 else 0 end;
begin
    if before <> after then
        update internship set taken = taken + after - before where id = coalesce(new.internship, old.internship);
    end if;
    return null;
end
$$;
create trigger offer_takes_seat
    after insert or update of state or delete
    on offer
    for each row
execute function offer_takes_seat();

-- What binds an offer to a student, a seat and its dates is settled at admission: the invariants above and below rest on it.
create function offer_terms_are_fixed() returns trigger
    language plpgsql as
$$
begin
    raise exception 'offer (%) keeps its student, internship and dates', old.id using errcode = 'integrity_constraint_violation';
end
$$;
create trigger offer_terms_are_fixed
    before update
    on offer
    for each row
    when ((old.student, old.internship, old.person, old.programme, old.starts_on, old.ends_on, old.days_per_week)
        is distinct from (new.student, new.internship, new.person, new.programme, new.starts_on, new.ends_on, new.days_per_week))
execute function offer_terms_are_fixed();

-- I2: committed dates that overlap add up to at most five days a week, unless there is only one. The sum can only peak on the first day of
-- a commitment. The person's lock makes two transactions see each other.
create function offer_commitments_fit() returns trigger
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
        and first.starts_on between other.starts_on and other.ends_on
    where first.person = new.person
      and offer_is_committed(first.state)
      and first.starts_on <= new.ends_on
      and first.ends_on >= new.starts_on
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
create constraint trigger committed_days_fit_a_week
    after insert or update of state
    on offer
    for each row
    when (offer_is_committed(new.state))
execute function offer_commitments_fit();
