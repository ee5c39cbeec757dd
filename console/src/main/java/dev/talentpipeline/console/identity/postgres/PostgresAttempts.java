package dev.talentpipeline.console.identity.postgres;

import dev.talentpipeline.console.identity.signin.Attempts;
import dev.talentpipeline.console.identity.signin.Throttle;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts under the lock of the key's row, so that attempts made at once take turns. */
@Component
final class PostgresAttempts implements Attempts {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    PostgresAttempts(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(manager);
    }

    private record Count(int failures, @Nullable Instant heldUntil) {}

    @Override
    public @Nullable Instant begin(Counted counted, String key, Throttle throttle, Instant now) {
        jdbc.sql("""
                        delete from sign_in_attempt where (counted, key) in
                            (select counted, key from sign_in_attempt where forgotten_at <= :now and key <> :key
                             for update skip locked)
                        """).param("now", Timestamp.from(now)).param("key", key).update();
        return transactions.execute(status -> counted(counted, key, throttle, now));
    }

    private @Nullable Instant counted(Counted counted, String key, Throttle throttle, Instant now) {
        Count before = jdbc.sql("""
                        insert into sign_in_attempt (counted, key, failures, forgotten_at)
                        values (:counted, :key, 0, :forgottenAt)
                        on conflict (counted, key) do update
                        set failures = case when sign_in_attempt.forgotten_at <= :now then 0
                                else sign_in_attempt.failures end
                        returning failures, held_until
                        """)
                .param("counted", counted.name())
                .param("key", key)
                .param("now", Timestamp.from(now))
                .param("forgottenAt", Timestamp.from(now.plus(throttle.forgottenAfter())))
                .query((row, index) -> new Count(row.getInt("failures"), instant(row.getTimestamp("held_until"))))
                .single();
        if (before.heldUntil() != null && now.isBefore(before.heldUntil())) {
            return before.heldUntil();
        }
        int failures = before.failures() + 1;
        Duration wait = throttle.waitAfter(failures);
        // No wait is no time at all: who asked a moment earlier and comes after would else be held until now.
        Timestamp heldUntil = wait.isZero() ? null : Timestamp.from(now.plus(wait));
        jdbc.sql("""
                        update sign_in_attempt
                        set failures = :failures, held_until = cast(:heldUntil as timestamptz), forgotten_at = :forgottenAt
                        where counted = :counted and key = :key
                        """)
                .param("counted", counted.name())
                .param("key", key)
                .param("failures", failures)
                .param("heldUntil", heldUntil)
                .param("forgottenAt", Timestamp.from(now.plus(throttle.forgottenAfter())))
                .update();
        return null;
    }

    @Override
    public void takeBack(Counted counted, String key) {
        jdbc.sql("""
                        update sign_in_attempt set failures = greatest(failures - 1, 0), held_until = null
                        where counted = :counted and key = :key
                        """).param("counted", counted.name()).param("key", key).update();
    }

    @Override
    public void forget(Counted counted, String key) {
        jdbc.sql("delete from sign_in_attempt where counted = :counted and key = :key")
                .param("counted", counted.name())
                .param("key", key)
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
