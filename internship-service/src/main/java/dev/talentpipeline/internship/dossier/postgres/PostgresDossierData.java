package dev.talentpipeline.internship.dossier.postgres;

import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.resource.postgres.Rows;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dossiers are personal as a whole: links, files, and with whom they were shared. */
@Component
final class PostgresDossierData implements PersonalData {

    private final JdbcClient jdbc;

    PostgresDossierData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, List<Map<String, Object>>> heldAbout(UUID person) {
        return Map.of(
                "dossierLinks",
                Rows.ofPerson(
                        jdbc, "select links -> 'links' as links, changed_at from dossier where person = ?", person),
                "dossierFiles",
                Rows.ofPerson(jdbc, """
                        select kind, type, sha256, uploaded_at, encode(content, 'base64') as base64 from dossier_file
                        where person = ? order by kind
                        """, person),
                "dossierShares",
                Rows.ofPerson(
                        jdbc,
                        "select meeting, company, shared_at, withdrawn_at from dossier_share where person = ? order by shared_at",
                        person),
                "dossierReadings",
                Rows.ofPerson(
                        jdbc,
                        "select at, company, meeting, part from dossier_reading where person = ? order by position",
                        person));
    }

    @Override
    public Set<String> ownParts() {
        return Set.of("dossierLinks", "dossierFiles", "dossierShares", "dossierReadings");
    }

    @Override
    public void erase(UUID person) {
        for (String table : List.of("dossier_reading", "dossier_share", "dossier_file", "dossier")) {
            jdbc.sql("delete from " + table + " where person = ?").param(person).update();
        }
    }

    @Override
    public Set<String> columns() {
        return Set.of("dossier.links", "dossier_file.content", "dossier_file.sha256");
    }
}
