-- Which version of it this is, so that a change can say which one it is made to.
alter table notice_preferences
    add column version bigint not null default 1 check (version >= 1);
alter table brakes
    add column version bigint not null default 1 check (version >= 1);
