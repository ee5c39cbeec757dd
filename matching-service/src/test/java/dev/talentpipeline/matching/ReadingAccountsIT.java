package dev.talentpipeline.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.kafka.ReaderReport;
import dev.talentpipeline.kit.kafka.ReaderReport.Outcome;
import dev.talentpipeline.matching.topology.EventFixture;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.SchemaFingerprint;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service says of each record that it read, committed with its offsets, over a restart. */
class ReadingAccountsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path stateDirectory;

    @Test
    void everyRecordIsAccountedForOnceOverARestart() throws Exception {
        String programme = "accounted-" + UUID.randomUUID();
        var profiles = new TopicPartition(
                Topics.STUDENT_PROFILES.name(), ProgrammePartitioner.partitionFor(programme, Topics.PARTITIONS));
        try (var admin = Admin.create(Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Infrastructure.shared().bootstrapServers()));
                var traffic = new EventTraffic()) {
            long first;
            long from;
            try (var _ = RunningService.start(stateDirectory)) {
                first = admin.listOffsets(Map.of(profiles, OffsetSpec.latest()))
                        .partitionResult(profiles)
                        .get()
                        .offset();
                traffic.send(EventFixture.student(programme, "s1", 3).build());
                traffic.send(EventFixture.student(programme, "s1", 3).build());
                traffic.sendRaw(
                        Topics.STUDENT_PROFILES,
                        Topic.key(programme, "s2"),
                        "nothing that can be read".getBytes(UTF_8));
                await().atMost(PATIENCE).until(() -> place(admin, profiles).offset() >= first + 3);
                ReaderReport said = report(admin, profiles);
                from = said.from();
                assertThat(since(said, first)).containsExactly(Outcome.APPLIED, Outcome.DUPLICATE, Outcome.DEAD);
                assertThat(said.schema()).isEqualTo(SchemaFingerprint.compiledFor(Topics.STUDENT_PROFILES));
            }
            try (var _ = RunningService.start(stateDirectory)) {
                traffic.send(EventFixture.student(programme, "s3", 4).build());
                await().atMost(PATIENCE).until(() -> place(admin, profiles).offset() >= first + 4);
            }

            ReaderReport said = report(admin, profiles);

            assertThat(since(said, first))
                    .containsExactly(Outcome.APPLIED, Outcome.DUPLICATE, Outcome.DEAD, Outcome.APPLIED);
            assertThat(said.from()).isEqualTo(from);
            // As far as the service itself has come, and no further.
            assertThat(place(admin, profiles).offset())
                    .isEqualTo(place(admin, ConsumerGroup.MATCHING_SERVICE.id(), profiles)
                            .offset());
        }
    }

    private static List<Outcome> since(ReaderReport report, long offset) {
        return report.tail().stream()
                .filter(read -> read.offset() >= offset)
                .map(ReaderReport.Read::outcome)
                .toList();
    }

    private static ReaderReport report(Admin admin, TopicPartition partition) throws Exception {
        return ReaderReport.parse(place(admin, partition).metadata()).orElseThrow();
    }

    private static OffsetAndMetadata place(Admin admin, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        return place(admin, ConsumerGroup.MATCHING_SERVICE.accounts(), partition);
    }

    private static OffsetAndMetadata place(Admin admin, String group, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .getOrDefault(partition, new OffsetAndMetadata(0));
    }
}
