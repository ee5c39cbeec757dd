package dev.talentpipeline.monitoring.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.StudentState;
import dev.talentpipeline.monitoring.Story;
import dev.talentpipeline.monitoring.Surroundings;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dead letters that are not sent again as others are: what fails again and again, what shows somebody something, and what is about somebody who was erased. */
class WithheldLettersIT extends RedriveSurroundings {

    @Test
    void whatFailsAgainAndAgainIsKeptInQuarantineUntilSomebodyLetsItOut() {
        var story = Story.fresh();
        setAside(story, null, "no event, no headers".getBytes(UTF_8), 7);
        long letter = letters(1).get(0).get("id").asLong();
        for (int i = 1; i <= 3; i++) {
            Answer begun = begin(1, 6000, "");
            ConsumerRecord<String, byte[]> again = arrived(1).get(0);
            setAside(story, null, again.value(), 7);
            answer(again, SentAgain.Outcome.DEAD);
            await().atMost(SOON)
                    .until(() -> "DONE".equals(redrive(begun).get("state").asString()));
        }
        await().atMost(SOON).until(() -> letters(1).get(0).get("times").asInt() == 4);

        assertThat(letters(1)).hasSize(1);
        assertThat(letters(1).get(0).get("standing").asString()).isEqualTo("QUARANTINED");
        Answer refused = begin(1, 600, "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).endsWith("/nothing-to-redrive");

        assertThat(post("/api/v1/dead-letters/letters/" + letter + "/release", "", "{\"why\":\" \"}")
                        .status())
                .isEqualTo(400);
        Answer released = post("/api/v1/dead-letters/letters/" + letter + "/release", "", "{\"why\":\"Mended.\"}");
        assertThat(released.body().get("standing").asString()).isEqualTo("OPEN");
        assertThat(plan().get("events").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select why from quarantine_release where entry = ?")
                        .param(letter)
                        .query(String.class)
                        .single())
                .isEqualTo("Mended.");
    }

    @Test
    void whoLetsALetterOutIsShownItAndOnRecord() {
        var story = Story.fresh();
        setAside(
                Topics.OFFERS,
                story.offerKey(),
                story,
                UUID.randomUUID().toString(),
                Surroundings.encode(story.offerEvent(1, OfferState.EXTENDED, null)),
                3);
        long letter = letters(1).get(0).get("id").asLong();
        assertThat(looks(letter)).isEmpty();

        Answer shown = post("/api/v1/dead-letters/letters/" + letter + "/release", "", "{\"why\":\"Mended.\"}");

        assertThat(shown.body().get("payload").get("score").isNumber()).isTrue();
        assertThat(looks(letter)).containsExactly("DEAD_LETTERS 1");
    }

    private List<String> looks(long letter) {
        return get("/api/v1/looks?id=" + letter)
                .body()
                .get("items")
                .valueStream()
                .map(look ->
                        look.get("kind").asString() + " " + look.get("events").asInt())
                .toList();
    }

    @Test
    void nothingAboutAnErasedPersonIsSentAgainNotEvenWhatWasQueuedBefore() {
        var first = Story.fresh();
        var second = Story.fresh();
        second.profile(1, StudentState.ACTIVE);
        setAside(first, UUID.randomUUID().toString(), "unreadable".getBytes(UTF_8), 1);
        letters(1);
        setAside(second, UUID.randomUUID().toString(), "unreadable".getBytes(UTF_8), 2);
        letters(2);
        Answer begun = begin(2, 1, "");
        assertThat(arrived(1).get(0).key()).isEqualTo(first.studentKey());

        second.erasure();
        await().atMost(SOON)
                .until(() -> !get("/api/v1/journeys/" + second.personId())
                        .body()
                        .path("items")
                        .isEmpty());
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from journal where topic = 'erasures' and person_id = ?")
                                .param(second.personId())
                                .query(Integer.class)
                                .single()
                        == 1);
        jdbc.sql("update redrive set due_at = created_at where id = cast(? as uuid)")
                .param(id(begun))
                .update();
        await().atMost(SOON).until(() -> states(begun).contains("REFUSED 1"));
        assertThat(arrived(0)).isEmpty();

        JsonNode plan = plan();
        assertThat(plan.get("refused").valueStream().map(each -> each.get("why").asString()))
                .containsExactly("ERASED", "IN_HAND");
        Answer stopped = post("/api/v1/dead-letters/redrives/" + id(begun) + "/stop", "", "{}");
        assertThat(stopped.body().get("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.body().get("stoppedBy").asString()).isEqualTo("test-operations");
    }
}
