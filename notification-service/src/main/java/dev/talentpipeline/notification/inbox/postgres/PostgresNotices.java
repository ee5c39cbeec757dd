package dev.talentpipeline.notification.inbox.postgres;

import dev.talentpipeline.notification.inbox.Arrival;
import dev.talentpipeline.notification.inbox.Arrival.OfContact;
import dev.talentpipeline.notification.inbox.Arrival.OfInternship;
import dev.talentpipeline.notification.inbox.Arrival.OfProgramme;
import dev.talentpipeline.notification.inbox.ImportNews;
import dev.talentpipeline.notification.inbox.ImportState;
import dev.talentpipeline.notification.inbox.MeetingNews;
import dev.talentpipeline.notification.inbox.MeetingReading;
import dev.talentpipeline.notification.inbox.Notice;
import dev.talentpipeline.notification.inbox.Notices;
import dev.talentpipeline.notification.inbox.OfferNews;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.inbox.OpeningApproval;
import dev.talentpipeline.notification.inbox.OpeningNews;
import dev.talentpipeline.notification.inbox.OpeningReading;
import dev.talentpipeline.notification.inbox.PlacementNews;
import dev.talentpipeline.notification.inbox.PlacementReading;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices in their table.
 *
 * <p>Who adds a notice holds a shared advisory lock on each thing the notice may have to wait for, and who brings such a
 * thing holds its lock alone, both until their transactions end. Two bringers of different things meet at the row of the
 * notice, which each locks before looking for what else is needed.
 */
@Component
final class PostgresNotices implements Notices {

    private final JdbcClient jdbc;

    PostgresNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean advance(OfferNews news) {
        return jdbc.sql("""
                        insert into offers_read as held (programme_id, offer_id, version, state, person_id)
                        values (:programme, :offer, :version, :state, :person)
                        on conflict (programme_id, offer_id) do update
                            set version = excluded.version, state = excluded.state, person_id = excluded.person_id
                            where held.version < excluded.version
                        """)
                        .param("programme", news.programmeId())
                        .param("offer", news.offerId())
                        .param("version", news.version())
                        .param("state", news.state().name())
                        .param("person", news.personId())
                        .update()
                > 0;
    }

    @Override
    public Optional<OfferState> lastRead(String programmeId, String offerId) {
        return jdbc.sql("select state from offers_read where programme_id = :programme and offer_id = :offer")
                .param("programme", programmeId)
                .param("offer", offerId)
                .query((row, number) -> OfferState.valueOf(row.getString("state")))
                .optional();
    }

    @Override
    public boolean advance(PlacementNews news) {
        return jdbc.sql("""
                        insert into placements_read as held (programme_id, placement_id, version, reading)
                        values (:programme, :placement, :version, :reading::jsonb)
                        on conflict (programme_id, placement_id) do update
                            set version = excluded.version, reading = excluded.reading where held.version < excluded.version
                        """)
                        .param("programme", news.programmeId())
                        .param("placement", news.placementId())
                        .param("version", news.version())
                        .param("reading", NoticeRows.json(news.reading()))
                        .update()
                > 0;
    }

    @Override
    public Optional<PlacementReading> lastReadOfPlacement(String programmeId, String placementId) {
        return jdbc.sql(
                        "select reading from placements_read where programme_id = :programme and placement_id = :placement")
                .param("programme", programmeId)
                .param("placement", placementId)
                .query((row, number) -> NoticeRows.reading(row))
                .optional();
    }

    @Override
    public boolean advance(MeetingNews news) {
        return jdbc.sql("""
                        insert into meetings_read as held (programme_id, meeting_id, version, reading)
                        values (:programme, :meeting, :version, :reading::jsonb)
                        on conflict (programme_id, meeting_id) do update
                            set version = excluded.version, reading = excluded.reading where held.version < excluded.version
                        """)
                        .param("programme", news.programmeId())
                        .param("meeting", news.meetingId())
                        .param("version", news.version())
                        .param("reading", NoticeRows.json(news.reading()))
                        .update()
                > 0;
    }

    @Override
    public Optional<MeetingReading> lastReadOfMeeting(String programmeId, String meetingId) {
        return jdbc.sql("select reading from meetings_read where programme_id = :programme and meeting_id = :meeting")
                .param("programme", programmeId)
                .param("meeting", meetingId)
                .query((row, number) -> NoticeRows.meeting(row))
                .optional();
    }

    @Override
    public boolean advance(OpeningNews news) {
        return jdbc.sql("""
                        insert into openings_read as held (programme_id, internship_id, version, approval, awaited)
                        values (:programme, :internship, :version, :approval, :awaited)
                        on conflict (programme_id, internship_id) do update
                            set version = excluded.version, approval = excluded.approval, awaited = excluded.awaited
                            where held.version < excluded.version
                        """)
                        .param("programme", news.programmeId())
                        .param("internship", news.internshipId())
                        .param("version", news.version())
                        .param("approval", news.reading().approval().name())
                        .param("awaited", news.reading().awaited())
                        .update()
                > 0;
    }

