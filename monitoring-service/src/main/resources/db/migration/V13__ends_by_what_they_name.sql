-- What an event ends is looked up by what the event is about, and by nothing else. With the rule first, a rule of which the statistics of a minute ago know no row was taken for
-- one of hardly any, and all that waited under it was read anew for each event.
alter table expected drop constraint expected_pkey;
alter table expected add primary key (entity_id, rule);
drop index expected_of_person;
create index expected_of_person on expected (person_id);

-- Statistics are gathered again whenever a tenth is new, in a rush every minute: of the columns by which something is found, and of fewer rows. There are fewer topics,
-- sources and states than this many.
alter table journal
    alter column entry set statistics 40, alter column topic set statistics 40, alter column partition set statistics 40, alter column "offset" set statistics 40,
    alter column content set statistics 40, alter column event_id set statistics 40, alter column source set statistics 40, alter column version set statistics 40,
    alter column recorded_at set statistics 40, alter column schema_id set statistics 40, alter column entity_kind set statistics 40, alter column entity_id set statistics 40,
    alter column person_id set statistics 40, alter column state set statistics 40, alter column dead_group set statistics 40,
    alter column occurred_at set statistics 0, alter column event_type set statistics 0, alter column key set statistics 0, alter column correlation_id set statistics 0,
    alter column causation_id set statistics 0, alter column trace_id set statistics 0, alter column payload set statistics 0, alter column dead_cause set statistics 0,
    alter column dead_reason set statistics 0;
alter table journal_mention
    alter column id set statistics 40, alter column occurred_at set statistics 0, alter column entry set statistics 40;
