-- How far each placement was read, and what that version said: a notice is about what is new.
create table placements_read (
    programme_id text   not null,
    placement_id text   not null,
    version      bigint not null,
    reading      jsonb  not null,
    primary key (programme_id, placement_id)
);
