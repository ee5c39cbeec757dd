package dev.talentpipeline.monitoring.servicelevel.postgres;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.monitoring.servicelevel.Measures;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevel;
import dev.talentpipeline.monitoring.servicelevel.ServiceLevels;
import dev.talentpipeline.monitoring.servicelevel.Standing;
import dev.talentpipeline.monitoring.servicelevel.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A row for each minute of a reader and for each offer. What is counted is one range of one index. */
@Component
final class PostgresMeasures implements Measures {

    /** What brought an offer about is written before the offer, so it is read within seconds of it. Whatever else it came of is not measured. */
    private static final Duration FOUND_WITHIN = Duration.ofMinutes(10);

    private static final Set<String> CONCERNED =
            Set.of("student-profiles", "internships", "placement-offers", "offers", "notices", "erasures");

    private static final String OFFERS_MADE = """
        insert into service_level_measure (level, subject, at, waiting, entry)
        select '%s', entity_id, occurred_at, 'CAUSE', entry
        from journal
        where entry = any(:entries) and topic = 'offers' and content = 'EVENT' and version = 1
            and state in ('EXTENDED', 'AWAITING_APPROVAL') and entity_id is not null and causation_id is not null
        on conflict do nothing
        """.formatted(ServiceLevels.OFFER_LATENCY.name());

    /**
     * An offer answers its proposal, which answers the event that stirred the matching. A programme's own pause between clearings is none of the pipeline's; where the programme itself was
     * changed in between, such as held and let go, nobody waited for the pipeline.
     */
    private static final String CAUSES_FOUND = """
        with found as (
            select measure.subject, offer.occurred_at - cause.occurred_at - coalesce(programme.clearing_interval, interval '0') as took,
                coalesce(programme.mode, 'ROLLING') = 'ROLLING' and coalesce(programme.changed_at <= cause.occurred_at, true) as counts
            from service_level_measure measure
            join journal offer on offer.entry = measure.entry
            join journal proposal on proposal.topic = 'placement-offers' and proposal.event_id = offer.causation_id
            join journal cause on cause.topic in ('student-profiles', 'internships') and cause.event_id = proposal.causation_id
            left join programme_standing programme on programme.programme_id = split_part(offer.key, '/', 1)
            where measure.level = '%1$s' and measure.waiting = 'CAUSE' and measure.at > :since),
        unmeasured as (
            delete from service_level_measure measure using found
            where measure.level = '%1$s' and measure.subject = found.subject and not found.counts)
        update service_level_measure measure
        set waiting = null, took_ms = greatest(0, extract(epoch from found.took) * 1000)::bigint
        from found
        where measure.level = '%1$s' and measure.subject = found.subject and found.counts
        """.formatted(ServiceLevels.OFFER_LATENCY.name());

    private static final String OFFERS_EXTENDED = """
        insert into service_level_measure (level, subject, at, waiting, entry)
        select distinct on (entity_id) '%s', entity_id, occurred_at, 'END', entry
        from journal
        where entry = any(:entries) and topic = 'offers' and content = 'EVENT' and state = 'EXTENDED' and entity_id is not null
        order by entity_id, version
        on conflict do nothing
        """.formatted(ServiceLevels.NOTICE_LATENCY.name());

    /**
     * Whichever of both was read first. The notices are looked up in what waits, one by one ({@code offset 0} keeps it so): nobody knows beforehand how many offers wait, and what waits set against each of
     * the notices took most of a minute in a rush.
     */
    private static final String NOTICES_LEFT = """
        update service_level_measure measure
        set waiting = null, took_ms = greatest(0, extract(epoch from told.at - measure.at) * 1000)::bigint
        from (
            select offer.entity_id as subject, min(notice.occurred_at) as at
            from journal offer
            join journal_mention mention on mention.id = offer.entity_id
            join journal notice on notice.entry = mention.entry and notice.topic = 'notices' and notice.state = 'SENT'
                and notice.person_id = offer.person_id
            where offer.entry = any(:entries) and offer.topic = 'offers' and offer.state = 'EXTENDED'
            group by offer.entity_id
            union all
            select offer.entity_id, min(notice.occurred_at)
            from (
                select payload ->> 'subject' as subject, person_id, occurred_at from journal
                where entry = any(:entries) and topic = 'notices' and state = 'SENT' and payload ->> 'subject' is not null
                offset 0) notice
            cross join lateral (
                select entry from service_level_measure begun
                where begun.level = '%1$s' and begun.subject = notice.subject and begun.waiting = 'END'
                offset 0) begun
            join journal offer on offer.entry = begun.entry and offer.person_id = notice.person_id
            group by offer.entity_id) told
        where measure.level = '%1$s' and measure.subject = told.subject and measure.waiting = 'END'
        """.formatted(ServiceLevels.NOTICE_LATENCY.name());

