package dev.talentpipeline.monitoring.ledger.kafka;

import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.monitoring.ledger.ReaderAccount;
import dev.talentpipeline.monitoring.ledger.ReaderReports;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topic;
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

/** Reads what stands beside the committed offsets of the platform's readers, in one request. Who commits nothing there keeps no account: Kafka Streams does not. */
@Component
final class KafkaReaderReports implements ReaderReports, DisposableBean {

    private static final long ANSWER_SECONDS = 10;
    private static final int ANSWER_MS = 9_000;

    private final Admin admin;

    KafkaReaderReports(KafkaProperties kafka) {
        Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        admin = Admin.create(settings);
    }

    @Override
    public List<ReaderAccount> look() {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> places = places();
        List<ReaderAccount> accounts = new ArrayList<>();
        for (ConsumerGroup group : ConsumerGroup.values()) {
            Set<String> topics = group.topics().stream().map(Topic::name).collect(Collectors.toSet());
            places.getOrDefault(group.id(), Map.of()).forEach((partition, place) -> {
                if (place != null && topics.contains(partition.topic())) {
                    ReaderReport.parse(place.metadata())
                            .map(report -> account(group.id(), partition, place.offset(), report))
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
                report.tail().stream()
                        .map(read -> new ReaderAccount.Read(read.offset(), read.outcome() == Outcome.APPLIED))
                        .toList());
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> places() {
        try {
            return admin.listConsumerGroupOffsets(Stream.of(ConsumerGroup.values())
                            .map(ConsumerGroup::id)
                            .collect(Collectors.toMap(Function.identity(), id -> new ListConsumerGroupOffsetsSpec())))
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
        admin.close();
    }
}
