package dev.talentpipeline.monitoring.redrive.postgres;

/** What decides about a dead letter that may be sent again, for some of them at once; each look is one along an index of ids. */
final class CandidateQuery {

    /**
     * Whether its reader has come past a newer version, which it could process; a proposal, whether it was answered. A reader drops what is older than what it holds.
     */
    private static final String PASSED = """
            exists (
                select from journal_mention mention
                join journal held on held.entry = mention.entry
                join reach on reach.reader = letter.dead_group and reach.topic = held.topic and reach.partition = held.partition
                where mention.id = letter.entity_id and held.topic = letter.source_topic and held.entity_id = letter.entity_id
                    and held.content = 'EVENT' and held.version > letter.version and held."offset" < reach.committed
                    and not exists (select from journal dead where dead.topic = letter.topic and dead.event_id = held.event_id))
            or (letter.source_topic = 'placement-offers' and exists (
                select from journal_mention mention
                join journal answer on answer.entry = mention.entry
                where mention.id = letter.entity_id and answer.topic = 'offers' and answer.entity_id = letter.entity_id))
            """;

    /**
     * Whether a person whom it concerns was erased, by what else names what it is about, or what it is about was taken off its topic. An erasure itself is sent again
     * however often it takes.
     */
    private static final String ERASED = """
            letter.source_topic not in ('programmes', 'internships', 'clearings', 'cutoffs', 'erasures') and (
                exists (
                    select from journal erasure
                    where erasure.topic = 'erasures' and erasure.person_id in (
                        select letter.person_id
                        union all
                        select known.person_id from journal_mention mention
                        join journal known on known.entry = mention.entry
                        where mention.id in (
                            letter.entity_id,
                            letter.payload ->> 'studentId',
                            split_part(letter.key, '/', 2),
                            case when letter.source_topic = 'notices' then split_part(letter.key, '/', 1) end)
                            and known.person_id is not null))
                or exists (
                    select from journal_mention mention
                    join journal gone on gone.entry = mention.entry
                    where mention.id = letter.entity_id and gone.topic = letter.source_topic and gone.content = 'TOMBSTONE'))
            """;

    private CandidateQuery() {}

    /** The query; of a selection that names no letters, without those that are settled. */
    static String over(LetterFilter filter, boolean named) {
        return """
                with reach as (
                    select * from unnest(:readers, :topics, :partitions, :committed) as reach (reader, topic, partition, committed)),
                letter as materialized (
                    select letter.*, %1$s as source_topic, quarantine.entry is not null as quarantined,
                        coalesce(last.state in ('QUEUED', 'SENT'), false) as in_hand,
                        exists (
                            select from redrive_record settled
                            where settled.entry = letter.entry and settled.state in ('APPLIED', 'DROPPED')) as settled
                    from journal letter %2$s %3$s
                    order by letter.recorded_at, letter.entry)
                select entry, source_topic, dead_group, content <> 'UNREADABLE' as readable, quarantined, in_hand,
                    settled or %4$s as passed, %5$s as erased
                from letter
                where %6$s
                order by recorded_at, entry
                limit :limit
                """.formatted(
                LetterFilter.SOURCE, LetterFilter.BESIDE, filter.sql(), PASSED, ERASED, named ? "true" : "not settled");
    }
}
