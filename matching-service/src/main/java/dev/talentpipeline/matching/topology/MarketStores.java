package dev.talentpipeline.matching.topology;

import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * What a task must not forget, in four stores whose keys are text:
 *
 * <pre>
 *  facts         TOPIC/RECORD-KEY                     the record's bytes as they came: the newest applied of each key
 *  proposals     PROGRAMME/OFFER                      a proposal without an answer
 *  outcomes      clearings/PROGRAMME/CLEARING         a report; the clearing in 19 digits, so that they stand in order
 *                cutoffs/PROGRAMME/INTERNSHIP         the cutoff as last published
 *  progress      clearing/PROGRAMME                   number of the last clearing
 *                round/PROGRAMME                      last instant of clearing that was dealt with, ms since 1970
 *                changed/PROGRAMME                    1: something waits to be cleared
 *                left-out/PROGRAMME/KIND/ENTITY       its newest event could not be applied: that event's offset
 *                position/TOPIC                       next offset to read
 * </pre>
 */
final class MarketStores {

    private static final String FACTS = "facts";
    private static final String PROPOSALS = "proposals";
    private static final String OUTCOMES = "outcomes";
    private static final String PROGRESS = "progress";

    private final Wire wire;
    private final KeyValueStore<String, byte[]> facts;
    private final KeyValueStore<String, byte[]> proposals;
    private final KeyValueStore<String, byte[]> outcomes;
    private final KeyValueStore<String, Long> progress;
    private final TaskId task;
    private boolean erased;

    MarketStores(ProcessorContext<?, ?> context, Wire wire) {
        this.wire = wire;
        facts = context.getStateStore(FACTS);
        proposals = context.getStateStore(PROPOSALS);
        outcomes = context.getStateStore(OUTCOMES);
        progress = context.getStateStore(PROGRESS);
        task = context.taskId();
    }