    /** Of an offer that is not open any more nobody has to be told that it is, nor is somebody who was erased. */
    private static final String NOTHING_TO_TELL = """
        delete from service_level_measure
        where level = '%1$s' and waiting = 'END' and subject = any(array(
            select entity_id from journal
            where entry = any(:entries) and topic = 'offers' and (content = 'TOMBSTONE' or state <> 'EXTENDED')))
        """.formatted(ServiceLevels.NOTICE_LATENCY.name());

    private static final String NOBODY_TO_TELL = """
        delete from service_level_measure measure using journal erasure, journal offer
        where measure.level = '%1$s' and measure.waiting = 'END' and erasure.entry = any(:entries) and erasure.topic = 'erasures'
            and offer.entry = measure.entry and offer.person_id = erasure.person_id
        """.formatted(ServiceLevels.NOTICE_LATENCY.name());

    private static final String WAITED = """
        insert into service_level_measure as held (level, subject, at, took_ms) values (:level, :subject, :at, :took)
        on conflict (level, subject) do update set took_ms = excluded.took_ms where held.took_ms < excluded.took_ms
        """;

    private static final String STANDING = """
        with counted as (
            select at, coalesce(took_ms <= :within, false) as good
            from service_level_measure
            where level = :level and at > :since
                and (took_ms is not null or (waiting = 'END' and at <= :overdue)))
        select count(*) as all_count, count(*) filter (where good) as good,
            count(*) filter (where at > :hour) as hour_count, count(*) filter (where good and at > :hour) as hour_good,
            count(*) filter (where at > :minutes) as minutes_count, count(*) filter (where good and at > :minutes) as minutes_good
        from counted
        """;

    private final JdbcClient jdbc;

    PostgresMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void take(List<Followed.Step> steps, Instant now) {
        Set<String> topics = steps.stream().map(Followed.Step::topic).collect(Collectors.toSet());
        if (topics.stream().noneMatch(CONCERNED::contains)) {
            return;
        }
        Long[] offers = Followed.of(steps, Set.of("offers"));
        run(OFFERS_MADE, offers);
        run(OFFERS_EXTENDED, offers);
        jdbc.sql(CAUSES_FOUND)
                .param("since", Timestamp.from(now.minus(FOUND_WITHIN)))
                .update();
        run(NOTICES_LEFT, Followed.of(steps, Set.of("offers", "notices")));
        run(NOTHING_TO_TELL, offers);
        run(NOBODY_TO_TELL, Followed.of(steps, Set.of("erasures")));
    }

    private void run(String statement, Long[] entries) {
        if (entries.length > 0) {
            jdbc.sql(statement).param("entries", entries).update();
        }
    }

    @Override
    public void waited(ServiceLevel level, Instant at, Duration longest) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        jdbc.sql(WAITED)
                .param("level", level.name())
                .param("subject", minute.toString())
                .param("at", Timestamp.from(minute))
                .param("took", Math.max(0, longest.toMillis()))
                .update();
    }

    @Override
    public Standing standing(ServiceLevel level, Target target, Instant now) {
        return jdbc.sql(STANDING)
                .param("level", level.name())
                .param("within", target.within().toMillis())
                .param("overdue", Timestamp.from(now.minus(target.within())))
                .param("since", Timestamp.from(now.minus(target.over())))
                .param("hour", Timestamp.from(now.minus(1, ChronoUnit.HOURS)))
                .param("minutes", Timestamp.from(now.minus(5, ChronoUnit.MINUTES)))
                .query((row, number) -> new Standing(
                        level,
                        target,
                        counts(row, "good", "all_count"),
                        counts(row, "hour_good", "hour_count"),
                        counts(row, "minutes_good", "minutes_count")))
                .single();
    }

    private static Standing.Counts counts(ResultSet row, String good, String all) throws SQLException {
        return new Standing.Counts(row.getLong(good), row.getLong(all));
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from service_level_measure where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
