package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.stack.client.PipelineClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** A short form of the proof {@code kills}, which is a command of its own. */
@Isolated("A service is killed that all others need.")
class RestartIT {

    private final RunningStack stack = RunningStack.shared();

    @Test
    void whatWasAcknowledgedWhileTheMatcherWasDeadIsMatchedAfterItsRestartAndMailedOnce() {
        // given
        PipelineClient client = stack.client();
        Season season = Season.open(client, Map.of("clearingInterval", "PT0.2S"));
        season.postInternship("R1", Map.of("seats", 20));
        for (int i = 0; i < 10; i++) {
            season.postStudent("B" + i, Map.of("email", "b" + i + "@" + season.programme() + ".example.org"));
        }

        // when
        stack.launcher().run("kill", "matching-service");
        for (int i = 10; i < 20; i++) {
            season.postStudent("B" + i, Map.of("email", "b" + i + "@" + season.programme() + ".example.org"));
        }
        stack.launcher().run("restart", "matching-service");

        // then
        List<JsonNode> offers = await().atMost(Duration.ofSeconds(90))
                .until(() -> season.offers("state=EXTENDED&limit=100"), found -> found.size() == 20);
        assertThat(offers.stream().map(offer -> offer.get("student").asString()).distinct())
                .hasSize(20);
        Map<String, Integer> mails = await().atMost(Duration.ofSeconds(60))
                .until(() -> mailsByAddress(client, season), byAddress -> byAddress.size() == 20);
        assertThat(mails.values()).containsOnly(1);
    }

    private static Map<String, Integer> mailsByAddress(PipelineClient client, Season season) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode mail : new CapturedMail(client.stack().mail()).all()) {
            String to = mail.get("to").isArray()
                    ? mail.get("to").get(0).asString()
                    : mail.get("to").asString();
            if (to.contains(season.programme())) {
                counts.merge(to, 1, Integer::sum);
            }
        }
        return counts;
    }
}
