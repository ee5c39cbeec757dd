package dev.talentpipeline.stack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

class BackOffTest {

    private static final BackOff THREE_TIMES = new BackOff(3, Duration.ofMillis(1), Duration.ofMillis(2));

    @Test
    void repeatsWhatFailedForTheMoment() {
        Script script = new Script(List.of(refusedConnection(), () -> reply(503), () -> reply(200)));

        assertThat(THREE_TIMES.untilAnswered(script).status()).isEqualTo(200);
        assertThat(script.left()).isZero();
    }

    @Test
    void takesARefusalForAnAnswer() {
        Script script = new Script(List.of(() -> reply(429), () -> reply(422), () -> reply(200)));

        assertThat(THREE_TIMES.untilAnswered(script).status()).isEqualTo(422);
        assertThat(script.left()).isEqualTo(1);
    }

    @Test
    void givesTheLastAnswerWhenItHasTriedOftenEnough() {
        Script script = new Script(List.of(() -> reply(500), () -> reply(502), () -> reply(503), () -> reply(200)));

        assertThat(THREE_TIMES.untilAnswered(script).status()).isEqualTo(503);
        assertThat(script.left()).isEqualTo(1);
    }

    @Test
    void throwsTheLastFailureWhenItHasTriedOftenEnough() {
        Script script = new Script(List.of(refusedConnection(), refusedConnection(), refusedConnection()));

        assertThatThrownBy(() -> THREE_TIMES.untilAnswered(script))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(script.left()).isZero();
    }

    @Test
    void waitsForAConsoleThatGivesNoTokensYetButNotForOneThatRefusesThem() {
        Script starting = new Script(List.of(noToken(503), () -> reply(200)));
        Script refusing = new Script(List.of(noToken(401), () -> reply(200)));

        assertThat(THREE_TIMES.untilAnswered(starting).status()).isEqualTo(200);
        assertThatThrownBy(() -> THREE_TIMES.untilAnswered(refusing)).isInstanceOf(TokenRefusedException.class);
    }

    private static Supplier<Reply> refusedConnection() {
        return () -> {
            throw new UncheckedIOException(new ConnectException());
        };
    }

    private static Supplier<Reply> noToken(int status) {
        return () -> {
            throw new TokenRefusedException("client", reply(status));
        };
    }

    private static Reply reply(int status) {
        return new Reply(status, MissingNode.getInstance(), HttpHeaders.of(Map.of(), (name, value) -> true));
    }

    /** Answers in the given order. */
    private static final class Script implements Supplier<Reply> {

        private final Deque<Supplier<Reply>> steps;

        Script(List<Supplier<Reply>> steps) {
            this.steps = new ArrayDeque<>(steps);
        }

        @Override
        public Reply get() {
            return steps.pop().get();
        }

        int left() {
            return steps.size();
        }
    }
}
