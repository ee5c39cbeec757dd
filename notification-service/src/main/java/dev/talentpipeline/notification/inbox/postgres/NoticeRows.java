package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.notification.inbox.Facts;
import dev.talentpipeline.notification.inbox.InboxPages.Entry;
import dev.talentpipeline.notification.inbox.MeetingReading;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.Opening;
import dev.talentpipeline.notification.inbox.PlacementReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code notices}; facts and opening are JSON in them. */
final class NoticeRows {

    /** Of its own, so that no setting made for HTTP changes what is stored. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NoticeRows() {}

    static String json(Record value) {
        return JSON.writeValueAsString(value);
    }

    static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("notice_id", UUID.class),
                NoticeKind.ofCode(row.getString("kind")),
                row.getString("person_id"),
                row.getString("subject"),
                row.getLong("subject_version"),
                row.getString("programme_id"),
                row.getString("internship_id"),
                JSON.readValue(row.getString("facts"), Facts.class),
                row.getTimestamp("created_at").toInstant());
    }

    static PlacementReading reading(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("reading"), PlacementReading.class);
    }

    static MeetingReading meeting(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("reading"), MeetingReading.class);
    }

    static Entry entry(ResultSet row) throws SQLException {
        String opening = row.getString("opening");
        return new Entry(
                notice(row),
                opening == null ? null : JSON.readValue(opening, Opening.class),
                instant(row.getTimestamp("released_at")),
                instant(row.getTimestamp("read_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
