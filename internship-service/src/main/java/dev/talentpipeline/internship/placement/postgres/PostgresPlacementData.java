package dev.talentpipeline.internship.placement.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's placements and what was recorded of them. Steps and days stay, titles of jobs and names of accounts do not. */
@Component
final class PostgresPlacementData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresPlacementData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "placements", Rows.ofPerson(jdbc, """
                        select id, offer, programme, internship, company, state, starts_on, ends_on, started_on, ended_on, changed_at
                        from placement where person = ? order by changed_at
                        """, person), "placementEntries", Rows.ofPerson(jdbc, """
                        select e.placement, e.entry, e.kind, e.about, e.step, e.happened_on, e.reason, e.job_title, e.job_starts_on, e.at, e.role
                        from placement_entry e join placement p on p.id = e.placement where p.person = ? order by e.placement, e.entry
                        """, person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("set local talentpipeline.erasing = 'on'").update();
        jdbc.sql("""
                        update placement_entry set job_title = case when job_title is not null then 'erased' end,
                            subject = case when role = 'STUDENT' then 'erased' else subject end
                        where placement in (select id from placement where person = ?)
                        """).param(person).update();
        jdbc.sql("set local talentpipeline.erasing = 'off'").update();
    }

    @Override
    public Set<String> columns() {
        return Set.of("placement_entry.job_title", "placement_entry.subject");
    }
}
