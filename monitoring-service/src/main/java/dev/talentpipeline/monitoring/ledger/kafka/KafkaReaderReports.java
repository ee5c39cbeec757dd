package dev.talentpipeline.monitoring.ledger.kafka;

import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import dev.talentpipeline.monitoring.ledger.ReaderReports;
import dev.talentpipeline.monitoring.ledger.WriterAccount;
import dev.talentpipeline.schemas.Channels;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.WriterReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Reads what stands beside the committed offsets of the platform's readers and writers, in one request each. Who cannot keep its account beside its own keeps it beside those of its {@link ConsumerGroup#accounts}. */
@Component
final class KafkaReaderReports implements ReaderReports, DisposableBean {

    private static final long ANSWER_SECONDS = 10;
    private static final int ANSWER_MS = 9_000;

    /** What is still asked when the service ends nobody waits for: with the broker away that would take as long as an answer may. */
    private static final Duration AT_THE_END = Duration.ofSeconds(1);

    private final Admin admin;

    KafkaReaderReports(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        admin = Admin.create(settings);
    }

    @Override
    public List<ReaderAccount> look() {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> places =
                places(Stream.of(ConsumerGroup.values()).flatMap(group -> Stream.of(group.id(), group.accounts())));
        List<ReaderAccount> accounts = new ArrayList<>();
        for (ConsumerGroup group : ConsumerGroup.values()) {
            Set<String> topics = group.topics().stream().map(Topic::name).collect(Collectors.toSet());
            for (String keeping : List.of(group.id(), group.accounts())) {
                places.getOrDefault(keeping, Map.of()).forEach((partition, place) -> {
                    if (place != null && topics.contains(partition.topic())) {
                        ReaderReport.parse(place.metadata())
                                .map(report -> account(group.id(), partition, place.offset(), report))
                                .ifPresent(accounts::add);
                    }
                });
            }
        }
        return accounts;
    }

    @Override
    public List<WriterAccount> written() {
        Set<String> writers = Topics.ALL.stream().map(Topic::writer).collect(Collectors.toSet());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> places =
                places(writers.stream().map(Channels::written));
        List<WriterAccount> accounts = new ArrayList<>();
        for (String writer : writers) {
            places.getOrDefault(Channels.written(writer), Map.of()).forEach((partition, place) -> {
                if (place != null) {
                    WriterReport.parse(place.metadata())
                            .map(report -> new WriterAccount(
                                    writer,
                                    partition.topic(),
                                    partition.partition(),
                                    place.offset(),
                                    report.from(),
                                    report.records(),
                                    report.tail().stream()
                                            .map(written -> new WriterAccount.Written(
                                                    written.offset(), written.key(), written.version()))
                                            .toList()))
                            .ifPresent(accounts::add);
                }
            });
        }
        return accounts;
    }

    private static ReaderAccount account(String reader, TopicPartition partition, long committed, ReaderReport report) {
        return new ReaderAccount(
                reader,
                partition.topic(),
                partition.partition(),
                committed,
                report.from(),
                new ReaderAccount.Counts(report.records(), report.applied(), report.duplicate(), report.dead()),
                report.schema(),
                report.delays(),
                report.tail().stream()
                        .map(read -> new ReaderAccount.Read(read.offset(), read.outcome(), read.attempts()))
                        .toList());
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> places(Stream<String> groups) {
        try {
            return admin.listConsumerGroupOffsets(groups.collect(
                            Collectors.toMap(Function.identity(), id -> new ListConsumerGroupOffsetsSpec())))
                    .all()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new KafkaException("The broker has not answered in time.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        admin.close(AT_THE_END);
    }
}
