package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.matching.clearing.Verifier;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.matching.explanation.PublishedMarkets;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology on a bench: events in, a clock that is moved by hand, and all that comes out. */
final class MarketBench implements AutoCloseable {

    static final Instant START = Instant.parse("2027-01-10T08:00:00Z");

    private static final Duration BEAT = Duration.ofMillis(1);

    final Map<String, Long> inputEnds = new HashMap<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PublishedMarkets published = new PublishedMarkets(programme -> 0);
    private final Wire wire = new PlainWire();
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private boolean slowly;
    private @Nullable String traceparent;
    private final Restartable processors;
    private final TopologyTestDriver driver;

    MarketBench() {
        this(StabilityVerifier::verify, Map.of());
    }

    MarketBench(Verifier verifier, Map<String, Long> ends) {
        this(verifier, ends, Stores::inMemoryKeyValueStore, Map.of(), Tracing.unseen());
    }

    /** A bench whose steps are told. */
    static MarketBench traced(Tracing tracing) {
        return new MarketBench(StabilityVerifier::verify, Map.of(), Stores::inMemoryKeyValueStore, Map.of(), tracing);
    }

    /** A bench whose stores are files in the directory, as in service. */
    static MarketBench onDisk(Path directory) {
        return new MarketBench(
                StabilityVerifier::verify,
                Map.of(),
                Stores::persistentKeyValueStore,
                Map.of(
                        StreamsConfig.STATE_DIR_CONFIG,
                        directory.toString(),
                        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                        StoreFiles.class.getName()),
                Tracing.unseen());
    }

    private MarketBench(
            Verifier verifier,
            Map<String, Long> ends,
            Function<String, KeyValueBytesStoreSupplier> storeKind,
            Map<String, String> more,
            Tracing tracing) {
        inputEnds.putAll(ends);
        MarketParts parts = new MarketParts(
                wire,
                partition -> Map.copyOf(inputEnds),
                new ReadingAccounts(partitions -> Map.of()),
                new ClearingWorkers(this::work, this::work, Integer.MAX_VALUE),
                verifier,
                published,
                new MatchingSettings(Duration.ofMillis(20), Duration.ofSeconds(30), 3, Integer.MAX_VALUE),
                new MatchingMeters(new EventCounters(meters), meters),
                tracing);
        processors = new Restartable(MarketProcessor.supplier(parts, storeKind));
        StreamsBuilder streams = new StreamsBuilder();
        MatchingTopology.build(streams, wire, processors);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.putAll(more);
        driver = new TopologyTestDriver(streams.build(), settings, START);
    }

    /** Has the stores write what they hold in memory to their files. */
    MarketBench flush() {
        driver.getAllStateStores().values().forEach(StateStore::flush);
        return this;
    }

    /** From now on clearings take as long as the test wants: they wait until {@link #clearAll}. */
    MarketBench clearSlowly() {
        slowly = true;
        return this;
    }

    /** From now on clearings are done as soon as they are begun; those that wait go on waiting. */
    MarketBench clearAtOnce() {
        slowly = false;
        return this;
    }

    /** Does all clearings that were begun. */
    MarketBench clearAll() {
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
        return this;
    }

    private void work(Runnable clearing) {
        if (slowly) {
            begun.add(clearing);
        } else {
            clearing.run();
        }
    }

    /** The task starts over with nothing but its stores, as after a crash. */
    void restart() {
        processors.restartAtTheNextBeat();
        driver.advanceWallClockTime(BEAT);
    }

    /** From now on events belong to this trace. */
    MarketBench in(String trace) {
        traceparent = trace;
        return this;
    }

    MarketBench post(Programme.Builder event) {
        Programme built = event.build();
        return send(Topics.PROGRAMMES, built.getProgrammeId(), wire.encode(built));
    }

    MarketBench post(StudentProfile.Builder event) {
        StudentProfile built = event.build();
        return send(
                Topics.STUDENT_PROFILES, Topic.key(built.getProgrammeId(), built.getStudentId()), wire.encode(built));
    }

    MarketBench post(Internship.Builder event) {
        Internship built = event.build();
        return send(Topics.INTERNSHIPS, Topic.key(built.getProgrammeId(), built.getInternshipId()), wire.encode(built));
    }

    MarketBench post(Offer.Builder event) {
        Offer built = event.build();
        return send(Topics.OFFERS, Topic.key(built.getProgrammeId(), built.getOfferId()), wire.encode(built));
    }

