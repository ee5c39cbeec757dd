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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    public List<Advance> advance(List<OfferNews> news) {
        List<Advance> advances = new ArrayList<>();
        // One statement takes a row once only: whatever is here a second time comes after it.
        Map<List<String>, OfferNews> distinct = new LinkedHashMap<>();
        for (OfferNews each : news) {
            if (distinct.containsKey(key(each))) {
                advances.addAll(advanceDistinct(distinct.values()));
                distinct.clear();
            }
            distinct.put(key(each), each);
        }
        advances.addAll(advanceDistinct(distinct.values()));
        return advances;
    }

    private static List<String> key(OfferNews news) {
        return List.of(news.programmeId(), news.offerId());
    }

    private List<Advance> advanceDistinct(Collection<OfferNews> news) {
        if (news.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        with told as (
                            select * from unnest(:programmes::text[], :offers::text[], :versions::bigint[], :states::text[], :people::text[])
                                with ordinality told (programme_id, offer_id, version, state, person_id, place)),
                        advanced as (
                            insert into offers_read as held (programme_id, offer_id, version, state, person_id)
                            select programme_id, offer_id, version, state, person_id from told order by programme_id, offer_id
                            on conflict (programme_id, offer_id) do update
                                set version = excluded.version, state = excluded.state, person_id = excluded.person_id
                                where held.version < excluded.version
                            returning programme_id, offer_id)
                        select advanced.offer_id is not null as news, before.state as before
                        from told left join offers_read before using (programme_id, offer_id)
                            left join advanced using (programme_id, offer_id)
                        order by told.place
                        """)
                .param("programmes", texts(news, OfferNews::programmeId))
                .param("offers", texts(news, OfferNews::offerId))
                .param("versions", news.stream().map(OfferNews::version).toArray(Long[]::new))
                .param("states", texts(news, each -> each.state().name()))
                .param("people", texts(news, OfferNews::personId))
                .query((row, number) -> advance(row))
                .list();
    }

    private static Advance advance(ResultSet row) throws SQLException {
        String before = row.getString("before");
        return new Advance(row.getBoolean("news"), before == null ? null : OfferState.valueOf(before));
    }

    private static <T> @Nullable String[] texts(Collection<T> values, Function<T, @Nullable String> text) {
        return values.stream().map(text).toArray(String[]::new);
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
    public void add(List<Notice> waiting) {
        insert(waiting, notice -> null, null);
    }

    @Override
    public void addReleased(List<ReleasedNotice> released, Instant at) {
        Map<UUID, String> openings = new HashMap<>();
        released.forEach(each -> openings.put(each.notice().id(), NoticeRows.json(each.opening())));
        insert(released.stream().map(ReleasedNotice::notice).toList(), notice -> openings.get(notice.id()), at);
    }

    private void insert(
            List<Notice> notices, Function<Notice, @Nullable String> opening, @Nullable Instant releasedAt) {
        if (notices.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notices (notice_id, person_id, kind, subject, subject_version, programme_id,
                            internship_id, facts, created_at, opening, released_at)
                        select id, person, kind, subject, version, programme, internship, facts, created, opening, :released::timestamptz
                        from unnest(:ids::uuid[], :people::text[], :kinds::text[], :subjects::text[], :versions::bigint[], :programmes::text[],
                            :internships::text[], :facts::jsonb[], :created::timestamptz[], :openings::jsonb[])
                            with ordinality notice (id, person, kind, subject, version, programme, internship, facts, created, opening, place)
                        order by place
                        """)
                .param("ids", texts(notices, notice -> notice.id().toString()))
                .param("people", texts(notices, Notice::personId))
                .param("kinds", texts(notices, notice -> notice.kind().code()))
                .param("subjects", texts(notices, Notice::subject))
                .param("versions", notices.stream().map(Notice::subjectVersion).toArray(Long[]::new))
                .param("programmes", texts(notices, Notice::programmeId))
                .param("internships", texts(notices, Notice::internshipId))
                .param("facts", texts(notices, notice -> NoticeRows.json(notice.facts())))
                .param("created", texts(notices, notice -> notice.createdAt().toString()))
                .param("openings", texts(notices, opening))
                .param("released", releasedAt == null ? null : Timestamp.from(releasedAt))
                .update();
    }

    @Override
    public void expect(List<Notice> notices) {
        String[] arrivals = notices.stream()
                .flatMap(PostgresNotices::arrivals)
                .map(Arrival::toString)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        // In one call, since notices are made for every offer.
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(name, 0)) from unnest(:names::text[]) name")
                .param("names", arrivals)
                .query((row, number) -> number)
                .list();
    }

    private static Stream<Arrival> arrivals(Notice notice) {
        return Stream.<Arrival>of(
                        new OfContact(notice.personId()),
                        new OfProgramme(notice.programmeId()),
                        new OfInternship(notice.programmeId(), notice.internshipId()))
                .filter(arrival ->
                        arrival instanceof OfContact || !notice.programmeId().isEmpty());
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
    public List<ReleasedNotice> released(Collection<UUID> notices) {
        if (notices.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql("select * from notices where notice_id = any (:notices) and released_at is not null")
                .param("notices", notices.toArray(UUID[]::new))
                .query((row, number) -> NoticeRows.entry(row))
                .list()
                .stream()
                .flatMap(entry ->
                        Stream.ofNullable(entry.opening()).map(opening -> new ReleasedNotice(entry.notice(), opening)))
                .toList();
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
