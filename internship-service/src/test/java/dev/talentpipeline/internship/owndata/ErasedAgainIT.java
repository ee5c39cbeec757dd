package dev.talentpipeline.internship.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Erasure;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A backup from before an erasure is put back: what the topic says was erased is erased again. */
@RunningService
class ErasedAgainIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    ErasingPerson erasing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EventCodec codec;

    @Test
    void aBackupFromBeforeDoesNotBringThePersonBack() {
        String programme = market.programme();
        Entered student = market.student(programme);
        UUID person = UUID.fromString(student.person());
        Api self = participants.student(Market.UNIVERSITY, student.person());
        self.delete("/people/me/personal-data");
        assertThat(erasing.eraseAgain(person, Instant.now())).isFalse();

        // as a restored table holds them again, while the topic says that they are erased
        jdbc.sql("update person set name = 'Wang', email = 'wang@example.edu.cn', number = ? where id = ?")
                .params(student.number(), person)
                .update();
        jdbc.sql("delete from outbox where key = ?").param(student.person()).update();
        jdbc.sql(
                        "set session_replication_role = replica; delete from audit where entity = 'ERASURE' and entity_id = '%s'; reset session_replication_role"
                                .formatted(person))
                .update();
        // The service reads the topic too and may have been quicker.
        erasing.eraseAgain(person, Instant.now());

        assertThat(jdbc.sql("select name || ' ' || email from person where id = ?")
                        .param(person)
                        .query(String.class)
                        .single())
                .isEqualTo("erased erased");
        assertThat(self.get("/people/me").status()).isEqualTo(404);
    }

    @Test
    void aBackupFromBeforeSomebodyClaimedTheirEntryDoesNotBringItBack() {
        String number = "n" + UUID.randomUUID().toString().substring(0, 12);
        String path = "/organisations/%s/roll/%s".formatted(Market.UNIVERSITY, number);
        Api university = participants.university(Market.UNIVERSITY);
        UUID entry = UUID.fromString(university
                .put(path, Map.of("name", "Canary", "phone", "13800001234", "email", "canary@example.edu.cn"))
                .text("id"));
        university.post(path + "/destinations", Map.of("kind", "70", "since", "2027-06-01", "title", "Canary"));
        String secret = university.post(path + "/claim-links", null).text("secret");
        String person = participants
                .operations()
                .post("/roll-claims", Map.of("secret", secret))
                .text("person");
        Api self = participants.student(Market.UNIVERSITY, person);
        assertThat(self.delete("/people/me/personal-data").status()).isEqualTo(202);

        // as tables from before the claim hold it again, while the topic says for ever what was erased
        assertThat(TopicReader.events(codec, Topics.ERASURES, entry.toString()::equals, 1))
                .extracting(Erasure::getPersonId)
                .containsExactly(entry.toString());
        restore(entry, number);
        assertThat(erasing.eraseAgain(UUID.fromString(person), Instant.now())).isFalse();
        erasing.eraseAgain(entry, Instant.now());

        assertThat(left(entry)).doesNotContain("Canary", "13800001234", "canary@example.edu.cn", number);
        assertThat(university.get(path).status()).isEqualTo(404);

        // and whoever stands behind it by then goes with it
        String later = number + "-2";
        String rollOfLater = path + "-2";
        UUID claimed = UUID.fromString(university
                .put(rollOfLater, Map.of("name", "Canary", "email", "canary@example.edu.cn"))
                .text("id"));
        String secretOfLater =
                university.post(rollOfLater + "/claim-links", null).text("secret");
        String claimant = participants
                .operations()
                .post("/roll-claims", Map.of("secret", secretOfLater))
                .text("person");
        assertThat(erasing.eraseAgain(claimed, Instant.now())).isTrue();
        assertThat(jdbc.sql(
                                "select to_jsonb(r) || to_jsonb(p) from roll_entry r join person p on p.id = r.person where r.id = ?")
                        .param(claimed)
                        .query(String.class)
                        .single())
                .doesNotContain("Canary", "canary@", later);
        assertThat(participants
                        .student(Market.UNIVERSITY, claimant)
                        .get("/people/me")
                        .status())
                .isEqualTo(404);
    }

    private String left(UUID entry) {
        return jdbc.sql(
                        "select to_jsonb(r) || to_jsonb(d) from roll_entry r join destination d on d.graduate = r.id where r.id = ?")
                .param(entry)
                .query(String.class)
                .single();
    }

    private void restore(UUID entry, String number) {
        jdbc.sql("""
                        update roll_entry set number = ?, name = 'Canary', phone = '13800001234', email = 'canary@example.edu.cn', person = null,
                            claimed_at = null where id = ?
                        """).params(number, entry).update();
        jdbc.sql("delete from outbox where key = ?").param(entry.toString()).update();
        jdbc.sql(
                        "set session_replication_role = replica; update destination set title = 'Canary' where graduate = '%s';"
                                        .formatted(entry)
                                + " delete from audit where entity = 'ERASURE' and entity_id = '%s'; reset session_replication_role"
                                        .formatted(entry))
                .update();
    }
}
