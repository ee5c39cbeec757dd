package dev.talentpipeline.schemas;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** {@link ProgrammePartitioner} for the sinks and the queries of Kafka Streams. */
public final class ProgrammeStreamPartitioner<V> implements StreamPartitioner<String, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, @Nullable V value, int partitions) {
        return Optional.of(Set.of(ProgrammePartitioner.partitionFor(key, partitions)));
    }
}
