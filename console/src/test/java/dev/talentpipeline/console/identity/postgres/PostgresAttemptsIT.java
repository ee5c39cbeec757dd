package dev.talentpipeline.console.identity.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.identity.People;
import dev.talentpipeline.console.identity.signin.Attempts;
import dev.talentpipeline.console.identity.signin.Attempts.Counted;
import dev.talentpipeline.console.identity.signin.Throttle;
import dev.talentpipeline.stack.Database;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PostgresAttemptsIT {

    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    private final Attempts attempts = attempts();

    /** The clock is read before the row is locked, so that of two at once the one that comes second may have read it first. */
    @Test
    void whoAskedAMomentEarlierAndComesAfterIsNotHeld() {
        assertThat(attempts.begin(Counted.CLIENT, "two-at-once", Throttle.OF_CLIENT, NOW))
                .isNull();
        assertThat(attempts.begin(Counted.CLIENT, "two-at-once", Throttle.OF_CLIENT, NOW.minusMillis(1)))
                .isNull();
    }

    @Test
    void afterTheFreeOnesTheNextIsHeldUntilTheWaitIsOver() {
        for (int i = 0; i < Throttle.OF_CLIENT.free(); i++) {
            assertThat(attempts.begin(Counted.CLIENT, "guessed", Throttle.OF_CLIENT, NOW))
                    .isNull();
        }
        Instant until = NOW.plus(Throttle.OF_CLIENT.first());

        assertThat(attempts.begin(Counted.CLIENT, "guessed", Throttle.OF_CLIENT, until.minusMillis(1)))
                .isEqualTo(until);
        assertThat(attempts.begin(Counted.CLIENT, "guessed", Throttle.OF_CLIENT, until))
                .isNull();
    }

    private static Attempts attempts() {
        People.console();
        Database server = Infrastructure.sharedDatabase();
        var connections =
                new DriverManagerDataSource(server.jdbcUrl(People.DATABASE), server.username(), server.password());
        return new PostgresAttempts(JdbcClient.create(connections), new JdbcTransactionManager(connections));
    }
}
