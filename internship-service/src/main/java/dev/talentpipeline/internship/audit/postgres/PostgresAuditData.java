package dev.talentpipeline.internship.audit.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to a person and by them. Of all of it only the name of their account could say who they are. */
@Component
final class PostgresAuditData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresAuditData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of("audit", Rows.ofPerson(jdbc, """
                select position, at, deed, entity, entity_id, version, facts - '{linkGivenBy,linkGivenFor}'::text[] as facts, by_role, by_org, correlation_id,
                    case when by_person = person then by_subject end as by_subject
                from audit where person = ? order by position
                """, person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("""
                        update audit set by_subject = 'erased', for_subject = case when for_subject is not null then 'erased' end
                        where by_person = ? and by_subject <> 'erased'
                        """).param(person).update();
    }

    @Override
    public Set<String> columns() {
        return Set.of("audit.by_subject", "audit.for_subject");
    }
}
