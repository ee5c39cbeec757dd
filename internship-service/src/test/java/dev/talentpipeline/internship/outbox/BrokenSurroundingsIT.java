package dev.talentpipeline.internship.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Broker and database are killed under the running service: nothing that was acknowledged is lost, and all heals by itself. */
@RunningService
class BrokenSurroundingsIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    /** So many that with six partitions it would be strange if one had none. */
    private static final int PROGRAMMES_ON_EVERY_PARTITION = 20;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Test
    void requestsAreAnsweredWhileTheBrokerIsDownAndToldWhenItIsBack() {
        String programme = market.programme();
        assertThat(names(programme, 1)).hasSize(1);
        Infrastructure.shared().broker().kill();
        try {
            assertThat(rename(programme, "Told later").status()).isEqualTo(200);
        } finally {
            Infrastructure.shared().broker().start();
        }
        assertThat(names(programme, 2)).hasSize(2);
        // What others write is read again too, on whatever partition it is.
        for (int i = 0; i < PROGRAMMES_ON_EVERY_PARTITION; i++) {
            String another = market.programme();
            market.offer(another, market.student(another), market.internship(another));
        }
    }

    @Test
    void aDatabaseThatComesBackFindsProposalsWaitingAndEverythingAcknowledgedTold() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        // The registry lives in the same database, so whoever writes must have asked it for the schema before.
        market.offer(programme, market.student(programme), internship);
        var proposal = Matcher.proposal(programme, 1, student.id(), internship);
        Infrastructure.shared().database().kill();
        try {
            // A request is told to come again, and a proposal waits: neither is lost, and none is a dead letter.
            matcher.emit(proposal);
            Api.Answer refused = enter(programme, "second");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("type")).endsWith("/temporarily-unavailable");
        } finally {
            Infrastructure.shared().database().start();
        }
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> enter(programme, "second").status() == 201);
        try (TopicReader reader = new TopicReader("student-profiles")) {
            assertThat(reader.ids(TopicReader.programme(programme), 3)).hasSize(3);
        }
        market.awaitState(proposal.getOfferId(), "EXTENDED");
    }

    private Api.Answer enter(String programme, String number) {
        return participants
                .university(Market.UNIVERSITY)
                .put("/programmes/%s/students/%s".formatted(programme, number), Bodies.student());
    }

    private Api.Answer rename(String programme, String name) {
        return participants
                .university(Market.UNIVERSITY)
                .put("/programmes/" + programme, Bodies.with(Bodies.programme(), "name", name));
    }

    private static Set<String> names(String programme, int count) {
        try (TopicReader reader = new TopicReader("programmes")) {
            return reader.ids(TopicReader.programme(programme), count);
        }
    }
}
