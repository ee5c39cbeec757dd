package dev.talentpipeline.stack.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.stack.Infrastructure;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadersIT {

    private static final String BROKER = Infrastructure.shared().bootstrapServers();

    @Test
    void aPartitionThatNobodyHadReadByThenIsReadFromItsBeginning() throws Exception {
        String group = "readers-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER));
                Readers readers = new Readers(BROKER)) {
            // given
            admin.alterConsumerGroupOffsets(
                            group,
                            Map.of(
                                    new TopicPartition("contacts", 0), new OffsetAndMetadata(5),
                                    new TopicPartition("contacts", 1), new OffsetAndMetadata(7),
                                    new TopicPartition("placement-offers", 1), new OffsetAndMetadata(9)))
                    .all()
                    .get();

            // when
            readers.setBack(group, Map.of("contacts-0", 3L), Set.of("contacts"));

            // then
            assertThat(readers.positions().get(group))
                    .isEqualTo(Map.of("contacts-0", 3L, "contacts-1", 0L, "placement-offers-1", 9L));
        }
    }
}
