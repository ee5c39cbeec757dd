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
