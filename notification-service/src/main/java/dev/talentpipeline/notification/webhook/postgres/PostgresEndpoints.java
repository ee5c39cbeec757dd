package dev.talentpipeline.notification.webhook.postgres;

import dev.talentpipeline.notification.webhook.Endpoint;
import dev.talentpipeline.notification.webhook.Endpoints;
import dev.talentpipeline.notification.webhook.Secret;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Endpoints and their secrets in their tables. */
@Component
final class PostgresEndpoints implements Endpoints {

    private final JdbcClient jdbc;

    PostgresEndpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Endpoint endpoint) {
        jdbc.sql("""
                        insert into webhook_endpoints
                            (endpoint_id, organisation, version, url, kind, language, robot_secret, created_at, changed_at, not_before)
                        values (:id, :organisation, :version, :url, :kind, :language, :robotSecret, :created, :changed, :created)
                        """)
                .params(values(endpoint))
                .param("robotSecret", endpoint.address().robotSecret())
                .param("organisation", endpoint.organisation())
                .param("created", Timestamp.from(endpoint.createdAt()))
                .update();
    }

    @Override
    public Optional<Endpoint> find(UUID id) {
        return find(id, "");
    }

    @Override
    public Optional<Endpoint> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<Endpoint> find(UUID id, String lock) {
        return jdbc.sql("select * from webhook_endpoints where endpoint_id = :id" + lock)
                .param("id", id)
                .query((row, number) -> WebhookRows.endpoint(row))
                .optional();
    }

    @Override
    public int lockCount(String organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('webhooks of ' || :organisation, 0))")
                .param("organisation", organisation)
                .query((row, number) -> number)
                .single();
        return jdbc.sql("select count(*) from webhook_endpoints where organisation = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    @Override
    public void change(Endpoint endpoint) {
        jdbc.sql("""
                        update webhook_endpoints
                        set version = :version, url = :url, kind = :kind, language = :language, robot_secret = :robotSecret,
                            changed_at = :changed,
                            disabled = :disabled, disabled_at = :disabledAt
                        where endpoint_id = :id
                        """)
                .params(values(endpoint))
                .param("robotSecret", endpoint.address().robotSecret())
                .param("disabled", WebhookRows.name(endpoint.disabled()))
                .param("disabledAt", WebhookRows.time(endpoint.disabledAt()))
                .update();
    }

    @Override
    public void enable(Endpoint endpoint, Instant now) {
        change(endpoint);
        jdbc.sql("""
                        update webhook_endpoints set failures = 0, failing_since = null, not_before = :now where endpoint_id = :id
                        """)
                .param("now", Timestamp.from(now))
                .param("id", endpoint.id())
                .update();
    }

    private static Map<String, Object> values(Endpoint endpoint) {
        return Map.of(
                "id", endpoint.id(),
                "version", endpoint.version(),
                "url", endpoint.address().url().toString(),
                "kind", endpoint.address().kind().name(),
                "language", endpoint.address().language().name(),
                "changed", Timestamp.from(endpoint.changedAt()));
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("delete from webhook_endpoints where endpoint_id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public List<Endpoint> page(@Nullable String organisation, @Nullable UUID after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (organisation != null) {
            conditions.add("organisation = :organisation");
            parameters.put("organisation", organisation);
        }
        if (after != null) {
            conditions.add("endpoint_id > :after");
            parameters.put("after", after);
        }
        parameters.put("limit", limit);
        return jdbc.sql("select * from webhook_endpoints where " + String.join(" and ", conditions)
                        + " order by endpoint_id limit :limit")
                .params(parameters)
                .query((row, number) -> WebhookRows.endpoint(row))
                .list();
    }

    @Override
    public List<Endpoint> enabledOf(Collection<String> organisations) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from webhook_endpoints where organisation in (:organisations) and disabled is null
                        order by endpoint_id for key share
                        """)
                .param("organisations", organisations)
                .query((row, number) -> WebhookRows.endpoint(row))
                .list();
    }

    @Override
    public List<Secret> secrets(UUID id) {
        return jdbc.sql(
                        "select * from webhook_secrets where endpoint_id = :id order by created_at, expires_at nulls last")
                .param("id", id)
                .query((row, number) -> WebhookRows.secret(row))
                .list();
    }

    @Override
    public void forgetSecretsBefore(Instant time) {
        jdbc.sql("delete from webhook_secrets where expires_at < :before")
                .param("before", Timestamp.from(time))
                .update();
    }

    @Override
    public void keepSecrets(UUID id, List<Secret> secrets) {
        jdbc.sql("delete from webhook_secrets where endpoint_id = :id")
                .param("id", id)
                .update();
        for (Secret secret : secrets) {
            jdbc.sql("""
                            insert into webhook_secrets (endpoint_id, secret, created_at, expires_at)
                            values (:id, :secret, :created, :expires)
                            """)
                    .param("id", id)
                    .param("secret", secret.value())
                    .param("created", Timestamp.from(secret.createdAt()))
                    .param("expires", WebhookRows.time(secret.expiresAt()))
                    .update();
        }
    }
}
