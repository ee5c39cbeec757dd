package dev.talentpipeline.matching.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaInputEndsIT {

    private static final int PARTITION = 5;

    @Test
    void theEndIsBehindTheLastCommittedRecordWhateverMarkersAndAbortedRecordsFollow() {
        String broker = Infrastructure.shared().bootstrapServers();
        InputEnds ends = new KafkaInputEnds(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker));
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ProducerConfig.TRANSACTIONAL_ID_CONFIG, "input-ends");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(tombstone());
            producer.commitTransaction();
            Map<String, Long> committed = ends.of(PARTITION);
            assertThat(committed).containsKey(Topics.OFFERS.name());

            producer.beginTransaction();
            for (int record = 0; record < 200; record++) {
                producer.send(tombstone());
            }
            producer.flush();
            producer.abortTransaction();
            assertThat(ends.of(PARTITION)).isEqualTo(committed);

            producer.beginTransaction();
            producer.send(tombstone());
            producer.commitTransaction();
            // 200 aborted records and two markers lie between the two.
            assertThat(ends.of(PARTITION)).containsEntry(Topics.OFFERS.name(), committed.get("offers") + 203);
        }
    }

    /** Erases nothing that there is, so that a service which reads it later is not disturbed. */
    private static ProducerRecord<String, byte[]> tombstone() {
        return new ProducerRecord<>(Topics.OFFERS.name(), PARTITION, "ends/offer", null);
    }
}
