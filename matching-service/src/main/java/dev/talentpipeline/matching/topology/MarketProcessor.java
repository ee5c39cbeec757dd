package dev.talentpipeline.matching.topology;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Gives Kafka Streams a {@link MarketTask} a task, and a new one whenever it starts over. */
final class MarketProcessor implements Processor<String, byte[], String, Outgoing> {

    private final MarketParts parts;
    private @Nullable MarketTask task;

    private MarketProcessor(MarketParts parts) {
        this.parts = parts;
    }

    /** The processors of all tasks, with stores of the given kind. */
    static ProcessorSupplier<String, byte[], String, Outgoing> supplier(
            MarketParts parts, Function<String, KeyValueBytesStoreSupplier> storeKind) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, byte[], String, Outgoing> get() {
                return new MarketProcessor(parts);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return MarketStores.builders(storeKind);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        task = new MarketTask(context, parts);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Objects.requireNonNull(task, "records come after init").take(record);
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
            task = null;
        }
    }
}
