-- How far each meeting was read, and what that version said: a notice is about what is new.
create table meetings_read (
    programme_id text   not null,
    meeting_id   text   not null,
    version      bigint not null,
    reading      jsonb  not null,
    primary key (programme_id, meeting_id)
);
