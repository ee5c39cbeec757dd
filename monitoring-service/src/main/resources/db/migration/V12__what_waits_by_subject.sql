-- In a rush thousands of offers wait, and statistics of a minute ago know of none: the index by what is waited for was then read whole for each notice. What is looked up by an offer is found by the offer.
create index service_level_measure_end on service_level_measure (subject) where waiting = 'END';
create index service_level_measure_cause on service_level_measure (at) where waiting = 'CAUSE';
drop index service_level_measure_waiting;
