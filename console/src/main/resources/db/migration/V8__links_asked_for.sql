-- Links that somebody asks for by mail are counted by whom they are for, of which a hash is kept, and by the address that asks.
alter table sign_in_attempt
    drop constraint sign_in_attempt_counted_check,
    add constraint sign_in_attempt_counted_check check (counted in ('ACCOUNT', 'ADDRESS', 'CLIENT', 'CLAIM', 'LINK_TO', 'LINK_FROM'));
