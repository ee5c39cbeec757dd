package dev.talentpipeline.monitoring.redrive.postgres;

import dev.talentpipeline.monitoring.deadletter.Selection;
import dev.talentpipeline.monitoring.deadletter.Standing;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

/**
 * Which dead letters are meant, as conditions on a row of the journal named {@code letter}. How a letter stands follows from what became of it when it was sent again last.
 *
 * @param sql begins with {@code where}
 */
record LetterFilter(String sql, Map<String, Object> parameters) {

    static final String SOURCE =
            "left(letter.topic, length(letter.topic) - length('-' || letter.dead_group || '-dlt'))";

    /** Needs {@code last}, the latest sending, and {@code quarantine} beside the letter. */
    static final String STANDING = """
            case when quarantine.entry is not null then 'QUARANTINED'
                when last.state in ('QUEUED', 'SENT') then 'IN_HAND'
                when last.state in ('APPLIED', 'DROPPED') then 'SETTLED'
                else 'OPEN' end""";

    static final String BESIDE = """
            left join lateral (
                select sent.state, sent.redrive from redrive_record sent where sent.entry = letter.entry
                order by sent.id desc limit 1) last on true
            left join quarantine on quarantine.entry = letter.entry
            """;

    static LetterFilter of(Selection selection) {
        StringBuilder sql = new StringBuilder("where letter.dead_group is not null");
        Map<String, Object> parameters = new HashMap<>();
        if (!selection.ids().isEmpty()) {
            sql.append(" and letter.entry = any(:ids)");
            parameters.put("ids", selection.ids().toArray(Long[]::new));
        }
        String topic = selection.topic();
        if (topic != null) {
            sql.append(" and ").append(SOURCE).append(" = :topic");
            parameters.put("topic", topic);
        }
        String group = selection.group();
        if (group != null) {
            sql.append(" and letter.dead_group = :group");
            parameters.put("group", group);
        }
        String cause = selection.cause();
        if (cause != null) {
            sql.append(" and letter.dead_cause = :cause");
            parameters.put("cause", cause);
        }
        String reason = selection.reason();
        if (reason != null) {
            sql.append(" and letter.dead_reason = :reason");
            parameters.put("reason", reason);
        }
        if (selection.from() != null) {
            sql.append(" and letter.recorded_at >= :from");
            parameters.put("from", Timestamp.from(selection.from()));
        }
        if (selection.until() != null) {
            sql.append(" and letter.recorded_at < :until");
            parameters.put("until", Timestamp.from(selection.until()));
        }
        Standing standing = selection.standing();
        if (standing != null) {
            sql.append(" and ").append(STANDING).append(" = :standing");
            parameters.put("standing", standing.name());
        }
        return new LetterFilter(sql.toString(), parameters);
    }
}
