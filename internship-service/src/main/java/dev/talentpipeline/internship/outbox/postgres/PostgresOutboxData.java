package dev.talentpipeline.internship.outbox.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events about a person that wait to go out or went out a while ago. A tombstone takes the place of whatever holds something personal. */
@Component
final class PostgresOutboxData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresOutboxData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of("events", Rows.ofPerson(jdbc, """
                select o.topic, o.key, o.version, o.written_at, o.published_at from (select ? as person) them, outbox o
                where o.key = them.person::text
                   or exists (select 1 from student s where s.person = them.person and o.key = s.programme || '/' || s.id)
                   or exists (select 1 from offer f where f.person = them.person and o.key = f.programme || '/' || f.id)
                order by o.position
                """, person));
    }

    @Override
    public void erase(UUID person) {
        // By the tombstones, each written by the feature that it is of.
    }

    @Override
    public Set<String> columns() {
        return Set.of("outbox.value");
    }
}
