package dev.talentpipeline.monitoring.journal.postgres;

import dev.talentpipeline.monitoring.journal.Followed;
import dev.talentpipeline.schemas.Channel;
import dev.talentpipeline.schemas.Channel.Kind;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Goes along the index of positions, partition by partition. Entries' own numbers would not do: two processes that add at the same time commit them in any order, and what
 * commits late would be passed.
 */
@Component
final class PostgresFollowed implements Followed {

    private static final List<String> TOPICS = Channels.ALL.stream()
            .filter(channel -> channel.kind() == Kind.EVENTS || channel.kind() == Kind.DEAD_LETTERS)
            .map(Channel::name)
            .toList();

    private static final String NEXT = """
            with held as materialized (
                select journal.entry, journal.topic, journal.partition, journal."offset"
                from unnest(:topics) as asked (topic)
                cross join generate_series(0, :last) as part (number)
                left join journal_followed place
                    on place.follower = :follower and place.topic = asked.topic and place.partition = part.number
                cross join lateral (
                    select * from journal
                    where journal.topic = asked.topic and journal.partition = part.number
                        and journal."offset" > coalesce(place."offset", -1)
                    order by journal."offset"
                    limit :most) journal),
            moved as (
                insert into journal_followed (follower, topic, partition, "offset")
                select :follower, topic, partition, max("offset") from held
                group by topic, partition
                on conflict (follower, topic, partition) do update set "offset" = excluded."offset")
            select entry, topic from held order by topic, partition, "offset"
            """;

    private final JdbcClient jdbc;

    PostgresFollowed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<List<Step>> next(String follower, int most) {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:follower, 0))")
                .param("follower", "journal_followed " + follower)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return Optional.empty();
        }
        return Optional.of(jdbc.sql(NEXT)
                .param("topics", TOPICS.toArray(String[]::new))
                .param("last", Topics.PARTITIONS - 1)
                .param("follower", follower)
                .param("most", most)
                .query((row, number) -> new Step(row.getLong("entry"), row.getString("topic")))
                .list());
    }
}
