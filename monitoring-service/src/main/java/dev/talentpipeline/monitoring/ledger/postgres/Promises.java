package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.monitoring.journal.Followed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the events alone keep what is promised of offers, seats, notices and clearings. */
final class Promises {

    private static final String ACTIVE = "('AWAITING_APPROVAL', 'EXTENDED', 'KEPT', 'ACCEPTED', 'CONFIRMED')";

    private static final String OFFERS = """
        insert into ledger_offer as held (offer_id, programme_id, student_id, internship_id, version, active, upgrading, entry)
        select distinct on (entity_id) entity_id, split_part(key, '/', 1), payload ->> 'studentId', payload ->> 'internshipId', version,
            state in %s, state = 'AWAITING_APPROVAL' and payload ->> 'replaces' is not null, entry
        from journal
        where entry = any(:entries) and topic = 'offers' and content = 'EVENT' and entity_id is not null and version is not null
        order by entity_id, version desc
        on conflict (offer_id) do update
            set version = excluded.version, active = excluded.active, upgrading = excluded.upgrading, entry = excluded.entry
            where held.version < excluded.version
        """.formatted(ACTIVE);

    private static final String ERASED = """
        update ledger_offer set active = false from journal
        where journal.entry = any(:entries) and journal.topic = 'offers' and journal.content = 'TOMBSTONE'
            and ledger_offer.offer_id = journal.entity_id
        """;

    private static final String SEATS = """
        insert into ledger_seats as held (programme_id, internship_id, version, seats)
        select distinct on (entity_id) split_part(key, '/', 1), entity_id, version, (payload ->> 'seats')::integer
        from journal
        where entry = any(:entries) and topic = 'internships' and content = 'EVENT' and entity_id is not null and version is not null
        order by entity_id, version desc
        on conflict (programme_id, internship_id) do update set version = excluded.version, seats = excluded.seats
            where held.version < excluded.version
        """;

    private static final String STUDENTS_TOUCHED = """
        touched as materialized (
            select distinct split_part(key, '/', 1) as programme_id, payload ->> 'studentId' as id from journal
            where entry = any(:entries) and topic = 'offers' and content = 'EVENT'),
        broken as materialized (
            select touched.programme_id, touched.id, max(offer.entry) as entry
            from touched
            join ledger_offer offer on offer.programme_id = touched.programme_id and offer.student_id = touched.id and offer.active
            group by touched.programme_id, touched.id
            having count(*) filter (where not offer.upgrading) > 1 or count(*) filter (where offer.upgrading) > 1)
        """;

    private static final String INTERNSHIPS_TOUCHED = """
        touched as materialized (
            select distinct split_part(key, '/', 1) as programme_id,
                case topic when 'offers' then payload ->> 'internshipId' else entity_id end as id
            from journal
            where entry = any(:entries) and topic in ('offers', 'internships') and content = 'EVENT'),
        broken as materialized (
            select touched.programme_id, touched.id, max(offer.entry) as entry
            from touched
            join ledger_seats opening on opening.programme_id = touched.programme_id and opening.internship_id = touched.id
            join ledger_offer offer on offer.programme_id = touched.programme_id and offer.internship_id = touched.id and offer.active
            group by touched.programme_id, touched.id, opening.seats
            having count(*) > opening.seats)
        """;

    private static final String JUDGE = """
        with %s,
        mended as (
            delete from ledger_difference using touched
            where ledger_difference.kind = '%s' and ledger_difference.entity_id = touched.id
                and not exists (select from broken where broken.id = touched.id))
        insert into ledger_difference (kind, topic, partition, "offset", key, version, event_id, entity_kind, entity_id, programme_id, found_at)
        select '%s', last.topic, last.partition, last."offset", last.key, last.version, last.event_id, '%s', broken.id, broken.programme_id, :now
        from broken join journal last using (entry)
        where not exists (
            select from ledger_difference known where known.kind = '%s' and known.entity_id = broken.id)
        on conflict do nothing
        """;

    private static final String JUDGE_STUDENTS = JUDGE.formatted(
            STUDENTS_TOUCHED, "OFFERS_OF_A_STUDENT", "OFFERS_OF_A_STUDENT", "STUDENT", "OFFERS_OF_A_STUDENT");

    private static final String JUDGE_INTERNSHIPS =
            JUDGE.formatted(INTERNSHIPS_TOUCHED, "SEATS_EXCEEDED", "SEATS_EXCEEDED", "INTERNSHIP", "SEATS_EXCEEDED");

    private static final String NOTICED = """
        from (
            select journal.*, payload ->> 'subject' as subject, (payload ->> 'subjectVersion')::bigint as subject_version,
                payload ->> 'kind' as kind, payload ->> 'channel' as channel
            from journal
            where entry = any(:entries) and topic = 'notices' and content = 'EVENT' and entity_id is not null and person_id is not null) notice
        """;

    private static final String NOTICES = """
        insert into ledger_notice (person_id, subject, subject_version, kind, channel, notice_id)
        select person_id, subject, subject_version, kind, channel, entity_id
        %s
        order by entry
        on conflict do nothing
        """.formatted(NOTICED);

    private static final String JUDGE_NOTICES = """
        insert into ledger_difference (kind, topic, partition, "offset", key, version, event_id, entity_kind, entity_id, found_at)
        select 'NOTICE_TWICE', notice.topic, notice.partition, notice."offset", notice.key, notice.version, notice.event_id,
            notice.entity_kind, notice.entity_id, :now
        %s
        join ledger_notice held using (person_id, subject, subject_version, kind, channel)
        where held.notice_id <> notice.entity_id and notice.version = 1
        on conflict do nothing
        """.formatted(NOTICED);

    private static final String JUDGE_CLEARINGS = """
        insert into ledger_difference (kind, topic, partition, "offset", key, event_id, entity_kind, entity_id, programme_id, found_at)
        select 'BLOCKING_PAIR', topic, partition, "offset", key, event_id, entity_kind, entity_id, key, :now
        from journal
        where entry = any(:entries) and topic = 'clearings' and content = 'EVENT' and (payload ->> 'blockingPairs')::bigint > 0
        on conflict do nothing
        """;

    private final JdbcClient jdbc;

    Promises(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(List<Followed.Step> steps, Instant now) {
        run(OFFERS, steps, Set.of("offers"), now);
        run(ERASED, steps, Set.of("offers"), now);
        run(SEATS, steps, Set.of("internships"), now);
        run(NOTICES, steps, Set.of("notices"), now);
        run(JUDGE_STUDENTS, steps, Set.of("offers"), now);
        run(JUDGE_INTERNSHIPS, steps, Set.of("offers", "internships"), now);
        run(JUDGE_NOTICES, steps, Set.of("notices"), now);
        run(JUDGE_CLEARINGS, steps, Set.of("clearings"), now);
    }

    private void run(String statement, List<Followed.Step> steps, Set<String> topics, Instant now) {
        Long[] entries = Followed.of(steps, topics);
        if (entries.length > 0) {
            jdbc.sql(statement)
                    .param("entries", entries)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
