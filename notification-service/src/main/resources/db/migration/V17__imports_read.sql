-- How far each import was read, and the state that it was in: a notice is about what is new.
create table imports_read (
    programme_id text   not null,
    import_id    text   not null,
    version      bigint not null,
    state        text   not null,
    primary key (programme_id, import_id)
);
