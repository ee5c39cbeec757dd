-- Who did what, when, on whose behalf, to what. Rows are only ever added; they hold ids, codes, numbers and dates, never a name or a text.
-- position: taken under the locks of the change, so that for each internship and each person it rises in the order of commits.
-- transaction: rows of one transaction became true together.
create table audit (
    position       bigint      not null generated always as identity primary key,
    transaction    xid8        not null default pg_current_xact_id(),
    at             timestamptz not null,
    deed           text        not null,
    entity         text        not null,
    entity_id      text        not null,
    version        bigint,
    facts          jsonb       not null,
    -- Who may read it beside operations.
    university     text,
    company        text,
    person         uuid,
    -- Who did it. by_subject: the very account; for_subject: on whose behalf, where that was somebody else.
    by_role        text        not null,
    by_subject     text        not null,
    by_org         text,
    by_person      uuid,
    for_subject    text,
    correlation_id text        not null,
    causation_id   text
);
create unique index audit_by_version on audit (entity, entity_id, version) where version is not null;
create index audit_by_entity on audit (entity_id, position);
create index audit_by_university on audit (university, position) where university is not null;
create index audit_by_company on audit (company, position) where company is not null;
create index audit_by_person on audit (person, position) where person is not null;
create index audit_by_time on audit using brin (at);

create function audit_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'audit is append-only: %', tg_op using errcode = 'integrity_constraint_violation';
end
$$;

-- The one exception: an account name of somebody who was erased gives way to a word that names nobody.
create function audit_forgets_only_names() returns trigger
    language plpgsql as
$$
begin
    if old.by_person is null or new.by_subject <> 'erased' or (new.for_subject is not null and new.for_subject <> 'erased')
        or to_jsonb(new) - 'by_subject' - 'for_subject' <> to_jsonb(old) - 'by_subject' - 'for_subject' then
        raise exception 'audit is append-only: row (%) stays as it is', old.position using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger audit_forgets_only_names
    before update
    on audit
    for each row
execute function audit_forgets_only_names();
create trigger audit_keeps_rows
    before delete or truncate
    on audit
    for each statement
execute function audit_is_append_only();

-- What was done before the trail existed: states of offers, from their own history.
insert into audit (at, deed, entity, entity_id, version, facts, university, company, person, by_role, by_subject, correlation_id)
select h.at, 'CHANGED', 'OFFER', h.offer::text, h.version,
       jsonb_build_object('programme', o.programme, 'student', o.student, 'internship', o.internship, 'person', o.person, 'state', h.state,
           'startsOn', o.starts_on, 'endsOn', o.ends_on, 'daysPerWeek', o.days_per_week, 'university', o.university, 'company', o.company),
       case when h.state <> 'REJECTED' then o.university end, case when h.state <> 'REJECTED' then o.company end, o.person,
       h.role, h.subject, 'before-the-trail'
from offer_history h join offer o on o.id = h.offer
order by h.at, h.offer, h.version;

-- Erasure. A tombstone is an outbox row without a value.
alter table outbox
    alter column value drop not null;

-- Every key that was taken off its topic for good, by random ids only.
create table erased_key (
    person  uuid   not null,
    topic   text   not null,
    key     text   not null,
    version bigint not null,
    primary key (topic, key)
);
create index erased_key_by_person on erased_key (person);

-- Who was erased, by an id that leads to nobody any more. rewritten: how often the files of tables were written anew since.
create table erasure (
    person       uuid primary key,
    asked_at     timestamptz not null,
    rewritten    integer     not null default 0 check (rewritten >= 0),
    completed_at timestamptz
);
create index erasure_under_way on erasure (asked_at) where completed_at is null;

-- person: whose token it was, so that what they were answered can be erased.
alter table idempotency
    add column person uuid;

-- The planner's statistics are copies of values in a table that no erasure reaches: none are kept of what is personal.
alter table person
    alter column number set statistics 0,
    alter column name set statistics 0,
    alter column email set statistics 0,
    alter column phone set statistics 0;
alter table student
    alter column profile set statistics 0;
alter table offer_history
    alter column subject set statistics 0;
alter table offer_letter
    alter column letter set statistics 0,
    alter column subject set statistics 0;
alter table offer_release
    alter column subject set statistics 0;
alter table audit
    alter column by_subject set statistics 0,
    alter column for_subject set statistics 0;
alter table outbox
    alter column value set statistics 0;
alter table idempotency
    alter column caller set statistics 0,
    alter column body set statistics 0;
alter table agreement
    alter column number set statistics 0,
    alter column terms set statistics 0;
alter table agreement_revision
    alter column number set statistics 0,
    alter column subject set statistics 0,
    alter column terms set statistics 0;
alter table agreement_signature
    alter column scan_hash set statistics 0,
    alter column subject set statistics 0;
alter table placement_entry
    alter column job_title set statistics 0,
    alter column subject set statistics 0;
