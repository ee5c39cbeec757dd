-- Claims of whoever has no account yet are counted by the address that they come from, as long as they name no link.
alter table sign_in_attempt
    drop constraint sign_in_attempt_counted_check,
    add constraint sign_in_attempt_counted_check check (counted in ('ACCOUNT', 'ADDRESS', 'CLIENT', 'CLAIM'));
