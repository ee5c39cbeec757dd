package dev.talentpipeline.internship.resource.postgres;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes column types for which JDBC has no direct way. */
public final class Rows {

    private Rows() {}

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID optionalId(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    public static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    /** The rows of a query whose one parameter is the person, each as names and values in the types that JSON has. */
    public static List<Map<String, Object>> ofPerson(JdbcClient jdbc, String query, UUID person) {
        return jdbc.sql("select to_jsonb(held) from (" + query + ") held")
                .param(person)
                .query((row, number) -> Documents.readMap(row.getString(1)))
                .list();
    }

    /** The ids as a parameter that is cast to {@code uuid[]}; null stays null. As text it would be read anew for every row that is compared. */
    public static UUID @Nullable [] array(@Nullable Collection<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    /** The instant as a parameter of a statement. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
