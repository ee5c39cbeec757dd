package dev.talentpipeline.monitoring.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.monitoring.RunningService;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How soon operations has a student's event history, by the id to which a student number leads, out of a journal of {@code -Dsearch.events} events (1,000,000 in a measurement, fewer in
 * the build): what names the student, and then all of it, over HTTP. From the number on, through the desk, it is measured by {@code ./pipeline bench search}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT extends RunningService {

    private static final int EVENTS = Integer.getInteger("search.events", 20_000);
    private static final int OF_A_STUDENT = 8;
    private static final int OF_AN_INTERNSHIP = 400;
    private static final int BATCH = 50_000;
    private static final boolean MEASURED = EVENTS >= 1_000_000;
    private static final int WARMING_UP = MEASURED ? 200 : 20;
    private static final int SEARCHES = MEASURED ? 1_000 : 100;

    /** What is promised of a million, on a machine that does nothing else; in a build, on one that does much, only that the journal is not read as a whole. */
    private static final long SOON_MS = MEASURED ? 100 : 1_000;

    private static final double NANOS = 1_000_000.0;

    /** Partitions that the topics do not have, so that nobody goes along with these. */
    private static final int NOBODYS = 99;

    private static final String EVENT = """
        insert into journal (topic, partition, "offset", content, event_id, event_type, source, key, version, occurred_at, recorded_at,
            correlation_id, causation_id, trace_id, schema_id, entity_kind, entity_id, person_id, state, payload)
        select case number % 8 when 0 then 'student-profiles' when 1 then 'placement-offers' when 7 then 'notices' else 'offers' end,
            :partition, number, 'EVENT', :run || '-e' || number, 'dev.talentpipeline.events.Offer', 'internship-service',
            :run || '/o' || number / 8, number % 8 + 1, now() - make_interval(secs => :events - number), now() - make_interval(secs => :events - number),
            :run || '-r' || number / 8, case when number % 8 > 0 then :run || '-e' || number - 1 end, md5(:run || number), 1,
            case number % 8 when 0 then 'STUDENT' when 7 then 'NOTICE' else 'OFFER' end,
            case number % 8 when 0 then :run || '-s' || number / 8 when 7 then :run || '-n' || number else :run || '-o' || number / 8 end,
            :run || '-p' || number / 8, 'EXTENDED',
            jsonb_build_object('programmeId', :run, 'studentId', :run || '-s' || number / 8, 'offerId', :run || '-o' || number / 8,
                'internshipId', :run || '-i' || number / 400, 'version', number % 8 + 1, 'state', 'EXTENDED', 'clearing', number / 1000,
                'respondBy', '2027-03-11T10:00:00Z', 'startsOn', '2027-05-01', 'endsOn', '2027-08-29', 'score', 0.87)
        from generate_series(cast(:first as integer), cast(:last as integer)) as made (number)
        """;

    private static final String MENTIONS = """
        insert into journal_mention (id, occurred_at, entry)
        select mention.id, journal.occurred_at, journal.entry
        from journal
        cross join lateral (
            select distinct id from unnest(array[event_id, correlation_id, causation_id, trace_id, entity_id, person_id,
                payload ->> 'studentId', payload ->> 'internshipId']) as named (id)
            where id is not null) mention
        where journal.partition = :partition and journal."offset" between :first and :last and journal.event_id like :run || '%'
        """;

    @Autowired
    private JdbcClient jdbc;

    private final String run = "run-" + UUID.randomUUID();

    @AfterAll
    void forget() {
        jdbc.sql("delete from journal_mention where entry in (select entry from journal where partition = ?)")
                .param(NOBODYS)
                .update();
        jdbc.sql("delete from journal where partition = ?").param(NOBODYS).update();
    }

    @Test
    void aStudentsHistoryIsFoundWithinATenthOfASecond() {
        for (int first = 0; first < EVENTS; first += BATCH) {
            int last = Math.min(EVENTS, first + BATCH) - 1;
            for (String statement : new String[] {EVENT, MENTIONS}) {
                jdbc.sql(statement)
                        .param("partition", NOBODYS)
                        .param("run", run)
                        .param("events", EVENTS)
                        .param("first", first)
                        .param("last", last)
                        .update();
            }
        }
        jdbc.sql("analyze journal, journal_mention").update();
        // The same students each time that it is measured.
        Random random = new Random(7);

        double[] students = measured(random, EVENTS / OF_A_STUDENT, "-s", OF_A_STUDENT);
        double[] internships = measured(random, EVENTS / OF_AN_INTERNSHIP, "-i", 50);

        report("a student", students);
        report("an internship of %d events".formatted(OF_AN_INTERNSHIP), internships);
        assertThat(percentile(students, 95)).isLessThanOrEqualTo(SOON_MS);
    }

    /** What each search took, in milliseconds, from the shortest to the longest. */
    private double[] measured(Random random, int things, String prefix, int shown) {
        for (int i = 0; i < WARMING_UP; i++) {
            search(run + prefix + random.nextInt(things), shown);
        }
        double[] took = new double[SEARCHES];
        for (int i = 0; i < SEARCHES; i++) {
            long began = System.nanoTime();
            search(run + prefix + random.nextInt(things), shown);
            took[i] = (System.nanoTime() - began) / NANOS;
        }
        Arrays.sort(took);
        return took;
    }

    private void search(String id, int shown) {
        assertThat(get("/api/v1/journeys?q=" + id).body().get("items")).isNotEmpty();
        assertThat(get("/api/v1/journeys/" + id).body().get("items")).hasSize(shown);
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void report(String what, double[] sorted) {
        System.out.printf(
                "%,d events; %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms; %d processors, Java %s%n",
                EVENTS,
                what,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                sorted[sorted.length - 1],
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
    }
}
