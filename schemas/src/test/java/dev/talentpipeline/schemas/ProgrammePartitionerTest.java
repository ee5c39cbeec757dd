package dev.talentpipeline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class ProgrammePartitionerTest {

    @Test
    void everythingOfAProgrammeMeetsInOnePartition() {
        for (int programme = 0; programme < 200; programme++) {
            String id = "programme-" + programme;
            int expected = ProgrammePartitioner.partitionFor(id, Topics.PARTITIONS);
            assertThat(ProgrammePartitioner.partitionFor(Topic.key(id, "student-" + programme), Topics.PARTITIONS))
                    .isEqualTo(expected);
            assertThat(new ProgrammeStreamPartitioner<String>()
                            .partitions("offers", Topic.key(id, "x"), null, Topics.PARTITIONS))
                    .isEqualTo(Optional.of(Set.of(expected)));
        }
    }

    @Test
    void programmesSpreadOverAllPartitions() {
        Set<Integer> used = new HashSet<>();
        for (int programme = 0; programme < 200; programme++) {
            used.add(ProgrammePartitioner.partitionFor("programme-" + programme, Topics.PARTITIONS));
        }
        assertThat(used).hasSize(Topics.PARTITIONS);
    }

    @Test
    void theProducersPartitionerAgrees() {
        var node = new Node(0, "localhost", 1);
        var partitions = java.util.stream.IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(i -> new PartitionInfo("offers", i, node, new Node[] {node}, new Node[] {node}))
                .toList();
        var cluster = new Cluster("test", List.of(node), partitions, Set.of(), Set.of());
        try (var partitioner = new ProgrammePartitioner()) {
            assertThat(partitioner.partition("offers", "demo/o1", null, null, null, cluster))
                    .isEqualTo(ProgrammePartitioner.partitionFor("demo", Topics.PARTITIONS));
            assertThatThrownBy(() -> partitioner.partition("offers", 7, null, null, null, cluster))
                    .hasMessageContaining("key (7)");
        }
    }
}
