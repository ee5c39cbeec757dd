-- Topics that came after what they tell of, and from when on they tell of it. What came into being before may begin on its topic with a later version than the first.
create table ledger_younger_topic (
    topic text primary key,
    told_from timestamptz not null
);

insert into ledger_younger_topic (topic, told_from)
select younger.topic, coalesce((select min(recorded_at) from journal where journal.topic = younger.topic), clock_timestamp())
from unnest(array['meetings', 'imports']) as younger (topic);
