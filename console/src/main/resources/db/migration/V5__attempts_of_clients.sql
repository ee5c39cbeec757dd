-- Failed attempts to fetch a token are counted like failed sign-ins.
alter table sign_in_attempt
    drop constraint sign_in_attempt_counted_check,
    add constraint sign_in_attempt_counted_check check (counted in ('ACCOUNT', 'ADDRESS', 'CLIENT'));
