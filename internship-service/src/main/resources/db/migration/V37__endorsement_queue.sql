-- What awaits an endorsement, in the order in which it is due.
create index offer_awaiting_endorsement on offer (programme, university, respond_by, id) where endorser is not null;
