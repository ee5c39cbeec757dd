package dev.talentpipeline.internship.destination.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a person went. Of an erased one kind, day, region, occupation and the platform's company are left, by which graduates are counted and which lead to
 * nobody; the name of an own business may be the person's, so no organisation from outside is, and its code only where two others went to the
 * same.
 */
@Component
final class PostgresDestinationData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresDestinationData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of("destinations", Rows.ofPerson(jdbc, """
                        select d.id, d.kind, d.since, d.organisation, d.credit_code, d.industry, d.position, d.region, d.occupation, d.title, d.evidence, d.evidence_reference,
                            d.placement, d.company, d.is_current, d.at, d.role
                        from destination d join roll_entry r on r.id = d.graduate where r.person = ? order by d.at
                        """, person));
    }

    @Override
    public void erase(UUID person) {
        jdbc.sql("set local talentpipeline.erasing = 'on'").update();
        jdbc.sql("""
                        update destination d set organisation = null, title = null,
                            evidence_reference = case when evidence is not null then 'erased' end,
                            credit_code = case when company is not null or (
                                select count(distinct o.graduate) from destination o
                                where o.credit_code = d.credit_code and o.graduate <> d.graduate) >= 2 then credit_code end
                        where graduate in (select id from roll_entry where person = :id or id = :id and person is null)
                        """).param("id", person).update();
        jdbc.sql("set local talentpipeline.erasing = 'off'").update();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "destination.organisation",
                "destination.credit_code",
                "destination.title",
                "destination.evidence_reference");
    }
}
