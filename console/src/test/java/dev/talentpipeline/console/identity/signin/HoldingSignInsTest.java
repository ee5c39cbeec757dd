package dev.talentpipeline.console.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.talentpipeline.console.identity.signin.HoldingSignIns.Attempt;
import dev.talentpipeline.console.identity.signin.HoldingSignIns.HeldException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldingSignInsTest {

    private static final String SOMEWHERE = "203.0.113.7";

    private final MovableClock clock = new MovableClock();
    private final HoldingSignIns holding = new HoldingSignIns(new InMemoryAttempts(), clock);

    @Test
    void theWaitDoublesUpToABound() {
        assertThat(IntStream.rangeClosed(1, 12)
                        .mapToObj(Throttle.OF_ACCOUNT::waitAfter)
                        .map(Duration::toSeconds))
                .containsExactly(0L, 0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
        assertThat(Throttle.OF_ACCOUNT.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theFifthFailureHoldsTheAccountAndSaysUntilWhen() {
        fail("li", "198.51.100.1", 5);

        HeldException held = catchThrowableOfType(HeldException.class, () -> holding.begin("LI", "198.51.100.2"));

        assertThat(held.until()).isEqualTo(clock.instant().plusSeconds(30));
        assertThat(held.refusal().remedy()).isEqualTo("Try again in 30 s, at 2026-11-29T01:00:30Z.");
        assertThatCode(() -> holding.begin("wang", "198.51.100.2")).doesNotThrowAnyException();
    }

    @Test
    void waitingIsNotMadeLongerByTryingAgain() {
        fail("li", SOMEWHERE, 5);
        for (int i = 0; i < 10; i++) {
            assertThat(catchThrowableOfType(HeldException.class, () -> holding.begin("li", SOMEWHERE)))
                    .isNotNull();
        }

        clock.pass(Duration.ofSeconds(30));

        assertThatCode(() -> holding.begin("li", SOMEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void aRightPasswordForgetsTheFailuresOfTheAccountButNotOfTheAddress() {
        fail("victim", SOMEWHERE, 4);
        for (int i = 0; i < 25; i++) {
            fail("other-" + i, SOMEWHERE, 1);
            holding.succeeded(holding.begin("own", SOMEWHERE));
        }
        fail("last", SOMEWHERE, 1);

        assertThat(catchThrowableOfType(HeldException.class, () -> holding.begin("own", SOMEWHERE)))
                .isNotNull();
        assertThatCode(() -> holding.begin("own", "198.51.100.2")).doesNotThrowAnyException();
    }

    @Test
    void aProxyOnThisMachineIsNotTakenForOnePerson() {
        for (int i = 0; i < 200; i++) {
            fail("account-" + i, "127.0.0.1", 1);
            fail("account-" + i, "0:0:0:0:0:0:0:1", 1);
        }

        assertThatCode(() -> holding.begin("li", "127.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void linksByMailAreHeldByWhomTheyAreForAndByWhoAsks() {
        for (int i = 0; i < 3; i++) {
            holding.beginLink("hash-of-li", "198.51.100." + i);
        }

        HeldException ofOne =
                catchThrowableOfType(HeldException.class, () -> holding.beginLink("hash-of-li", "198.51.100.9"));
        assertThat(ofOne.waitSeconds()).isEqualTo(120);
        for (int i = 0; i < 30; i++) {
            holding.beginLink("hash-" + i, SOMEWHERE);
        }
        HeldException ofAddress =
                catchThrowableOfType(HeldException.class, () -> holding.beginLink("hash-of-wang", SOMEWHERE));
        assertThat(ofAddress.waitSeconds()).isEqualTo(30);
        assertThatCode(() -> holding.beginLink("hash-of-wang", "198.51.100.9")).doesNotThrowAnyException();
    }

    @Test
    void looksAtClaimLinksAreCountedApartFromClaimsAndTenTimesAsManyAreFree() {
        for (int i = 0; i < 600; i++) {
            holding.beginLook(SOMEWHERE);
        }
        HeldException looking = catchThrowableOfType(HeldException.class, () -> holding.beginLook(SOMEWHERE));

        assertThat(looking.waitSeconds()).isEqualTo(10);
        for (int i = 0; i < 60; i++) {
            holding.beginClaim(SOMEWHERE);
        }
        assertThat(catchThrowableOfType(HeldException.class, () -> holding.beginClaim(SOMEWHERE)))
                .isNotNull();
        clock.pass(Duration.ofSeconds(10));
        holding.beginLook(SOMEWHERE);
        holding.sawTheirLink(SOMEWHERE);
        assertThatCode(() -> holding.beginLook(SOMEWHERE))
                .as("a link of somebody takes nothing")
                .doesNotThrowAnyException();
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
        fail("li", SOMEWHERE, 4);
        clock.pass(Duration.ofHours(1));
        fail("li", SOMEWHERE, 4);

        assertThatCode(() -> holding.begin("li", SOMEWHERE)).doesNotThrowAnyException();
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            Attempt attempt = holding.begin(name, address);
            assertThat(attempt.name()).isEqualTo(name);
        }
    }

    private static final class InMemoryAttempts implements Attempts {

        private record Count(int failures, Instant heldUntil, Instant forgottenAt) {}

        private final Map<String, Count> counts = new HashMap<>();

        @Override
        public @Nullable Instant begin(Counted counted, String key, Throttle throttle, Instant now) {
            Count before = counts.get(counted + key);
            if (before != null && now.isBefore(before.heldUntil())) {
                return before.heldUntil();
            }
            int failures = before == null || !now.isBefore(before.forgottenAt()) ? 1 : before.failures() + 1;
            counts.put(
                    counted + key,
                    new Count(failures, now.plus(throttle.waitAfter(failures)), now.plus(throttle.forgottenAfter())));
            return null;
        }

        @Override
        public void takeBack(Counted counted, String key) {
            counts.computeIfPresent(
                    counted + key, (k, count) -> new Count(count.failures() - 1, Instant.MIN, count.forgottenAt()));
        }

        @Override
        public void forget(Counted counted, String key) {
            counts.remove(counted + key);
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-29T01:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
