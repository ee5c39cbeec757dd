package dev.talentpipeline.notification.progress.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.events.Notice;
import dev.talentpipeline.events.NoticeChannel;
import dev.talentpipeline.events.NoticeState;
import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.progress.Progress;
import dev.talentpipeline.notification.progress.ProgressTopic;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Sends each step as an event, keyed by person and notice. */
@Component
final class KafkaProgressTopic implements ProgressTopic, DisposableBean {

    private static final String SOURCE = "notification-service";
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final EventCodec codec;
    private final Tracing tracing;
    private final KafkaProducer<String, byte[]> producer;

    KafkaProgressTopic(EventCodec codec, KafkaProperties kafka, Tracing tracing) {
        this.codec = codec;
        this.tracing = tracing;
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, ProgrammePartitioner.class.getName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void tell(List<Progress> progress) {
        List<Future<RecordMetadata>> sent = progress.stream().map(this::send).toList();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                throw new KafkaException("The broker did not take the progress of a notice.", e.getCause());
            }
        }
    }

    private Future<RecordMetadata> send(Progress progress) {
        String notice = progress.noticeId().toString();
        String key = Topic.key(progress.personId(), notice);
        Notice event = event(progress);
        var record = new ProducerRecord<>(Topics.NOTICES.name(), key, codec.encode(event));
        String id = UUID.nameUUIDFromBytes((notice + "/" + progress.version()).getBytes(UTF_8))
                .toString();
        try (Step step = tracing.send(record.topic(), progress.traceparent()).event(id)) {
            new EventHeaders(
                            id,
                            event.getSchema().getFullName(),
                            SOURCE,
                            progress.changedAt(),
                            key,
                            null,
                            null,
                            step.traceparent())
                    .writeTo(record.headers());
        }
        return producer.send(record);
    }

    private static Notice event(Progress progress) {
        return Notice.newBuilder()
                .setPersonId(progress.personId())
                .setNoticeId(progress.noticeId().toString())
                .setVersion(progress.version())
                .setKind(progress.kind())
                .setChannel(NoticeChannel.valueOf(progress.channel().name()))
                .setState(NoticeState.valueOf(progress.state().name()))
                .setSubject(progress.subject())
                .setSubjectVersion(progress.subjectVersion())
                .setChangedAt(progress.changedAt())
                .build();
    }

    @Override
    public void destroy() {
        producer.close(CLOSING);
    }
}
