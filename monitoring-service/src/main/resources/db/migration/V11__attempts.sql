-- How often the reader tried each of the run. Of what was kept before it is not known, and nearly all took one.
alter table ledger_outcome add column attempts integer not null default 1 check (attempts >= 1);
