package dev.talentpipeline.notification.webhook.postgres;

import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.webhook.Attempt;
import dev.talentpipeline.notification.webhook.Endpoint;
import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.EndpointKind;
import dev.talentpipeline.notification.webhook.Message;
import dev.talentpipeline.notification.webhook.Reply.Trouble;
import dev.talentpipeline.notification.webhook.Secret;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as what they stand for. */
final class WebhookRows {

    private WebhookRows() {}

    static Endpoint endpoint(ResultSet row) throws SQLException {
        String disabled = row.getString("disabled");
        return new Endpoint(
                id(row, "endpoint_id"),
                row.getString("organisation"),
                row.getLong("version"),
                new Address(
                        URI.create(row.getString("url")),
                        EndpointKind.valueOf(row.getString("kind")),
                        Language.valueOf(row.getString("language")),
                        row.getString("robot_secret")),
                disabled == null ? null : Disabling.valueOf(disabled),
                time(row, "disabled_at"),
                time(row, "failing_since"),
                at(row, "created_at"),
                at(row, "changed_at"));
    }

    static Secret secret(ResultSet row) throws SQLException {
        return new Secret(row.getString("secret"), at(row, "created_at"), time(row, "expires_at"));
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                id(row, "message_id"),
                id(row, "endpoint_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getLong("subject_version"),
                row.getString("person_id"),
                row.getString("body"),
                Message.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                at(row, "created_at"),
                at(row, "next_attempt_at"),
                time(row, "settled_at"));
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        return new Attempt(
                row.getInt("number"),
                at(row, "at"),
                row.getInt("duration_ms"),
                row.getObject("status", Integer.class),
                trouble == null ? null : Trouble.valueOf(trouble),
                row.getString("answer"));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    static @Nullable Timestamp time(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
