-- The state in which each offer was read last: what is taken back before its student was told of it calls for no notice.
alter table offers_read
    add column state text not null default 'UNKNOWN';
alter table offers_read
    alter column state drop default;
