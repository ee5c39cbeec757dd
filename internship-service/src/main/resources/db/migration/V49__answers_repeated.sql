-- An answer that is repeated because the question was says of itself that it went out before.
alter table outbox add column told_again boolean not null default false;
