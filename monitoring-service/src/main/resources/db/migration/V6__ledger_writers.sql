-- What a writer says it has written into a partition, where its account begins, and up to which offset it was compared.
create table ledger_writer (
    writer text not null,
    topic text not null,
    partition integer not null,
    begun bigint not null,
    compared bigint not null,
    records bigint not null,
    primary key (writer, topic, partition)
);