    @Override
    public Optional<OpeningReading> lastReadOfOpening(String programmeId, String internshipId) {
        return jdbc.sql(
                        "select approval, awaited from openings_read where programme_id = :programme and internship_id = :internship")
                .param("programme", programmeId)
                .param("internship", internshipId)
                .query((row, number) -> new OpeningReading(
                        OpeningApproval.valueOf(row.getString("approval")), row.getBoolean("awaited")))
                .optional();
    }

    @Override
    public boolean advance(ImportNews news) {
        return jdbc.sql("""
                        insert into imports_read as held (programme_id, import_id, version, state)
                        values (:programme, :import, :version, :state)
                        on conflict (programme_id, import_id) do update
                            set version = excluded.version, state = excluded.state where held.version < excluded.version
                        """)
                        .param("programme", news.programmeId())
                        .param("import", news.importId())
                        .param("version", news.version())
                        .param("state", news.state().name())
                        .update()
                > 0;
    }

    @Override
    public Optional<ImportState> lastReadOfImport(String programmeId, String importId) {
        return jdbc.sql("select state from imports_read where programme_id = :programme and import_id = :import")
                .param("programme", programmeId)
                .param("import", importId)
                .query((row, number) -> ImportState.valueOf(row.getString("state")))
                .optional();
    }

    @Override
    public void add(Notice notice) {
        jdbc.sql("""
                        insert into notices (notice_id, person_id, kind, subject, subject_version, programme_id,
                            internship_id, facts, created_at)
                        values (:id, :person, :kind, :subject, :version, :programme, :internship, :facts::jsonb, :at)
                        """)
                .param("id", notice.id())
                .param("person", notice.personId())
                .param("kind", notice.kind().code())
                .param("subject", notice.subject())
                .param("version", notice.subjectVersion())
                .param("programme", notice.programmeId())
                .param("internship", notice.internshipId())
                .param("facts", NoticeRows.json(notice.facts()))
                .param("at", Timestamp.from(notice.createdAt()))
                .update();
    }

    @Override
    public void expect(Notice notice) {
        String[] arrivals = Stream.of(
                        new OfContact(notice.personId()),
                        new OfProgramme(notice.programmeId()),
                        new OfInternship(notice.programmeId(), notice.internshipId()))
                .filter(arrival ->
                        arrival instanceof OfContact || !notice.programmeId().isEmpty())
                .map(Arrival::toString)
                .toArray(String[]::new);
        // In one call, since a notice is made for every offer.
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(name, 0)) from unnest(:names::text[]) name")
                .param("names", arrivals)
                .query((row, number) -> number)
                .list();
    }

    @Override
    public void expectedArrived(Arrival arrival) {
        // Two names with one hash wait for each other now and then, which does no harm.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", arrival.toString())
                .query((row, number) -> number)
                .single();
    }

    @Override
    public List<Notice> lockWaitingFor(Arrival arrival) {
        var waiting = switch (arrival) {
            case OfContact(String person) -> waiting("person_id = :person").param("person", person);
            case OfProgramme(String programme) ->
                waiting("programme_id = :programme").param("programme", programme);
            case OfInternship(String programme, String internship) ->
                waiting("programme_id = :programme and internship_id = :internship")
                        .param("programme", programme)
                        .param("internship", internship);
        };
        return waiting.query((row, number) -> NoticeRows.notice(row)).list();
    }

    private JdbcClient.StatementSpec waiting(String condition) {
        return jdbc.sql("select * from notices where released_at is null and " + condition
                + " order by created_at, subject_version, notice_id for update");
    }

    @Override
    public void release(ReleasedNotice released, Instant at) {
        jdbc.sql("update notices set opening = :opening::jsonb, released_at = :at where notice_id = :id")
                .param("opening", NoticeRows.json(released.opening()))
                .param("at", Timestamp.from(at))
                .param("id", released.notice().id())
                .update();
    }

    @Override
    public Optional<ReleasedNotice> released(UUID noticeId) {
        return jdbc.sql("select * from notices where notice_id = :id and released_at is not null")
                .param("id", noticeId)
                .query((row, number) -> NoticeRows.entry(row))
                .optional()
                .flatMap(entry -> Optional.ofNullable(entry.opening())
                        .map(opening -> new ReleasedNotice(entry.notice(), opening)));
    }

    @Override
    public void drop(UUID noticeId) {
        jdbc.sql("delete from notices where notice_id = :id")
                .param("id", noticeId)
                .update();
    }

    @Override
    public void deleteAllOf(String personId) {
        jdbc.sql("delete from notices where person_id = :person")
                .param("person", personId)
                .update();
    }
}
