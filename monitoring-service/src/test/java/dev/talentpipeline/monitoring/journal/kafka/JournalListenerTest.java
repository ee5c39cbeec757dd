package dev.talentpipeline.monitoring.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.kit.kafka.EventCounters;
import dev.talentpipeline.kit.tracing.CollectedSpans;
import dev.talentpipeline.monitoring.journal.Entry;
import dev.talentpipeline.monitoring.journal.Journal;
import dev.talentpipeline.monitoring.journal.Partition;
import dev.talentpipeline.schemas.EventCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionOperations;

class JournalListenerTest {

    /** Tombstones, for which nobody asks the registry. */
    private static final List<ConsumerRecord<String, byte[]>> RECORDS = List.of(tombstone(1), tombstone(2));

    private final CollectedSpans collected = new CollectedSpans();
    private final EventCodec codec = new EventCodec("http://127.0.0.1:1");
    private final AwayJournal journal = new AwayJournal();
    private final JournalListener listener = new JournalListener(
            codec,
            journal,
            TransactionOperations.withoutTransaction(),
            new EventCounters(new SimpleMeterRegistry()),
            new JournalHealth(),
            collected.tracing(),
            Clock.systemUTC());

    @AfterEach
    void close() {
        codec.close();
    }

    @Test
    void whatWasReadTogetherIsOneStepARecord() {
        journal.fault = null;

        listener.on(RECORDS);

        assertThat(collected.spans()).hasSize(2).extracting(SpanData::getStatus).containsOnly(StatusData.unset());
    }

    @Test
    void whatCouldNotBeKeptIsStepsThatFailedAndNoneIsLeftOpen() {
        journal.fault = new DataAccessResourceFailureException("the database is away");

        assertThatThrownBy(() -> listener.on(RECORDS)).isSameAs(journal.fault);

        assertThat(collected.spans()).hasSize(2).extracting(SpanData::getStatus).containsOnly(StatusData.error());
    }

    private static ConsumerRecord<String, byte[]> tombstone(long offset) {
        @SuppressWarnings("NullAway") // That is a tombstone.
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("contacts", 0, offset, "person", null);
        return record;
    }

    /** Takes everything, unless its database is away. */
    private static final class AwayJournal implements Journal {

        private @Nullable RuntimeException fault;

        @Override
        public int keep(List<Entry> entries) {
            if (fault != null) {
                throw fault;
            }
            return entries.size();
        }

        @Override
        public Map<Partition, Long> ends(Collection<Partition> partitions) {
            return Map.of();
        }

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }
}
