-- A notice that has nothing to wait for is released as it is entered: one row written once, where it was written, found and written anew. What follows from its release follows from its
-- entry then, for all of a statement at once. A digest stands in no inbox.
create function notices_are_born() returns trigger
    language plpgsql as
$$
begin
    insert into notice_progress (notice_id, version, person_id, kind, channel, state, subject, subject_version, changed_at)
    select notice_id, 1, person_id, kind, 'INBOX', 'SENT', subject, subject_version, released_at
    from born where released_at is not null and kind <> 'digest';
    perform pg_notify('inbox', person_id) from born where released_at is not null and kind <> 'digest';
    return null;
end
$$;
create trigger notices_are_born
    after insert
    on notices
    referencing new table as born
    for each statement
execute function notices_are_born();

-- The same as before, in the language that plans a statement once for a connection, and not at each call. What was planned while the tables were small holds as long as the connection of
-- the sender, which is long: it may not read them whole.
create or replace function notice_got_on(id uuid, by text, to_state text, at timestamptz) returns void
    language plpgsql
    set enable_seqscan = off as
$$
begin
    insert into notice_progress (notice_id, version, person_id, kind, channel, state, subject, subject_version, changed_at)
    select n.notice_id, (select coalesce(max(p.version), 0) + 1 from notice_progress p where p.notice_id = notice_got_on.id), n.person_id, n.kind,
        notice_got_on.by, notice_got_on.to_state, n.subject, n.subject_version, notice_got_on.at
    from notices n where n.notice_id = notice_got_on.id;
end
$$;
