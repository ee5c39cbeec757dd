-- How far each opening was read, and how it stood with those who approve it: a notice is about what is new.
create table openings_read (
    programme_id  text    not null,
    internship_id text    not null,
    version       bigint  not null,
    approval      text    not null,
    -- Whether nothing but the approval keeps it from being seen.
    awaited       boolean not null,
    primary key (programme_id, internship_id)
);
