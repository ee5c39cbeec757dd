package dev.talentpipeline.internship.resource.postgres;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many rows as the columns of one statement: each column is an array, which {@code unnest} makes rows of again. */
public final class Batch<T> {

    private final List<T> all;

    public Batch(List<T> all) {
        this.all = List.copyOf(all);
    }

    public Object ids(Function<T, @Nullable UUID> column) {
        return all.stream().map(column).toArray(UUID[]::new);
    }

    public Object texts(Function<T, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    public Object numbers(ToLongFunction<T> column) {
        return all.stream().map(column::applyAsLong).toArray(Long[]::new);
    }

    /** Whole numbers that may be missing. */
    public Object optionalNumbers(Function<T, @Nullable Long> column) {
        return all.stream().map(column).toArray(Long[]::new);
    }

    /** To be cast to {@code jsonb[]} by the statement. */
    public Object documents(Function<T, Object> column) {
        return texts(row -> Documents.text(column.apply(row)));
    }

    /** To be cast to {@code timestamptz[]} by the statement. */
    public Object times(Function<T, Instant> column) {
        return texts(row -> column.apply(row).toString());
    }

    /** To be sent as {@code bytea[]}. */
    public Object bytes(Function<T, byte @Nullable []> column) {
        byte[] @Nullable [] values = new byte[all.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(all.get(i));
        }
        return values;
    }

    /** Runs the statement with its columns; does nothing where there are no rows. */
    public void write(JdbcClient jdbc, String sql, List<? extends @Nullable Object> columns) {
        if (!all.isEmpty()) {
            jdbc.sql(sql).params(columns).update();
        }
    }

    /** The same for a statement that returns ids. */
    public Set<UUID> writeReturningIds(JdbcClient jdbc, String sql, List<? extends @Nullable Object> columns) {
        return all.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(sql)
                        .params(columns)
                        .query((row, number) -> Rows.id(row, "id"))
                        .list());
    }
}
