-- Confirmed offers in the order in which those without an agreement are listed.
create index offer_confirmed on offer (programme, university, id) where state = 'CONFIRMED';

-- What an organisation's texts for occupations mean, beside its names of columns and its texts for skills.
alter table import_vocabulary
    add column occupations jsonb not null default '{}';

-- roll_only: whether the row says no more than a roll holds, of somebody who is not in the programme.
alter table import_row
    add column roll_only boolean not null default false;
