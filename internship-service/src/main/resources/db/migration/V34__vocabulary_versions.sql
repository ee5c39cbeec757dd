-- Words that an organisation taught are changed in one piece, by several people: whoever changes them says which version they saw.
-- 0: nobody has taught any.
alter table import_vocabulary
    add column version bigint not null default 1 check (version >= 0);
alter table import_vocabulary
    alter column version drop default;
