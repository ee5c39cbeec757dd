package dev.talentpipeline.internship.outbox.kafka;

import dev.talentpipeline.internship.outbox.OutboxMessage;
import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Steps;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.ToldAgain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, in Kafka transactions. The transactional id is fixed: a new producer fences the one before it, so a relay that
 * does not know yet that it was replaced can publish nothing. After any exception the producer is of no use any more.
 */
final class OutboxProducer implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "internship-service-outbox";
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Object> settings;
    private final Tracing tracing;
    private @Nullable WrittenAccounts accounts;

    OutboxProducer(Map<String, Object> settings, Tracing tracing) {
        this.tracing = tracing;
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
        all.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, ProgrammePartitioner.class.getName());
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
        // What goes out together may be a hundred thousand records.
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 300_000);
        this.settings = Map.copyOf(settings);
        producer = new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    void start() throws InterruptedException, ExecutionException {
        producer.initTransactions();
        // Its predecessor is fenced by now, so that what was committed stays so.
        accounts = WrittenAccounts.opened(settings);
    }

    void begin() {
        producer.beginTransaction();
    }

    /**
     * Sends within the transaction that was begun; all of it has arrived when this returns, and where it is now is given. Each event carries the step in which it was sent, which goes on
     * with the trace of whoever wrote it.
     *
     * @param uncertain up to which position rows may have been sent before, and say so
     */
    List<RecordMetadata> send(List<RelayConnection.Due> batch, long uncertain)
            throws InterruptedException, ExecutionException {
        try (Steps steps = new Steps()) {
            try {
                List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
                for (RelayConnection.Due due : batch) {
                    sent.add(producer.send(record(due, uncertain, steps)));
                }
                producer.flush();
                List<RecordMetadata> places = new ArrayList<>(sent.size());
                for (Future<RecordMetadata> each : sent) {
                    places.add(each.get());
                }
                started().wrote(batch, places);
                return places;
            } catch (ExecutionException | RuntimeException e) {
                steps.failed(e);
                throw e;
            }
        }
    }

    private ProducerRecord<String, byte[]> record(RelayConnection.Due due, long uncertain, Steps steps) {
        OutboxMessage message = due.message();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<String, byte[]>(message.topic(), message.key(), message.value());
        Step step = steps.begin(tracing.send(message.topic(), due.headers().traceparent()))
                .event(due.headers().id());
        due.headers().in(step.traceparent()).writeTo(record.headers());
        if (due.toldAgain() || due.position() <= uncertain) {
            ToldAgain.mark(record.headers());
        }
        return record;
    }

    void commit() {
        started().commitIn(producer);
        producer.commitTransaction();
    }

    private WrittenAccounts started() {
        return Objects.requireNonNull(accounts, "It must be started before it sends.");
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
