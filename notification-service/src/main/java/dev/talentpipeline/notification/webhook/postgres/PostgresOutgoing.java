package dev.talentpipeline.notification.webhook.postgres;

import dev.talentpipeline.notification.webhook.Attempt;
import dev.talentpipeline.notification.webhook.Claim;
import dev.talentpipeline.notification.webhook.EndpointKind;
import dev.talentpipeline.notification.webhook.Outgoing;
import dev.talentpipeline.notification.webhook.Secret;
import dev.talentpipeline.notification.webhook.Settlement;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Claims and settlements. The claim stands in the endpoint's row, so it holds in all processes and outlives the one that made it. */
@Component
final class PostgresOutgoing implements Outgoing {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    PostgresOutgoing(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Optional<Claim> claim(UUID token, Instant now, Instant until, Full full) {
        return transaction.execute(status -> {
            Optional<Claim> claim = claimNext(token, now, until, full);
            if (claim.isEmpty()) {
                // Its message was given up a moment ago: the endpoint is not held for nothing.
                status.setRollbackOnly();
            }
            return claim;
        });
    }

    private Optional<Claim> claimNext(UUID token, Instant now, Instant until, Full full) {
        // Locks no key, as whoever writes a message holds on to the key only. Under a limit a message takes its share
        // of a minute; what was left over lasts for 5 seconds, longer than the wait between two looks. Nobody waits
        // for a claim to reach the disk: one that the database loses is made again, for what was under way.
        Optional<UUID> endpoint = jdbc.sql("""
                        with claimed as (
                            update webhook_endpoints set claim = :token, claimed_until = :until
                            where endpoint_id = (
                                select due.endpoint_id from webhook_endpoints due
                                where due.disabled is null and due.not_before <= :now
                                    and (due.claimed_until is null or due.claimed_until <= :now)
                                    and (select brake_lets('WEBHOOK', :now))
                                    and due.organisation <> all(:organisations) and due.host <> all(:hosts)
                                    and exists (
                                        select from webhook_messages message
                                        where message.endpoint_id = due.endpoint_id and message.state = 'PENDING'
                                            and message.next_attempt_at <= :now)
                                order by due.not_before, due.endpoint_id
                                limit 1
                                for no key update skip locked)
                            returning endpoint_id),
                        counted as (
                            update brakes
                            set next_at = greatest(next_at, :now::timestamptz - interval '5 seconds') + interval '1 minute' / per_minute
                            where outlet = 'WEBHOOK' and per_minute is not null and exists (select from claimed))
                        select endpoint_id from claimed, (select set_config('synchronous_commit', 'off', true)) not_awaited
                        """)
                .param("token", token)
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .param("organisations", full.organisations().toArray(String[]::new))
                .param("hosts", full.hosts().toArray(String[]::new))
                .query(UUID.class)
                .optional();
        return endpoint.flatMap(id -> claimed(id, token, now));
    }

    private Optional<Claim> claimed(UUID endpoint, UUID token, Instant now) {
        List<Secret> secrets = jdbc.sql("""
                        select * from webhook_secrets where endpoint_id = :endpoint and (expires_at is null or expires_at > :now)
                        order by expires_at desc nulls first
                        """)
                .param("endpoint", endpoint)
                .param("now", Timestamp.from(now))
                .query((row, number) -> WebhookRows.secret(row))
                .list();
        return jdbc.sql("""
                        select * from webhook_messages join webhook_endpoints using (endpoint_id)
                        where endpoint_id = :endpoint and state = 'PENDING' and next_attempt_at <= :now
                        order by next_attempt_at, message_id limit 1
                        """)
                .param("endpoint", endpoint)
                .param("now", Timestamp.from(now))
                .query((row, number) -> claim(row, token, secrets))
                .optional();
    }

    private static Claim claim(ResultSet row, UUID token, List<Secret> secrets) throws SQLException {
        return new Claim(
                token,
                WebhookRows.id(row, "endpoint_id"),
                row.getString("organisation"),
                URI.create(row.getString("url")),
                EndpointKind.valueOf(row.getString("kind")),
                row.getString("robot_secret"),
                secrets,
                WebhookRows.id(row, "message_id"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getString("traceparent"),
                WebhookRows.at(row, "tried_since"),
                row.getInt("failures"),
                WebhookRows.time(row, "failing_since"));
    }

    @Override
    public boolean settle(Claim claim, Settlement settlement) {
        return transaction.execute(status -> write(claim, settlement));
    }

    /** What became of a message whose claim was let go: both are there, or else the claim did not hold any more or the message was removed. */
    private record Noted(boolean held, boolean there) {}

    /** Lets go of the endpoint and notes the message's state. Whoever was disabled while the message was under way gave up what is pending, and this with it. */
    private Noted letGo(Claim claim, Settlement settlement, Timestamp settledAt) {
        return jdbc.sql("""
                        with free as (
                            update webhook_endpoints
                            set claim = null, claimed_until = null, failures = :failures, failing_since = :failingSince, not_before = :notBefore
                            where endpoint_id = :endpoint and claim = :token
                            returning disabled),
                        noted as (
                            update webhook_messages
                            set state = outcome.state, attempts = :number, next_attempt_at = :next,
                                settled_at = case when outcome.state = 'PENDING' then null else :settledAt::timestamptz end
                            from (
                                select case when :state = 'PENDING' and disabled is not null then 'FAILED' else :state end as state
                                from free) outcome
                            where message_id = :message
                            returning message_id)
                        select exists (select from free) as held, exists (select from noted) as there
                        """)
                .param("failures", settlement.failures())
                .param("failingSince", WebhookRows.time(settlement.failingSince()))
                .param("notBefore", Timestamp.from(settlement.notBefore()))
                .param("endpoint", claim.endpointId())
                .param("token", claim.token())
                .param("state", settlement.state().name())
                .param("number", settlement.attempt().number())
                .param("next", Timestamp.from(settlement.nextAttemptAt()))
                .param("settledAt", settledAt)
                .param("message", claim.messageId())
                .query((row, number) -> new Noted(row.getBoolean("held"), row.getBoolean("there")))
                .single();
    }

    private boolean write(Claim claim, Settlement settlement) {
        Attempt attempt = settlement.attempt();
        Timestamp settledAt = Timestamp.from(attempt.at().plusMillis(attempt.durationMs()));
        Noted noted = letGo(claim, settlement, settledAt);
        if (!noted.held()) {
            return false;
        }
        if (noted.there()) {
            // A statement of its own, which sees that the person was erased while the message was waited for.
            jdbc.sql("""
                            insert into webhook_attempts (message_id, number, at, duration_ms, status, trouble, answer)
                            select message_id, :number, :at, :duration, :status, :trouble,
                                case when not exists (
                                    select from contacts erased where erased.person_id = message.person_id and erased.erased)
                                then :answer end
                            from webhook_messages message where message_id = :message
                            """)
                    .param("message", claim.messageId())
                    .param("number", attempt.number())
                    .param("at", Timestamp.from(attempt.at()))
                    .param("duration", attempt.durationMs())
                    .param("status", attempt.status())
                    .param("trouble", WebhookRows.name(attempt.trouble()))
                    .param("answer", attempt.answer())
                    .update();
        }
        if (settlement.disabled() != null) {
            disable(claim, settlement.disabled().name(), settledAt);
        }
        return noted.there();
    }

    private void disable(Claim claim, String why, Timestamp at) {
        jdbc.sql("""
                        update webhook_endpoints
                        set disabled = :why, disabled_at = :at, version = version + 1, changed_at = :at
                        where endpoint_id = :endpoint and disabled is null
                        """)
                .param("why", why)
                .param("at", at)
                .param("endpoint", claim.endpointId())
                .update();
        jdbc.sql("""
                        update webhook_messages set state = 'FAILED', settled_at = :at
                        where endpoint_id = :endpoint and state = 'PENDING'
                        """).param("at", at).param("endpoint", claim.endpointId()).update();
    }
}