    MarketBench send(Topic<?> topic, @Nullable String key, byte @Nullable [] value) {
        Headers headers = new RecordHeaders();
        new EventHeaders(
                        "event-of-" + key, "type", "test", START, String.valueOf(key), "correlation", null, traceparent)
                .writeTo(headers);
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
        return this;
    }

    /** Sends what stood at that offset of the topic to this service alone, as what was set aside is sent again. */
    MarketBench sendAgain(String sending, Topic<?> topic, long offset, String key, byte[] value) {
        Headers headers = new RecordHeaders();
        new EventHeaders("event-of-" + key, "type", "test", START, key, "correlation", null, null).writeTo(headers);
        new SentAgain(sending, topic.name(), 0, offset).writeTo(headers);
        driver.createInputTopic(
                        ConsumerGroup.MATCHING_SERVICE.redrive(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers));
        return this;
    }

    /** What became of what was sent again, as {@code SENDING OUTCOME}. */
    List<String> redriven() {
        return output(ConsumerGroup.MATCHING_SERVICE.redriven()).readRecordsToList().stream()
                .map(record -> SentAgain.Answer.readFrom(record.headers()).orElseThrow())
                .map(answer -> answer.record() + " " + answer.outcome())
                .toList();
    }

    /** Lets time pass in small steps, so that whatever comes due is done about when it is due. */
    MarketBench pass(Duration time) {
        long steps = Math.max(1, time.toMillis() / 50);
        for (long step = 0; step < steps; step++) {
            driver.advanceWallClockTime(time.dividedBy(steps));
        }
        return this;
    }

    /** Lets time pass at once, as it does for an instance that is away. */
    MarketBench jump(Duration time) {
        driver.advanceWallClockTime(time);
        return this;
    }

    MarketBench settle() {
        // The market waits a moment of real time for a clearing on its way, at every beat.
        return pass(begun.isEmpty() ? Duration.ofSeconds(2) : Duration.ofMillis(200));
    }

    List<PlacementOffer> proposals() {
        return read(Topics.PLACEMENT_OFFERS);
    }

    List<TestRecord<String, byte[]>> proposalRecords() {
        return output(Topics.PLACEMENT_OFFERS.name()).readRecordsToList();
    }

    List<ClearingReport> reports() {
        return read(Topics.CLEARINGS);
    }

    List<Cutoff> cutoffs() {
        return read(Topics.CUTOFFS);
    }

    List<TestRecord<String, byte[]>> records(Topic<?> topic) {
        return output(topic.name()).readRecordsToList();
    }

    List<TestRecord<String, byte[]>> deadLetters(Topic<?> topic) {
        return output(topic.deadLetters(ConsumerGroup.MATCHING_SERVICE)).readRecordsToList();
    }

    double counted(String topic, String outcome) {
        return meters.counter("talentpipeline.consumer.events", "topic", topic, "outcome", outcome)
                .count();
    }

    private <T extends SpecificRecord> List<T> read(Topic<T> topic) {
        List<T> events = new ArrayList<>();
        for (TestRecord<String, byte[]> record : output(topic.name()).readRecordsToList()) {
            events.add(wire.decode(topic, record.value()));
        }
        return events;
    }

    private TestOutputTopic<String, byte[]> output(String name) {
        return driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        driver.close();
    }

    /** Lets a test close and initialise the processor again over the same stores. */
    private static final class Restartable implements ProcessorSupplier<String, byte[], String, Outgoing> {

        private final ProcessorSupplier<String, byte[], String, Outgoing> original;
        private boolean wanted;

        Restartable(ProcessorSupplier<String, byte[], String, Outgoing> original) {
            this.original = original;
        }

        /** The stores are within reach only while Streams calls the processor, so it waits for the next beat. */
        void restartAtTheNextBeat() {
            wanted = true;
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return original.stores();
        }

        @Override
        public Processor<String, byte[], String, Outgoing> get() {
            Processor<String, byte[], String, Outgoing> processor = original.get();
            return new Processor<>() {
                @Override
                public void init(ProcessorContext<String, Outgoing> context) {
                    processor.init(context);
                    context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, now -> {
                        if (wanted) {
                            wanted = false;
                            processor.close();
                            processor.init(context);
                        }
                    });
                }

                @Override
                public void process(Record<String, byte[]> record) {
                    processor.process(record);
                }

                @Override
                public void close() {
                    processor.close();
                }
            };
        }
    }
}
