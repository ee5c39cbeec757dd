package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.Role;
import dev.talentpipeline.console.identity.Slice;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Only adds. The database refuses to change or remove what stands there. */
@Component
final class PostgresTrail implements Trail {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PostgresTrail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(TrailEntry entry) {
        jdbc.sql("""
                        insert into account_act (at, act, by_name, on_behalf_of, account, role, org, facts)
                        values (:at, :act, :by, :onBehalfOf, :account, :role, :org, :facts::jsonb)
                        """)
                .param("at", Timestamp.from(entry.at()))
                .param("act", entry.act().name())
                .param("by", entry.by())
                .param("onBehalfOf", entry.onBehalfOf())
                .param("account", entry.account())
                .param("role", entry.role().name())
                .param("org", entry.org())
                .param("facts", json.writeValueAsString(entry.facts()))
                .update();
    }

    @Override
    public Slice<TrailEntry> list(
            @Nullable Role role, @Nullable String org, @Nullable String account, @Nullable Long before, int limit) {
        List<Kept> read = jdbc.sql("""
                        select * from account_act
                        where (:role::text is null or role = :role) and (:org::text is null or org = :org)
                          and (:account::text is null or account = :account) and id < :before
                        order by id desc limit :limit
                        """)
                .param("role", role == null ? null : role.name())
                .param("org", org)
                .param("account", account)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit + 1)
                .query(this::kept)
                .list();
        return Slice.cut(read, limit, kept -> Long.toString(kept.id())).map(Kept::entry);
    }

    private record Kept(long id, TrailEntry entry) {}

    private Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new TrailEntry(
                        row.getTimestamp("at").toInstant(),
                        Act.valueOf(row.getString("act")),
                        row.getString("by_name"),
                        row.getString("on_behalf_of"),
                        row.getString("account"),
                        Role.valueOf(row.getString("role")),
                        row.getString("org"),
                        json.readValue(row.getString("facts"), FACTS)));
    }
}
