package dev.talentpipeline.internship.programme.postgres;

import dev.talentpipeline.internship.programme.Entries;
import dev.talentpipeline.internship.programme.MarketSide;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counted, not kept as a sum: nothing but a change of quotas can then make it wrong. */
@Component
final class PostgresEntries implements Entries {

    private final JdbcClient jdbc;

    PostgresEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lock of the transaction; two members that share one by chance only wait for each other. */
    @Override
    public void lock(String programme, MarketSide side, String member) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("entries/%s/%s/%s".formatted(programme, side, member))
                .query((row, number) -> number)
                .list();
    }

    @Override
    public int count(String programme, MarketSide side, String member) {
        return jdbc.sql("select " + sum(side) + " from " + table(side) + " where programme = ? and " + column(side)
                        + " = ? and state <> 'WITHDRAWN'")
                .params(programme, member)
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<String, Integer> counts(String programme, MarketSide side) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("select " + column(side) + " as member, " + sum(side) + " as entered from " + table(side)
                        + " where programme = ? and state <> 'WITHDRAWN' group by " + column(side))
                .param(programme)
                .query(row -> {
                    counts.put(row.getString("member"), row.getInt("entered"));
                });
        return counts;
    }

    private static String table(MarketSide side) {
        return switch (side) {
            case COMPANY -> "internship";
            case UNIVERSITY -> "student";
        };
    }

    private static String column(MarketSide side) {
        return switch (side) {
            case COMPANY -> "company";
            case UNIVERSITY -> "university";
        };
    }

    private static String sum(MarketSide side) {
        return switch (side) {
            case COMPANY -> "coalesce(sum(seats), 0)";
            case UNIVERSITY -> "count(*)";
        };
    }
}
