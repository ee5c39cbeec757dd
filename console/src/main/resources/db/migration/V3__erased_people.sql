-- Those of the erased who had an account here, by ids that lead to nobody. The accounts file does not bring them back.
-- rewritten: how often the files of tables were written anew since.
create table erased_person (
    person    text primary key,
    erased_at timestamptz not null,
    rewritten integer     not null default 0 check (rewritten >= 0)
);

-- The trail, which stays, names students by the person they are. Acts from before did so by their accounts; where an account is
-- gone nobody can say whose it was.
alter table account_act
    disable trigger account_act_stays;
update account_act act
set by_name = case when act.by_name = act.account then named.person else act.by_name end,
    account = named.person,
    facts   = act.facts - 'to'
from (select a.id, coalesce(u.person, 'erased') as person
      from account_act a
               left join account u on u.kind = 'USER' and u.name = a.account
      where a.role = 'STUDENT') named
where named.id = act.id;
alter table account_act
    enable trigger account_act_stays;

-- The planner's statistics are copies of values in a table that no erasure reaches: none are kept of what is personal.
alter table account
    alter column name set statistics 0,
    alter column secret_hash set statistics 0,
    alter column display_name set statistics 0,
    alter column email set statistics 0;
alter table password_reset
    alter column account set statistics 0;
alter table provider_identity
    alter column subject set statistics 0,
    alter column account set statistics 0;
alter table sign_in_attempt
    alter column key set statistics 0;
