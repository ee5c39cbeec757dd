package dev.talentpipeline.internship.roll;

import static dev.talentpipeline.internship.roll.Rolls.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who should never have been on the roll leaves it, and nobody else does. */
@RunningService
class RemovingRollEntryIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    private Rolls rolls;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
        rolls.put("01", Map.of("name", "李雷", "school", "law"));
        rolls.put("02", Map.of("name", "韩梅梅", "email", "han@example.edu.cn"));
    }

    private void assertHeld(String number, String holds) {
        Api.Answer held = rolls.university().delete(rolls.path(number));
        assertThat(held.status()).as(held.json().toString()).isEqualTo(409);
        assertThat(held.text("type")).endsWith("/roll-entry-held");
        assertThat(held.text("holds")).isEqualTo(holds);
        assertThat(rolls.entry(number).status()).isEqualTo(200);
    }

    @Test
    void whomNobodyKnowsLeavesTheRollWithTheirLinks() {
        String id = rolls.entry("01").text("id");
        rolls.put("01", Map.of("name", "李蕾", "school", "law"));
        String secret =
                rolls.university().post(rolls.path("01") + "/claim-links", null).text("secret");

        assertThat(participants
                        .school(rolls.org(), "law")
                        .delete(rolls.path("01"))
                        .status())
                .isEqualTo(403);
        assertThat(participants
                        .university("another")
                        .delete("/organisations/another/roll/" + id)
                        .status())
                .isEqualTo(404);
        assertThat(rolls.university()
                        .send("DELETE", rolls.path("01"), null, Map.of("If-Match", "\"1\""))
                        .status())
                .as("it has changed since")
                .isEqualTo(412);
        assertThat(rolls.university()
                        .send("DELETE", rolls.path("01"), null, Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(204);

        assertThat(rolls.entry(id).status()).isEqualTo(404);
        assertThat(numbers(rolls.university().get(rolls.path()))).containsExactly("02");
        assertThat(rolls.university().delete(rolls.path("01")).status()).isEqualTo(404);
        assertThat(participants
                        .operations()
                        .post("/roll-claims", Map.of("secret", secret, "email", "a@example.org"))
                        .status())
                .isEqualTo(404);
        JsonNode removed = rolls.university()
                .get("/audit?entity=" + id)
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("deed").asString().equals("ROLL_ENTRY_REMOVED"))
                .findFirst()
                .orElseThrow();
        assertThat(removed.path("facts").toString()).isEqualTo("{\"destinations\":\"0\",\"version\":\"2\"}");
        assertThat(rolls.put("01", Map.of("name", "李雷")).json().path("version").asLong())
                .as("somebody new under the number")
                .isEqualTo(1);
    }

    @Test
    void whoeverThePlatformKnowsStaysUntilTheyAreErased() {
        String person = rolls.university()
                .put("/programmes/%s/students/01".formatted(market.programme()), Bodies.student())
                .text("person");
        String secret =
                rolls.university().post(rolls.path("02") + "/claim-links", null).text("secret");
        participants.operations().post("/roll-claims", Map.of("secret", secret));

        assertHeld("01", "STUDENT");
        assertHeld("02", "CLAIM");

        String id = rolls.entry("01").text("id");
        assertThat(rolls.university()
                        .delete("/people/%s/personal-data".formatted(person))
                        .status())
                .isEqualTo(202);
        assertThat(rolls.university().delete(rolls.path(id)).status()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from roll_entry where id = cast(? as uuid)")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("counted among the graduates")
                .isEqualTo(1);
    }

    @Test
    void whoHasADestinationStaysUntilItIsVoided() {
        String destinations = rolls.path("01") + "/destinations";
        String id = rolls.university()
                .post(destinations, Map.of("kind", "70", "since", "2027-07-01"))
                .text("id");
        assertHeld("01", "DESTINATION");

        Api.Answer voided = rolls.university()
                .post(destinations + "/" + id + "/decisions", Map.of("decision", "VOID", "reason", "wrong-person"));
        assertThat(voided.status()).as(voided.json().toString()).isEqualTo(200);

        assertThat(rolls.university().delete(rolls.path("01")).status()).isEqualTo(204);
        assertThat(jdbc.sql("select id from destination where id = cast(? as uuid)")
                        .param(id)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of());
    }
}
