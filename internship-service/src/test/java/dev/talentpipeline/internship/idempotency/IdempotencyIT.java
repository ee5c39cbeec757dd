package dev.talentpipeline.internship.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class IdempotencyIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void theSameKeyAndBodyGivesTheSameAnswer() {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();

        Api.Answer first = decision.send("ACCEPT", key);
        Api.Answer again = decision.send("ACCEPT", key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        // while without the key the offer is not open any more
        assertThat(decision.send("ACCEPT", UUID.randomUUID().toString()).status())
                .isEqualTo(409);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();
        decision.send("DECLINE", key);

        Api.Answer other = decision.send("ACCEPT", key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).endsWith("/idempotency-key-reused");
    }

    @Test
    void aRefusalIsAnAnswerTooAndUndoesWhatWentBefore() {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();

        Api.Answer refused = decision.send("RELEASE", key);
        Api.Answer again = decision.send("RELEASE", key);

        assertThat(List.of(refused.status(), again.status())).containsOnly(409);
        assertThat(again.json()).isEqualTo(refused.json());
    }

    @Test
    void manyAtOnceAreOne() {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();

        List<Api.Answer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> decision.send("ACCEPT", key)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(Api.Answer::json).distinct()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from offer_history where offer = cast(? as uuid)")
                        .param(decision.offer())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aRequestWhoseKeyStaysHeldIsToldToComeAgain() throws SQLException {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();

        // given a transaction that claims the key and does not end
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(
                        "insert into idempotency (caller, key, request, created_at) values (?, ?, 'held', now())")) {
            connection.setAutoCommit(false);
            claim.setString(
                    1,
                    String.join(
                            "\n",
                            "STUDENT",
                            Market.UNIVERSITY,
                            "",
                            decision.person(),
                            "",
                            "test-" + Market.UNIVERSITY));
            claim.setString(2, key);
            claim.executeUpdate();

            // then a request with the key gives its connection back instead of waiting along
            Api.Answer waited = decision.send("ACCEPT", key);
            assertThat(waited.status()).isEqualTo(503);
            assertThat(waited.text("type")).endsWith("/temporarily-unavailable");
            assertThat(waited.headers().firstValue("Retry-After")).contains("2");
            connection.rollback();
        }

        // and does what it asks for once the key is free
        assertThat(decision.send("ACCEPT", key).status()).isEqualTo(200);
    }

    @Test
    void keysAreTheCallersOwn() {
        String key = UUID.randomUUID().toString();
        String programme = market.programme();
        Api university = participants.university(Market.UNIVERSITY);
        Api operations = participants.operations();

        var held = Map.of("state", "HELD");
        var paused = Map.of("state", "PAUSED");
        String path = "/programmes/" + programme + "/state";
        assertThat(university
                        .send("POST", path, held, Map.of("Idempotency-Key", key))
                        .text("state"))
                .isEqualTo("HELD");
        assertThat(operations
                        .send("POST", path, paused, Map.of("Idempotency-Key", key))
                        .text("state"))
                .isEqualTo("PAUSED");
        assertThat(university
                        .send("POST", path, held, Map.of("Idempotency-Key", key))
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(university
                        .send("POST", path, held, Map.of("Idempotency-Key", "a b"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAccountOfTheSameNameIsAnotherCaller() {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();
        assertThat(decision.send("ACCEPT", key).status()).isEqualTo(200);

        // the university's client, whose name is that of the student's account
        Api.Answer own =
                new Decision(participants.university(Market.UNIVERSITY), "", decision.offer()).send("ACCEPT", key);

        assertThat(own.status()).isEqualTo(403);
        assertThat(own.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void theQueryBelongsToTheRequest() {
        Decision decision = decision();
        String key = UUID.randomUUID().toString();
        Api operations = participants.operations();
        String recall = "/programmes/%s/clearings/1/recall?limit="
                .formatted(operations.get("/offers/" + decision.offer()).text("programme"));

        assertThat(operations
                        .send("POST", recall + 1, null, Map.of("Idempotency-Key", key))
                        .status())
                .isEqualTo(200);
        assertThat(operations
                        .send("POST", recall + 2, null, Map.of("Idempotency-Key", key))
                        .text("type"))
                .endsWith("/idempotency-key-reused");
        assertThat(operations
                        .send("POST", recall + 1, null, Map.of("Idempotency-Key", key))
                        .headers()
                        .firstValue("Idempotent-Replayed"))
                .contains("true");
    }

    private record Decision(Api student, String person, String offer) {
        Api.Answer send(String decision, String key) {
            return student.send(
                    "POST",
                    "/offers/" + offer + "/decisions",
                    Map.of("decision", decision),
                    Map.of("Idempotency-Key", key));
        }
    }

    private Decision decision() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        return new Decision(participants.student(Market.UNIVERSITY, student.person()), student.person(), offer);
    }
}
