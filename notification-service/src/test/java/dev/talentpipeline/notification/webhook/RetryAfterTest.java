package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.notification.webhook.Reply.Answered;
import dev.talentpipeline.notification.webhook.Reply.Trouble;
import dev.talentpipeline.notification.webhook.Reply.Unanswered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2027-03-08T03:10:05Z");
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Retries RETRIES = new Retries(Duration.ofSeconds(5), LONGEST);

    @Test
    void isReadInSecondsAndAsATime() {
        assertThat(asked(429, "120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(asked(503, " Mon, 8 Mar 2027 03:20:05 GMT")).isEqualTo(Duration.ofMinutes(10));
        assertThat(asked(503, "Mon, 8 Mar 2027 03:00:05 GMT")).isZero();
    }

    @Test
    void isNoLongerThanTheLongestWait() {
        assertThat(asked(503, "999999999")).isEqualTo(LONGEST);
        assertThat(asked(429, "Sun, 8 Mar 2037 03:00:05 GMT")).isEqualTo(LONGEST);
    }

    @Test
    void isNothingWhereItCannotBeReadOrSaysNothingOfTheLoad() {
        assertThat(asked(429, null)).isZero();
        assertThat(asked(429, "soon")).isZero();
        assertThat(asked(429, "-5")).isZero();
        assertThat(asked(429, "99999999999999999999")).isZero();
        assertThat(asked(500, "120")).isZero();
        assertThat(asked(200, "120")).isZero();
        assertThat(RetryAfter.of(new Unanswered(Trouble.TIMEOUT), NOW, LONGEST)).isZero();
    }

    @Test
    void putsOffTheMessageAndItsEndpointAndShortensNoWait() {
        assertThat(waitAfter(new Answered(429, "", "3600"))).isEqualTo(Duration.ofHours(1));
        assertThat(waitAfter(new Answered(429, "", "1"))).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(5));
        assertThat(waitAfter(new Answered(500, "", "3600"))).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    private static Duration waitAfter(Reply reply) {
        Claim claim = new Claim(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "company",
                URI.create("https://hooks.company.example/"),
                EndpointKind.STANDARD,
                null,
                List.of(),
                UUID.randomUUID(),
                "{}",
                0,
                null,
                NOW,
                0,
                null);
        Settlement settlement =
                Settlement.of(claim, Attempt.of(1, NOW, 0, reply), reply, RETRIES, Duration.ofDays(5), new Random(7));
        assertThat(settlement.state()).isEqualTo(Message.State.PENDING);
        Duration ofEndpoint = Duration.between(NOW, settlement.notBefore());
        assertThat(Duration.between(NOW, settlement.nextAttemptAt())
                        .minus(ofEndpoint)
                        .abs())
                .isLessThanOrEqualTo(Duration.ofMillis(2_500));
        return ofEndpoint;
    }

    private static Duration asked(int status, @Nullable String header) {
        return RetryAfter.of(new Answered(status, "", header), NOW, LONGEST);
    }
}
