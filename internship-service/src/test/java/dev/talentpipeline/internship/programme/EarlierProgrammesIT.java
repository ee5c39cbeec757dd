package dev.talentpipeline.internship.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.programme.DeadlineRules.ApprovalDefault;
import dev.talentpipeline.internship.programme.DeadlineRules.EndorsementDefault;
import dev.talentpipeline.internship.resource.postgres.Documents;
import dev.talentpipeline.stack.Infrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Programmes that an earlier release stored are read by this one. */
class EarlierProgrammesIT {

    private static final String BEFORE_DEADLINES_OF_ALL = "4";

    @Test
    void theDeadlinesThatAreNewTakeTheirDefaults() throws SQLException {
        Infrastructure infrastructure = Infrastructure.shared();
        String database = "earlier_" + UUID.randomUUID().toString().replace('-', '_');
        String url = infrastructure.jdbcUrl(database);
        var migration = Flyway.configure().dataSource(url, infrastructure.username(), infrastructure.password());
        migration.target(BEFORE_DEADLINES_OF_ALL).load().migrate();
        try (Connection connection =
                        DriverManager.getConnection(url, infrastructure.username(), infrastructure.password());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into programme (id, version, owner, state, rules, seed, changed_at)
                    values ('autumn', 3, 'tsinghua', 'RUNNING', '{"name": "Autumn", "mode": "ROLLING", "clearingInterval": "PT1S",
                        "clearingAt": [], "opensAt": null, "closesAt": null, "responseWindow": "PT48H", "lists": "FILLED",
                        "offerPolicy": "AUTOMATIC", "universityEndorsement": true, "consentBy": "UNIVERSITY", "universities": [],
                        "companies": [], "weights": {}}', 'sealed', now())
                    """);

            migration.target("latest").load().migrate();

            try (var row = statement.executeQuery("select rules from programme where id = 'autumn'")) {
                assertThat(row.next()).isTrue();
                ProgrammeRules rules = Documents.read(row.getString("rules"), ProgrammeRules.class);
                assertThat(rules.quotas()).isEqualTo(Quotas.NONE);
                assertThat(rules)
                        .extracting(
                                ProgrammeRules::responseWindow,
                                ProgrammeRules::approvalWindow,
                                ProgrammeRules::keepWindow,
                                ProgrammeRules::endorsementWindow)
                        .containsExactly(
                                Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(14), Duration.ofDays(7));
                assertThat(rules.deadlines())
                        .isEqualTo(
                                new DeadlineRules("china", 17, ApprovalDefault.LAPSE, EndorsementDefault.LAPSE, null));
                assertThat(rules.endorsement()).isEqualTo(ProgrammeRules.Endorsement.CAREER_CENTRE);
            }
        }
    }
}
