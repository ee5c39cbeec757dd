-- rules_version: the programme's version that brought the rules it has; a change of state leaves it as it is.
-- archived_at: since when a closed programme is kept for the record only.
alter table programme
    add column rules_version bigint,
    add column archived_at   timestamptz;
update programme set rules_version = version;
alter table programme
    alter column rules_version set not null,
    add constraint rules_version_was_a_version check (rules_version between 1 and version),
    add constraint only_closed_is_archived check (archived_at is null or state = 'CLOSED');

-- A clearing that was recalled. Written under the programme's lock, which every admission and decision shares: whatever comes after it knows
-- of it. Its open offers are taken back one by one afterwards.
create table clearing_recall (
    programme         text        not null references programme,
    clearing          bigint      not null check (clearing >= 1),
    programme_version bigint      not null,
    at                timestamptz not null,
    role              text        not null,
    subject           text        not null,
    primary key (programme, clearing)
);
create index offer_by_clearing on offer (programme, clearing);
create index offer_open_by_clearing on offer (programme, clearing) where state in ('AWAITING_APPROVAL', 'EXTENDED', 'KEPT');
