-- By which schema each writer was seen to write.
create table writer_schema (
    topic text not null,
    source text not null,
    schema_id integer not null,
    events bigint not null,
    last_at timestamptz not null,
    primary key (topic, source, schema_id)
);

insert into writer_schema (topic, source, schema_id, events, last_at)
select topic, source, schema_id, count(*), max(recorded_at) from journal
where source is not null and schema_id is not null and dead_group is null
group by topic, source, schema_id;

-- Whether its writer says of a copy that it may be one: it could not know whether the broker had the first.
alter table journal_copy add column told_again boolean not null default false;
