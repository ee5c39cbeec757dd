-- How often the files of tables were written anew since the person was erased: what was deleted stands in them until then.
alter table contacts
    add column rewritings integer not null default 0;
create index contacts_to_be_rewritten on contacts (person_id) where erased and rewritings < 2;

-- The planner's statistics are copies of values in a table that no erasure reaches: none are kept of what is personal.
alter table contacts
    alter column name set statistics 0,
    alter column email set statistics 0;
alter table notices
    alter column facts set statistics 0,
    alter column opening set statistics 0;
alter table mails
    alter column reason set statistics 0;
