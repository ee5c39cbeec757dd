package dev.talentpipeline.notification.listing.postgres;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.talentpipeline.notification.listing.Internship;
import dev.talentpipeline.notification.listing.Listings;
import dev.talentpipeline.notification.listing.Programme;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Labels in their tables. */
@Component
final class PostgresListings implements Listings {

    private final JdbcClient jdbc;

    PostgresListings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keep(Programme programme) {
        return jdbc.sql("""
                        insert into programmes as held (programme_id, version, name, university_endorsement, approval_default,
                            endorsement_default)
                        values (:programme, :version, :name, :endorsement, :approvalDefault, :endorsementDefault)
                        on conflict (programme_id) do update
                            set version = excluded.version, name = excluded.name,
                                university_endorsement = excluded.university_endorsement,
                                approval_default = excluded.approval_default,
                                endorsement_default = excluded.endorsement_default
                            where held.version < excluded.version
                        """)
                        .param("programme", programme.programmeId())
                        .param("version", programme.version())
                        .param("name", programme.name())
                        .param("endorsement", programme.universityEndorsement())
                        .param("approvalDefault", programme.approvalDefault())
                        .param("endorsementDefault", programme.endorsementDefault())
                        .update()
                > 0;
    }

    @Override
    public boolean keep(Internship internship) {
        return jdbc.sql("""
                        insert into internships as held (programme_id, internship_id, version, title, company, stipend)
                        values (:programme, :internship, :version, :title, :company, :stipend)
                        on conflict (programme_id, internship_id) do update
                            set version = excluded.version, title = excluded.title, company = excluded.company,
                                stipend = excluded.stipend
                            where held.version < excluded.version
                        """)
                        .param("programme", internship.programmeId())
                        .param("internship", internship.internshipId())
                        .param("version", internship.version())
                        .param("title", internship.title())
                        .param("company", internship.company())
                        .param("stipend", internship.stipend())
                        .update()
                > 0;
    }

    @Override
    public Map<String, Programme> programmes(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from programmes where programme_id = any (:programmes)")
                .param("programmes", ids.toArray(String[]::new))
                .query((row, number) -> new Programme(
                        row.getString("programme_id"),
                        row.getLong("version"),
                        row.getString("name"),
                        row.getBoolean("university_endorsement"),
                        row.getString("approval_default"),
                        row.getString("endorsement_default")))
                .list()
                .stream()
                .collect(toMap(Programme::programmeId, identity()));
    }

    @Override
    public Map<Key, Internship> internships(Set<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select held.* from internships held
                        join unnest(:programmes::text[], :internships::text[]) asked (programme_id, internship_id)
                            using (programme_id, internship_id)
                        """)
                .param("programmes", keys.stream().map(Key::programmeId).toArray(String[]::new))
                .param("internships", keys.stream().map(Key::internshipId).toArray(String[]::new))
                .query((row, number) -> new Internship(
                        row.getString("programme_id"),
                        row.getString("internship_id"),
                        row.getLong("version"),
                        row.getString("title"),
                        row.getString("company"),
                        row.getInt("stipend")))
                .list()
                .stream()
                .collect(toMap(held -> new Key(held.programmeId(), held.internshipId()), identity()));
    }
}
