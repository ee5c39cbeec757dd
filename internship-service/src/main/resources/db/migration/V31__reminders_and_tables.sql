-- The links of an entry go with it when it leaves the roll.
alter table roll_link
    drop constraint roll_link_entry_fkey,
    add constraint roll_link_entry_fkey foreign key (entry) references roll_entry on delete cascade;