    /**
     * What Streams builds the stores from.
     *
     * @param kind where a store of that name keeps its entries
     */
    static Set<StoreBuilder<?>> builders(Function<String, KeyValueBytesStoreSupplier> kind) {
        return Set.of(
                Stores.keyValueStoreBuilder(kind.apply(FACTS), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(kind.apply(PROPOSALS), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(kind.apply(OUTCOMES), Serdes.String(), Serdes.ByteArray()),
                // Positions move with every record; the cache writes each once a commit.
                Stores.keyValueStoreBuilder(kind.apply(PROGRESS), Serdes.String(), Serdes.Long())
                        .withCachingEnabled());
    }

    void keep(Topic<?> topic, String key, byte[] record) {
        facts.put(topic.name() + "/" + key, record);
    }

    void forget(Topic<?> topic, String key) {
        facts.delete(topic.name() + "/" + key);
        erased = true;
    }

    /** Whether something was forgotten since the files were last cleaned. */
    boolean toBeCleaned() {
        return erased;
    }

    /** Takes what was forgotten out of the files too; takes as long as it takes to write all facts. */
    void clean() {
        facts.flush();
        StoreFiles.clean(task, FACTS);
        erased = false;
    }

    /** Visits the newest applied record of every key of the topic. */
    void eachFact(Topic<?> topic, BiConsumer<String, byte[]> visitor) {
        each(facts, topic.name() + "/", visitor);
    }

    void reserve(PlacementOffer proposal) {
        proposals.put(Topic.key(proposal.getProgrammeId(), proposal.getOfferId()), wire.encode(proposal));
    }

    void settle(String programmeId, String offerId) {
        proposals.delete(Topic.key(programmeId, offerId));
    }

    void eachProposal(Consumer<PlacementOffer> visitor) {
        each(proposals, "", (key, bytes) -> visitor.accept(wire.decode(Topics.PLACEMENT_OFFERS, bytes)));
    }

    /** Keeps a report, and drops the one that is too old by now. */
    void keep(ClearingReport report, int reportsKept) {
        outcomes.put(reportKey(report.getProgrammeId(), report.getClearing()), wire.encode(report));
        long old = report.getClearing() - reportsKept;
        if (old > 0) {
            outcomes.delete(reportKey(report.getProgrammeId(), old));
        }
    }

    void eachReport(Consumer<ClearingReport> visitor) {
        each(outcomes, "clearings/", (key, bytes) -> visitor.accept(wire.decode(Topics.CLEARINGS, bytes)));
    }

    private static String reportKey(String programmeId, long clearing) {
        return "clearings/%s/%019d".formatted(programmeId, clearing);
    }

    void keep(Cutoff cutoff) {
        outcomes.put("cutoffs/" + Topic.key(cutoff.getProgrammeId(), cutoff.getInternshipId()), wire.encode(cutoff));
    }

    void forgetCutoff(String programmeId, String internshipId) {
        outcomes.delete("cutoffs/" + Topic.key(programmeId, internshipId));
    }

    void eachCutoff(Consumer<Cutoff> visitor) {
        each(outcomes, "cutoffs/", (key, bytes) -> visitor.accept(wire.decode(Topics.CUTOFFS, bytes)));
    }

    long clearings(String programmeId) {
        return Optional.ofNullable(progress.get("clearing/" + programmeId)).orElse(0L);
    }

    void clearings(String programmeId, long number) {
        progress.put("clearing/" + programmeId, number);
    }

    @Nullable Instant roundDone(String programmeId) {
        Long ms = progress.get("round/" + programmeId);
        return ms == null ? null : Instant.ofEpochMilli(ms);
    }

    void roundDone(String programmeId, Instant instant) {
        progress.put("round/" + programmeId, instant.toEpochMilli());
    }

    boolean changed(String programmeId) {
        return progress.get("changed/" + programmeId) != null;
    }

    void changed(String programmeId, boolean waits) {
        if (waits) {
            progress.put("changed/" + programmeId, 1L);
        } else {
            progress.delete("changed/" + programmeId);
        }
    }

    /** Leaves an entity out because of the event at that offset of its topic. */
    void leaveOut(String programmeId, Kind kind, String id, long offset) {
        progress.put(leftOutKey(programmeId, kind, id), offset);
    }

    void takenIn(String programmeId, Kind kind, String id) {
        String key = leftOutKey(programmeId, kind, id);
        if (progress.get(key) != null) {
            progress.delete(key);
        }
    }

    /** The offset of the event because of which an entity is left out; empty: it is not. */
    OptionalLong leftOutSince(String programmeId, Kind kind, String id) {
        Long offset = progress.get(leftOutKey(programmeId, kind, id));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    private static String leftOutKey(String programmeId, Kind kind, String id) {
        return "left-out/" + programmeId + "/" + kind + "/" + id;
    }

    /** Visits what is left out: programme, kind and entity. */
    void eachLeftOut(LeftOutVisitor visitor) {
        each(progress, "left-out/", (key, offset) -> {
            String[] words = key.split("/", 3);
            visitor.visit(words[0], Kind.valueOf(words[1]), words[2]);
        });
    }

    /** Takes one entity whose newest event could not be applied. */
    @FunctionalInterface
    interface LeftOutVisitor {
        void visit(String programmeId, Kind kind, String id);
    }

    void position(String topic, long next) {
        progress.put("position/" + topic, next);
    }

    Map<String, Long> positions() {
        Map<String, Long> positions = new HashMap<>();
        each(progress, "position/", positions::put);
        return positions;
    }

    /** Visits what stands below the prefix, with the rest of each key. */
    private static <V> void each(KeyValueStore<String, V> store, String prefix, BiConsumer<String, V> visitor) {
        try (KeyValueIterator<String, V> entries = prefix.isEmpty()
                ? store.all()
                : store.prefixScan(prefix, Serdes.String().serializer())) {
            while (entries.hasNext()) {
                var entry = entries.next();
                visitor.accept(entry.key.substring(prefix.length()), entry.value);
            }
        }
    }
}
