package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.notification.inbox.InboxPages;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads notices page by page along an index, however long the list is. */
@Component
final class PostgresInboxPages implements InboxPages {

    private final JdbcClient jdbc;

    PostgresInboxPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> page(Selection selection, @Nullable Position after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (selection.personId() != null) {
            conditions.add("person_id = :person");
            parameters.put("person", selection.personId());
        }
        if (!selection.waiting()) {
            conditions.add("released_at is not null");
        }
        if (after != null) {
            conditions.add("(created_at, notice_id) < (:createdAt, :id)");
            parameters.put("createdAt", Timestamp.from(after.createdAt()));
            parameters.put("id", after.id());
        }
        parameters.put("limit", limit);
        return jdbc.sql("select * from notices where " + String.join(" and ", conditions)
                        + " order by created_at desc, notice_id desc limit :limit")
                .params(parameters)
                .query((row, number) -> NoticeRows.entry(row))
                .list();
    }
}
