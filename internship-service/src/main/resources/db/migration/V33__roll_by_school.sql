-- The school comes first: an index that began with the university and held the number was, as long as the planner knew nothing of the
-- table, as cheap to it as the unique one over both, and each number of the first import read the whole university.
drop index roll_entry_by_school;
create index roll_entry_by_school on roll_entry (school, university, number);
