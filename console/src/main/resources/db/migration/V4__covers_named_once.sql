-- Who is named again for the same days is so already.
update cover again
set ended_by = again.named_by
where again.ended_by is null
  and exists (select
              from cover before
              where before.ended_by is null
                and (before.account, before.deputy, before.from_day, before.until_day)
                  = (again.account, again.deputy, again.from_day, again.until_day)
                and before.id < again.id);
create unique index cover_named_once on cover (account, deputy, from_day, until_day) where ended_by is null;
