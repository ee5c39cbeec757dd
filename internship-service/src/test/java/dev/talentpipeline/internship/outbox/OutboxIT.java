package dev.talentpipeline.internship.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.audit.Deed.Concerned;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.ToldAgain;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.WriterReport;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the outbox promises, against writers that commit slowly and surroundings that break. */
@RunningService
class OutboxIT {

    /** A topic that nobody reads in these tests. */
    private static final String TOPIC = "placements";

    private static final int WRITERS = 16;
    private static final int ROUNDS = 25;
    private static final Duration BOUND = Duration.ofSeconds(60);

    @Autowired
    Outbox outbox;

    @Autowired
    Transactions transactions;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void tables() {
        jdbc.sql("create table if not exists counter (key text primary key, version bigint not null)")
                .update();
        jdbc.sql(
                        "create table if not exists by_sequence (position bigserial primary key, run text, key text, version bigint)")
                .update();
    }

    @Test
    void everyVersionArrivesInOrderWhileAReaderByPositionLosesSome() throws Exception {
        String run = "outbox-" + Participants.newProgramme();
        PositionReader byPosition = new PositionReader(run);
        Thread reading = Thread.ofPlatform().start(byPosition);

        // when 16 writers change one entity of their own and one that all share, and commit slowly
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                String own = run + "/own-" + i;
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        change(run, own);
                        change(run, run + "/shared");
                    }
                }));
            }
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        // then every version of every key is on the topic, in order
        int written = 2 * WRITERS * ROUNDS;
        Map<String, List<Long>> arrived = new TreeMap<>();
        try (TopicReader reader = new TopicReader(TOPIC)) {
            for (ConsumerRecord<String, byte[]> record : reader.read(TopicReader.programme(run), written)) {
                arrived.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(Long.parseLong(new String(record.value(), UTF_8)));
            }
        }
        assertThat(arrived).hasSize(WRITERS + 1);
        arrived.forEach((key, versions) -> assertThat(versions)
                .as(key)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, key.endsWith("/shared") ? WRITERS * ROUNDS : ROUNDS)
                                .boxed()
                                .toList()));

        // while a reader that goes on from the last position it saw has lost rows for good
        byPosition.stop();
        reading.join();
        int lost = written - byPosition.seen;
        System.out.println("Reader by position: %d of %d rows lost; outbox: none".formatted(lost, written));
        assertThat(lost).isPositive();
    }

    /** One change as the service makes it: version under the row's lock, event in the same transaction; then a slow commit. */
    private void change(String run, String key) {
        transactions.within(() -> {
            long version = jdbc.sql("""
                            insert into counter values (?, 1) on conflict (key) do update set version = counter.version + 1
                            returning version
                            """).param(key).query(Long.class).single();
            outbox.append(message(key, version), DEED);
            jdbc.sql("insert into by_sequence (run, key, version) values (?, ?, ?)")
                    .params(run, key, version)
                    .update();
            jdbc.sql("select pg_sleep(?)")
                    .param(ThreadLocalRandom.current().nextDouble(0.006))
                    .query((row, number) -> number)
                    .list();
            return version;
        });
    }

    /** What the trail is to keep of each: nothing that other tests would find. */
    private static final Deed DEED = Deed.done("TESTED", new Deed.Entity("TEST", "outbox"), Concerned.NOBODY, Map.of());

    private static OutboxMessage message(String key, long version) {
        return new OutboxMessage(
                TOPIC, key, version, "test", Long.toString(version).getBytes(UTF_8));
    }

    /** Reads as an outbox by sequence would: whatever lies behind the last position. */
    private final class PositionReader implements Runnable {

        private final String run;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile int seen;

        PositionReader(String run) {
            this.run = run;
        }

        @Override
        public void run() {
            long position = 0;
            boolean last;
            do {
                last = stopped.get();
                List<Long> positions = jdbc.sql(
                                "select position from by_sequence where run = ? and position > ? order by position")
                        .params(run, position)
                        .query(Long.class)
                        .list();
                seen += positions.size();
                position = positions.isEmpty() ? position : positions.getLast();
            } while (!last);
        }

        void stop() {
            stopped.set(true);
        }
    }

    @Test
    void aVersionIsToldInOneWayOnly() {
        String key = Participants.newProgramme();
        transactions.within(() -> {
            outbox.append(message(key, 1), DEED);
            return key;
        });

        assertThatThrownBy(() -> transactions.within(() -> {
                    outbox.append(message(key, 1), DEED);
                    return key;
                }))
                .hasMessageContaining("outbox_pkey");
    }

    @Test
    void nothingIsWrittenOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox.append(message("p", 1), DEED))
                .hasMessageContaining("must be written in the transaction");
    }

    @Test
    void whatWasRolledBackIsNeverTold() {
        String key = Participants.newProgramme();
        assertThatThrownBy(() -> transactions.within(() -> {
                    outbox.append(message(key + "/undone", 1), DEED);
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        transactions.within(() -> {
            outbox.append(message(key + "/done", 1), DEED);
            return key;
        });

        try (TopicReader reader = new TopicReader(TOPIC)) {
            assertThat(reader.read(TopicReader.programme(key), 1))
                    .extracting(ConsumerRecord::key)
                    .containsExactly(key + "/done");
        }
    }

    @Test
    void whatIsToldAgainAfterACrashSaysSo() {
        String key = Participants.newProgramme();
        transactions.within(() -> {
            outbox.append(message(key, 1), DEED);
            return key;
        });
        await().atMost(BOUND)
                .until(() -> jdbc.sql("select published_at is not null from outbox where key = ?")
                        .param(key)
                        .query(Boolean.class)
                        .single());

        // As if it had died before it marked what it had sent.
        transactions.within(() -> {
            jdbc.sql("update outbox set published_at = null where key = ?")
                    .param(key)
                    .update();
            return jdbc.sql(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'internship-service outbox relay'")
                    .query(Integer.class)
                    .single();
        });

        try (TopicReader reader = new TopicReader(TOPIC)) {
            assertThat(reader.read(TopicReader.programme(key), 2))
                    .extracting(record -> ToldAgain.isMarked(record.headers()))
                    .containsExactly(false, true);
        }
    }

    @Test
    void whatIsRepeatedKeepsItsIdAndSaysSo() {
        String key = Participants.newProgramme();
        for (int time = 0; time < 2; time++) {
            transactions.within(() -> {
                outbox.repeat(message(key, 1));
                return key;
            });
            await().atMost(BOUND)
                    .until(() -> jdbc.sql("select published_at is not null from outbox where key = ?")
                            .param(key)
                            .query(Boolean.class)
                            .single());
        }

        try (TopicReader reader = new TopicReader(TOPIC)) {
            List<ConsumerRecord<String, byte[]>> both = reader.read(TopicReader.programme(key), 2);
            assertThat(both)
                    .extracting(record -> ToldAgain.isMarked(record.headers()))
                    .containsExactly(false, true);
            assertThat(EventHeaders.id(both.getLast().headers()))
                    .isNotNull()
                    .isEqualTo(EventHeaders.id(both.getFirst().headers()));
        }
    }

    @Test
    void whatWasWrittenIsCountedInTheTransactionThatWritesIt() throws Exception {
        String key = Participants.newProgramme();
        var partition = new TopicPartition(TOPIC, ProgrammePartitioner.partitionFor(key, Topics.PARTITIONS));
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                Infrastructure.shared().bootstrapServers()))) {
            long before = written(admin, partition);

            transactions.within(() -> {
                for (int version = 1; version <= 3; version++) {
                    outbox.append(message(key + "/written", version), DEED);
                }
                return key;
            });

            await().atMost(BOUND).until(() -> written(admin, partition) == before + 3);
            WriterReport report = account(admin, partition).orElseThrow();
            List<WriterReport.Written> listed = report.tail().stream()
                    .filter(each -> each.key().equals(key + "/written"))
                    .toList();
            assertThat(listed).extracting(WriterReport.Written::version).containsExactly(1L, 2L, 3L);
            try (TopicReader reader = new TopicReader(TOPIC)) {
                assertThat(reader.read(TopicReader.programme(key), 3))
                        .extracting(ConsumerRecord::offset)
                        .containsExactlyElementsOf(listed.stream()
                                .map(WriterReport.Written::offset)
                                .toList());
            }
        }
    }

    private static long written(Admin admin, TopicPartition partition) throws Exception {
        return account(admin, partition).map(WriterReport::records).orElse(0L);
    }

    private static Optional<WriterReport> account(Admin admin, TopicPartition partition) throws Exception {
        OffsetAndMetadata place = admin.listConsumerGroupOffsets(Channels.written("internship-service"))
                .partitionsToOffsetAndMetadata()
                .get()
                .get(partition);
        return place == null ? Optional.empty() : WriterReport.parse(place.metadata());
    }

    @Test
    void theRelayGoesOnAfterItsConnectionWasCut() {
        int cut = jdbc.sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'internship-service outbox relay'")
                .query(Integer.class)
                .single();
        assertThat(cut).isEqualTo(1);

        String programme = market.programme();

        awaitPublished(programme);
    }

    @Test
    void drainsABacklogOfThousandsOfEventsASecond() {
        String run = "backlog-" + Participants.newProgramme();
        int events = 10_000;
        transactions.within(() -> jdbc.sql("""
                        insert into outbox (topic, key, version, value, event_id, event_type, written_at, correlation_id)
                        select ?, ? || '/' || (n % 2000), n / 2000 + 1, convert_to(repeat('x', 400), 'UTF8'), gen_random_uuid(), 'test',
                            clock_timestamp(), 'backlog'
                        from generate_series(0, ? - 1) n
                        """).params(TOPIC, run, events).update());
        long startNanos = System.nanoTime();

        await().atMost(BOUND).pollInterval(Duration.ofMillis(50)).until(() -> unpublished(run) == 0);

        double seconds = (System.nanoTime() - startNanos) / 1e9;
        System.out.println("Outbox relay: %.0f events a second".formatted(events / seconds));
        assertThat(events / seconds).isGreaterThan(500);
    }

    private void awaitPublished(String programme) {
        await().atMost(BOUND).pollInterval(Duration.ofMillis(50)).until(() -> unpublished(programme) == 0);
    }

    private int unpublished(String programme) {
        return jdbc.sql("select count(*) from outbox where published_at is null and split_part(key, '/', 1) = ?")
                .param(programme)
                .query(Integer.class)
                .single();
    }
}
