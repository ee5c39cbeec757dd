package dev.talentpipeline.internship.reconciliation.postgres;

import dev.talentpipeline.internship.reconciliation.Difference;
import dev.talentpipeline.internship.reconciliation.Difference.Outcome;
import dev.talentpipeline.internship.reconciliation.Differences;
import dev.talentpipeline.internship.reconciliation.ToldTopics.Partition;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class PostgresDifferences implements Differences {

    private final JdbcClient jdbc;

    PostgresDifferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Partition, Long> places() {
        Map<Partition, Long> places = new HashMap<>();
        jdbc.sql("select topic, partition, next_offset from relayed").query(row -> {
            places.put(new Partition(row.getString("topic"), row.getInt("partition")), row.getLong("next_offset"));
        });
        return places;
    }

    @Override
    public void known(Map<Partition, Long> ends) {
        ends.forEach((partition, end) ->
                jdbc.sql("""
                        insert into relayed (topic, partition, next_offset) values (?, ?, ?)
                        on conflict (topic, partition) do update set next_offset = greatest(relayed.next_offset, excluded.next_offset)
                        """).params(partition.topic(), partition.number(), end).update());
    }

    @Override
    public void add(Difference difference) {
        jdbc.sql("insert into reconciled (at, topic, key, told, held, version, outcome) values (?, ?, ?, ?, ?, ?, ?)")
                .param(Rows.time(difference.at()))
                .param(difference.topic())
                .param(difference.key())
                .param(difference.told())
                .param(difference.held())
                .param(difference.version())
                .param(difference.outcome().name())
                .update();
    }

    @Override
    public boolean isDealtWith(String topic, String key, long version) {
        return last(topic, key) >= version;
    }

    @Override
    public long of(String topic, String key) {
        return last(topic, key) + 1;
    }

    private long last(String topic, String key) {
        return jdbc.sql("select coalesce(max(version), 0) from reconciled where topic = ? and key = ?")
                .params(topic, key)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Count> counts() {
        return jdbc.sql("""
                        select at, topic, outcome, count(*) as count from reconciled
                        group by at, topic, outcome order by at desc, topic, outcome limit 200
                        """)
                .query((row, number) -> new Count(
                        Rows.instant(row, "at"),
                        row.getString("topic"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("count")))
                .list();
    }

    @Override
    public Page<Difference> list(Page.Request request) {
        record At(long position, Difference difference) {}
        List<At> rows = jdbc.sql("""
                        select position, at, topic, key, told, held, version, outcome from reconciled
                        where cast(:after as text) is null or position > cast(:after as bigint) order by position limit :rows
                        """)
                .param("after", request.after())
                .param("rows", request.limit() + 1)
                .query((row, number) -> new At(row.getLong("position"), read(row)))
                .list();
        Page<At> page = Page.of(rows, request, at -> Long.toString(at.position()));
        return new Page<>(page.items().stream().map(At::difference).toList(), page.next());
    }

    private static Difference read(ResultSet row) throws SQLException {
        return new Difference(
                Rows.instant(row, "at"),
                row.getString("topic"),
                row.getString("key"),
                row.getLong("told"),
                row.getObject("held", Long.class),
                row.getLong("version"),
                Outcome.valueOf(row.getString("outcome")));
    }
}
