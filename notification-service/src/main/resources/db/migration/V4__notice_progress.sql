-- What happened to each notice, step by step, until it is told on the topic notices. Filled in the transaction in which it happened, by
-- triggers, so that no sender can forget it. A notice gets its first step when it is released.
create table notice_progress (
    notice_id       uuid        not null references notices on delete cascade,
    version         bigint      not null check (version >= 1),
    -- In this order steps are told; of one notice they are entered one after the other.
    place           bigint generated always as identity,
    person_id       text        not null,
    kind            text        not null,
    channel         text        not null check (channel in ('INBOX', 'EMAIL')),
    state           text        not null check (state in ('SENT', 'FAILED')),
    subject         text        not null,
    subject_version bigint      not null,
    changed_at      timestamptz not null,
    told            boolean     not null default false,
    primary key (notice_id, version)
);
create index notice_progress_untold on notice_progress (place) where not told;

create function notice_got_on(id uuid, by text, to_state text, at timestamptz) returns void
    language sql as
$$
insert into notice_progress (notice_id, version, person_id, kind, channel, state, subject, subject_version, changed_at)
select n.notice_id, (select coalesce(max(version), 0) + 1 from notice_progress where notice_id = id), n.person_id, n.kind, by, to_state,
    n.subject, n.subject_version, at
from notices n where n.notice_id = id
$$;

create function notice_is_in_the_inbox() returns trigger
    language plpgsql as
$$
begin
    perform notice_got_on(new.notice_id, 'INBOX', 'SENT', new.released_at);
    return null;
end
$$;
create trigger notice_is_in_the_inbox
    after update of released_at
    on notices
    for each row
    when (old.released_at is null and new.released_at is not null)
execute function notice_is_in_the_inbox();

create function mail_is_settled() returns trigger
    language plpgsql as
$$
begin
    perform notice_got_on(new.notice_id, 'EMAIL', new.state, new.settled_at);
    return null;
end
$$;
create trigger mail_is_settled
    after update of state
    on mails
    for each row
    when (old.state not in ('SENT', 'FAILED') and new.state in ('SENT', 'FAILED'))
execute function mail_is_settled();
