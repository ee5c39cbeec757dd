package dev.talentpipeline.benchmarks.search;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal of a running stack, filled up with more events about the students of a programme, as if each had many offers and were told of them. They stand on a partition that the topics do not have,
 * so that nobody goes along with them, and are taken out again when this is closed.
 */
final class FilledJournal implements AutoCloseable {

    private static final int NOBODYS = 99;
    private static final int STUDENTS_AT_ONCE = 2_000;

    private static final String EVENTS = """
        insert into journal (topic, partition, "offset", content, event_id, event_type, source, key, version, occurred_at, recorded_at,
            correlation_id, causation_id, trace_id, schema_id, entity_kind, entity_id, person_id, state, payload)
        select case step %% 4 when 0 then 'notices' else 'offers' end, %d, profile.entry * 1000 + step, 'EVENT', id.event,
            'dev.talentpipeline.events.' || case step %% 4 when 0 then 'Notice' else 'Offer' end, 'internship-service',
            split_part(profile.key, '/', 1) || '/' || id.entity, step %% 4 + 1, profile.occurred_at + step * interval '1 minute',
            profile.recorded_at + step * interval '1 minute', id.request, profile.event_id, md5(id.request), profile.schema_id,
            case step %% 4 when 0 then 'NOTICE' else 'OFFER' end, id.entity, profile.person_id, 'EXTENDED',
            jsonb_build_object('programmeId', split_part(profile.key, '/', 1), 'studentId', profile.entity_id, 'personId', profile.person_id,
                'offerId', id.entity, 'internshipId', md5('i' || profile.entry %% 3000), 'version', step %% 4 + 1, 'state', 'EXTENDED',
                'clearing', step, 'respondBy', '2027-03-11T10:00:00Z', 'startsOn', '2027-05-01', 'endsOn', '2027-08-29', 'score', 0.87)
        from journal profile
        cross join generate_series(1, ?) as steps (step)
        cross join lateral (
            select md5('e' || profile.entry || '-' || step) as event, md5('o' || profile.entry || '-' || step / 4) as entity,
                md5('r' || profile.entry || '-' || step / 4) as request) id
        where profile.topic = 'student-profiles' and profile.partition <> %d and profile.entry >= ? and profile.entry < ?
            and split_part(profile.key, '/', 1) = ?
        """.formatted(NOBODYS, NOBODYS);

    private static final String MENTIONS = """
        insert into journal_mention (id, occurred_at, entry)
        select mention.id, made.occurred_at, made.entry
        from journal made
        cross join lateral (
            select distinct id from unnest(array[event_id, correlation_id, causation_id, trace_id, entity_id, person_id,
                payload ->> 'studentId', payload ->> 'internshipId']) as named (id)
            where id is not null) mention
        where made.partition = %d and made.entry > ?
        """.formatted(NOBODYS);

    private final Connection connection;

    /** @param stackFile which says where the database is and who may enter it */
    FilledJournal(Path stackFile) throws SQLException {
        JsonNode login = JsonMapper.shared().readTree(stackFile).get("database");
        connection = DriverManager.getConnection(
                login.get("url").asString() + "monitoring",
                login.get("user").asString(),
                login.get("password").asString());
    }

    /**
     * Fills it up, and has the statistics be those of what is there, as they are soon after by themselves.
     *
     * @return how many events it holds
     */
    long fill(String programme, int students, long events) throws SQLException {
        long held = number("select count(*) from journal");
        int ofAStudent = (int) Math.ceilDiv(Math.max(0, events - held), students);
        long first = number("select min(entry) from journal");
        long last = number("select max(entry) from journal");
        for (long from = first; ofAStudent > 0 && from <= last; from += STUDENTS_AT_ONCE) {
            long before = number("select max(entry) from journal");
            try (PreparedStatement insert = connection.prepareStatement(EVENTS)) {
                insert.setInt(1, ofAStudent);
                insert.setLong(2, from);
                insert.setLong(3, from + STUDENTS_AT_ONCE);
                insert.setString(4, programme);
                insert.executeUpdate();
            }
            try (PreparedStatement mention = connection.prepareStatement(MENTIONS)) {
                mention.setLong(1, before);
                mention.executeUpdate();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze journal, journal_mention");
        }
        return number("select count(*) from journal");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "delete from journal_mention using journal made where made.entry = journal_mention.entry and made.partition = "
                            + NOBODYS);
            statement.executeUpdate("delete from journal where partition = " + NOBODYS);
        } finally {
            connection.close();
        }
    }
}
