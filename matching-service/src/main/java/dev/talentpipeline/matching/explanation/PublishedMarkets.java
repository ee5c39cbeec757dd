package dev.talentpipeline.matching.explanation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * The markets that readers see, one shelf a partition. The task that owns a partition opens its shelf, puts markets on it, says when it has
 * read all there was, and takes the shelf away when it ends. Safe for use by many threads.
 *
 * <p>A partition without a shelf is being restored, or belongs to another instance. With several instances this is where a request would be
 * passed on to the owner, whom Kafka Streams names by the same partitioner.
 */
public final class PublishedMarkets {

    private final ToIntFunction<String> partitionOf;
    private final Map<Integer, Shelf> shelves = new ConcurrentHashMap<>();

    /**
     * Without any market yet.
     *
     * @param partitionOf the partition of a programme
     */
    public PublishedMarkets(ToIntFunction<String> partitionOf) {
        this.partitionOf = partitionOf;
    }

    public Shelf open(int partition) {
        Shelf shelf = new Shelf(partition);
        shelves.put(partition, shelf);
        return shelf;
    }

    /**
     * The market of a programme; empty: there is no such programme.
     *
     * @throws StillReadingException while the programme's partition is not read to the end
     */
    public Optional<PublishedMarket> find(String programmeId) {
        int partition = partitionOf.applyAsInt(programmeId);
        Shelf shelf = shelves.get(partition);
        if (shelf == null || !shelf.complete) {
            throw new StillReadingException(partition);
        }
        return Optional.ofNullable(shelf.markets.get(programmeId));
    }

    /** The markets of one partition. */
    public final class Shelf implements AutoCloseable {

        private final int partition;
        private final Map<String, PublishedMarket> markets = new ConcurrentHashMap<>();
        private volatile boolean complete;

        private Shelf(int partition) {
            this.partition = partition;
        }

        public void put(String programmeId, PublishedMarket market) {
            markets.put(programmeId, market);
        }

        public void remove(String programmeId) {
            markets.remove(programmeId);
        }

        /** All that there was has been read: readers may look. */
        public void complete() {
            complete = true;
        }

        @Override
        public void close() {
            shelves.remove(partition, this);
        }
    }
}
