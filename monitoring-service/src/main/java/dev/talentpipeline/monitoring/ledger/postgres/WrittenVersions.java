package dev.talentpipeline.monitoring.ledger.postgres;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether what stands on the topics is without a gap: versions of a key, and offsets where no transaction takes any.
 *
 * <p>The first version of a key that is seen has to be 1, but for two: one that was written before the ledger began, since what came before it may have been compacted away; and, on a topic that came after
 * what it tells of ({@code ledger_younger_topic}), one of something that is older than the topic. That it is, its events say by when it came into being; of an event that does not say it, it is not known
 * and nothing is missed.
 */
final class WrittenVersions {

    /** Of a hole, so many are named. */
    private static final int NAMED = 100;

    /** Their versions rise by one. An erasure has one version for ever. */
    private static final String[] VERSIONED = Topics.ALL.stream()
            .filter(topic -> !topic.equals(Topics.ERASURES)
                    && !topic.equals(Topics.PLACEMENT_OFFERS)
                    && !topic.equals(Topics.CLEARINGS))
            .map(Topic::name)
            .toArray(String[]::new);

    /** Proposals that have no answer yet, and steps of notices that may not have arrived, are told again by intent; and so is, on every topic, that somebody is erased, until no file holds them. */
    private static final String[] TOLD_ONCE = Topics.ALL.stream()
            .filter(topic -> !topic.equals(Topics.PLACEMENT_OFFERS) && !topic.equals(Topics.NOTICES))
            .map(Topic::name)
            .toArray(String[]::new);

    /** Written without transactions, whose ends take offsets too. */
    private static final String[] WITHOUT_TRANSACTIONS = {Topics.NOTICES.name()};

    private static final String NEWS = """
        with news as materialized (
            select entry, topic, partition, "offset", key, version, event_id, content, entity_kind, entity_id, recorded_at from journal
            where entry = any(:entries) and topic = any(:topics) and key is not null and content in ('EVENT', 'TOMBSTONE'))
        """;

    private static final String COMPARE = NEWS + """
        , told as (
            select news.*, greatest(held.version, max(news.version) over earlier) as before,
                coalesce(held.erased, false) or coalesce(bool_or(news.content = 'TOMBSTONE') over earlier, false) as erased
            from news left join ledger_key held using (topic, key)
            window earlier as (
                partition by news.topic, news.key order by news."offset" rows between unbounded preceding and 1 preceding))
        insert into ledger_difference
            (kind, topic, partition, "offset", key, version, event_id, entity_kind, entity_id, programme_id, found_at)
        select named.kind, told.topic, told.partition, told."offset", told.key, named.version, named.event_id, told.entity_kind,
            told.entity_id, split_part(told.key, '/', 1), :now
        from told
        cross join ledger
        left join ledger_younger_topic younger on younger.topic = told.topic
        cross join lateral (
            select case when told.version = told.before then 'VERSION_TWICE' else 'VERSION_BACK' end as kind, told.version, told.event_id
            where told.version <= told.before
            union all
            select 'VERSION_MISSING', missing, null
            from generate_series(coalesce(told.before, 0) + 1, least(told.version - 1, coalesce(told.before, 0) + :named)) as missing
            where told.before is not null
                or (told.recorded_at >= ledger.begun_at
                    and (younger.topic is null or (
                        select (payload ->> 'createdAt')::timestamptz from journal where journal.entry = told.entry) >= younger.told_from))) named
        where told.content = 'EVENT' and told.version is not null and not told.erased
        on conflict do nothing
        """;

    private static final String FOUND_AFTER_ALL = NEWS + """
        delete from ledger_difference using news
        where ledger_difference.kind = 'VERSION_MISSING' and ledger_difference.topic = news.topic
            and ledger_difference.key = news.key and ledger_difference.version = news.version
        """;

    private static final String HOLD = NEWS + """
        insert into ledger_key as held (topic, key, version, erased)
        select topic, key, coalesce(max(version), 0), bool_or(content = 'TOMBSTONE') from news
        group by topic, key
        on conflict (topic, key) do update
            set version = greatest(held.version, excluded.version), erased = held.erased or excluded.erased
        """;

    private static final String COPIES = """
        with taken as (
            update journal_copy set compared = true where not compared
            returning topic, partition, "offset", entry, told_again)
        insert into ledger_difference
            (kind, topic, partition, "offset", key, version, event_id, entity_kind, entity_id, programme_id, found_at)
        select 'EVENT_TWICE', taken.topic, taken.partition, taken."offset", first.key, first.version, first.event_id, first.entity_kind,
            first.entity_id, split_part(first.key, '/', 1), :now
        from taken join journal first using (entry)
        where taken.topic = any(:topics) and not taken.told_again and first.content <> 'TOMBSTONE'
        on conflict do nothing
        """;

    private static final String HOLES = """
        insert into ledger_difference (kind, topic, partition, "offset", found_at)
        select 'OFFSET_MISSING', news.topic, news.partition, missing, :now
        from (
            select topic, partition, "offset", lag("offset") over (partition by topic, partition order by "offset") as previous
            from journal
            where entry = any(:entries) and topic = any(:topics)) news
        cross join lateral (
            select greatest(
                (select max(earlier."offset") from journal earlier
                    where earlier.topic = news.topic and earlier.partition = news.partition and earlier."offset" < news."offset"),
                (select max(copy."offset") from journal_copy copy
                    where copy.topic = news.topic and copy.partition = news.partition and copy."offset" < news."offset")) as last) before
        cross join lateral generate_series(before.last + 1, least(news."offset" - 1, before.last + :named)) as missing
        where news.previous is distinct from news."offset" - 1
        on conflict do nothing
        """;

    private final JdbcClient jdbc;

    WrittenVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(List<Followed.Step> steps, Instant now) {
        Long[] versioned = Followed.of(steps, Set.of(VERSIONED));
        if (versioned.length > 0) {
            jdbc.sql(FOUND_AFTER_ALL)
                    .param("entries", versioned)
                    .param("topics", VERSIONED)
                    .update();
            jdbc.sql(COMPARE)
                    .param("entries", versioned)
                    .param("topics", VERSIONED)
                    .param("named", NAMED)
                    .param("now", Timestamp.from(now))
                    .update();
            jdbc.sql(HOLD)
                    .param("entries", versioned)
                    .param("topics", VERSIONED)
                    .update();
        }
        Long[] gapless = Followed.of(steps, Set.of(WITHOUT_TRANSACTIONS));
        if (gapless.length > 0) {
            jdbc.sql(HOLES)
                    .param("entries", gapless)
                    .param("topics", WITHOUT_TRANSACTIONS)
                    .param("named", NAMED)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    /** Copies are no entries, so they are found by not having been compared. */
    void takeCopies(Instant now) {
        jdbc.sql(COPIES)
                .param("topics", TOLD_ONCE)
                .param("now", Timestamp.from(now))
                .update();
    }
}
