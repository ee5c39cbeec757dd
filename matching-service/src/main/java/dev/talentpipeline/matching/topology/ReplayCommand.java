package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.clearing.ClearingResult;
import dev.talentpipeline.matching.engine.verification.StabilityVerifier;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * {@code replay PROGRAMME CLEARING [--kafka=HOST:PORT] [--registry=URL]}: does a clearing again out of the topics and compares its hashes with
 * those of its report. It only reads.
 */
public final class ReplayCommand {

    /** The clearing gave what its report says. */
    public static final int SAME = 0;

    /** It did not. */
    public static final int DIFFERENT = 1;

    /** It gave another stable matching, as its report says that it may: it had gone on from an earlier one. */
    public static final int ANOTHER = 3;

    /** It cannot be done again: its report or what it had read is no longer there. */
    public static final int GONE = 2;

    public static final int USAGE = 64;

    private static final Duration POLL = Duration.ofMillis(200);

    private final PrintStream out;
    private final String programme;
    private final long clearing;
    private final String kafka;
    private final String registry;

    private ReplayCommand(PrintStream out, String programme, long clearing, String kafka, String registry) {
        this.out = out;
        this.programme = programme;
        this.clearing = clearing;
        this.kafka = kafka;
        this.registry = registry;
    }

    /** Runs the command; gives its exit status. */
    public static int run(List<String> arguments, PrintStream out) {
        String kafka = "127.0.0.1:18092";
        String registry = "http://127.0.0.1:18085";
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--kafka=")) {
                kafka = argument.substring("--kafka=".length());
            } else if (argument.startsWith("--registry=")) {
                registry = argument.substring("--registry=".length());
            } else {
                names.add(argument);
            }
        }
        if (names.size() != 2 || !names.get(1).matches("[1-9][0-9]{0,17}")) {
            out.println("usage: replay PROGRAMME CLEARING [--kafka=HOST:PORT] [--registry=URL]");
            out.println("CLEARING is the number of a clearing, such as 3.");
            return USAGE;
        }
        return new ReplayCommand(out, names.get(0), Long.parseLong(names.get(1)), kafka, registry).run();
    }

    private int run() {
        int partition = ProgrammePartitioner.partitionFor(programme, Topics.PARTITIONS);
        try (EventCodec codec = new EventCodec(registry);
                Consumer<String, byte[]> consumer = consumer()) {
            Wire wire = Wire.of(codec);
            Optional<ClearingReport> report = report(consumer, wire, partition);
            if (report.isEmpty()) {
                out.println("There is no report of clearing " + clearing + " of programme " + programme
                        + ". Maybe its season is over, or the number or the programme is another.");
                return GONE;
            }
            Replay replay = new Replay(report.get(), wire);
            for (Topic<?> topic : ConsumerGroup.MATCHING_SERVICE.topics()) {
                for (ConsumerRecord<String, byte[]> record : read(consumer, topic, partition)) {
                    replay.take(topic, record.key(), record.offset(), record.value());
                }
            }
            for (ConsumerRecord<String, byte[]> record : read(consumer, Topics.PLACEMENT_OFFERS, partition)) {
                PlacementOffer proposal = wire.decode(Topics.PLACEMENT_OFFERS, record.value());
                replay.take(proposal);
            }
            return replay.clear(StabilityVerifier::verify)
                    .map(result -> compare(report.get(), result, replay))
                    .orElseGet(() -> {
                        out.println("The rules of programme " + programme + " of then are gone.");
                        return GONE;
                    });
        }
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        // A fetch that waits at the end of one topic would hold up the first of the next for half a
                        // second.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        0),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private Optional<ClearingReport> report(Consumer<String, byte[]> consumer, Wire wire, int partition) {
        return read(consumer, Topics.CLEARINGS, partition).stream()
                .filter(record -> programme.equals(record.key()))
                .map(record -> wire.decode(Topics.CLEARINGS, record.value()))
                .filter(event -> event.getClearing() == clearing)
                .findFirst();
    }

    /** All records of a partition that are there now. */
    private static List<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer, Topic<?> topic, int partition) {
        TopicPartition input = new TopicPartition(topic.name(), partition);
        consumer.assign(List.of(input));
        consumer.seekToBeginning(List.of(input));
        long end = consumer.endOffsets(List.of(input)).getOrDefault(input, 0L);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (consumer.position(input) < end) {
            records.addAll(consumer.poll(POLL).records(input));
        }
        return records;
    }

    private int compare(ClearingReport report, ClearingResult result, Replay replay) {
        boolean sameInput = report.getInputHash().equals(result.inputHash());
        boolean sameResult = report.getResultHash().equals(result.resultHash());
        out.println("clearing " + clearing + " of programme " + programme + ", " + report.getStartedAt());
        out.println("  students %d, internships %d, free seats %d, matched %d, blocking pairs %d"
                .formatted(
                        result.students(),
                        result.internships(),
                        result.freeSeats(),
                        result.matches().size(),
                        result.verdict().blockingPairs()));
        out.println("  input   " + told(sameInput, report.getInputHash(), result.inputHash()));
        out.println("  result  " + told(sameResult, report.getResultHash(), result.resultHash()));
        if (sameInput && !sameResult && !report.getStudentOptimal()) {
            out.println(
                    "  The report says that the clearing went on from an earlier one and may not be the best for the"
                            + " students; done anew it is another stable matching.");
            return ANOTHER;
        }
        if (!sameInput && !replay.gone().isEmpty()) {
            out.println("  Of %d keys the versions of then are gone, such as %s."
                    .formatted(
                            replay.gone().size(),
                            replay.gone().stream().sorted().findFirst().orElseThrow()));
            return GONE;
        }
        return sameInput && sameResult ? SAME : DIFFERENT;
    }

    private static String told(boolean same, String reported, String found) {
        return same ? "same: " + found : "different: reported " + reported + ", found " + found;
    }
}
