package dev.talentpipeline.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.talentpipeline.kit.kafka.TakingTogether.Taken;
import dev.talentpipeline.kit.tracing.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TakingTogetherTest {

    private static final TopicPartition PARTITION = new TopicPartition("offers", 0);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final TakingTogether together = new TakingTogether(Tracing.unseen());
    private final MockConsumer<String, byte[]> broker = broker();
    private final Consumer<String, byte[]> consumer = together.noting(broker);
    private final List<List<String>> taken = new ArrayList<>();
    private final List<String> poison = new ArrayList<>();

    @Test
    void takesWhatAPollBroughtAtOnceAndKnowsOfEachWhatCameOfIt() {
        List<ConsumerRecord<String, byte[]>> records = polled("a", "b-again", "c");

        assertThat(records).extracting(this::isNews).containsExactly(true, false, true);
        assertThat(taken).containsExactly(List.of("a", "b-again", "c"));
    }

    @Test
    void takesEachAloneWhereTheyCannotBeTakenTogetherAndTheNextPollTogetherAgain() {
        poison.add("b");
        List<ConsumerRecord<String, byte[]>> records = polled("a", "b", "c-again");

        assertThat(isNews(records.get(0))).isTrue();
        assertThatExceptionOfType(UnappliableEventException.class)
                .isThrownBy(() -> isNews(records.get(1)))
                .withMessage("b");
        assertThat(isNews(records.get(2))).isFalse();
        assertThat(taken).containsExactly(List.of("a", "b", "c-again"), List.of("a"), List.of("b"), List.of("c-again"));

        taken.clear();
        assertThat(polled("d", "e")).extracting(this::isNews).containsExactly(true, true);
        assertThat(taken).containsExactly(List.of("d", "e"));
    }

    /** As a record does that is tried again: it comes in a poll of its own. */
    @Test
    void whatCameOfARecordIsSaidOnce() {
        List<ConsumerRecord<String, byte[]>> records = polled("a", "b");
        assertThat(records).extracting(this::isNews).containsExactly(true, true);

        assertThat(isNews(records.get(1))).isTrue();

        assertThat(taken).containsExactly(List.of("a", "b"), List.of("b"));
    }

    @Test
    void aRecordThatIsHandedOnFromElsewhereIsTakenAlone() {
        ConsumerRecord<String, byte[]> first = polled("a", "b").getFirst();
        var same = new ConsumerRecord<>(first.topic(), first.partition(), first.offset(), first.key(), first.value());

        assertThat(isNews(same)).isTrue();

        assertThat(taken).containsExactly(List.of("a"));
    }

    @Test
    void whatARecordBringsAboutGoesOnWithItsOwnTrace() {
        List<String> traces = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> records = polled("a", "b");
        records.get(1).headers().add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));

        together.isNews(
                records.getFirst(),
                all -> all.stream()
                        .map(each -> traces.add(String.valueOf(each.traceparent())))
                        .toList());

        assertThat(traces.get(0)).doesNotContain(TRACE);
        assertThat(traces.get(1)).startsWith("00-" + TRACE);
    }

    private boolean isNews(ConsumerRecord<String, byte[]> record) {
        return together.isNews(record, this::take);
    }

    private List<Boolean> take(List<Taken> records) {
        List<String> keys = records.stream().map(each -> each.record().key()).toList();
        taken.add(keys);
        keys.stream().filter(poison::contains).findFirst().ifPresent(bad -> {
            throw new UnappliableEventException(bad);
        });
        return keys.stream().map(key -> !key.endsWith("again")).toList();
    }

    private List<ConsumerRecord<String, byte[]>> polled(String... keys) {
        for (String key : keys) {
            broker.addRecord(new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    broker.position(PARTITION) + place(key, keys),
                    key,
                    new byte[0]));
        }
        ConsumerRecords<String, byte[]> polled = consumer.poll(Duration.ZERO);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        polled.forEach(records::add);
        assertThat(records).hasSize(keys.length);
        return records;
    }

    private static int place(String key, String... keys) {
        return List.of(keys).indexOf(key);
    }

    private static MockConsumer<String, byte[]> broker() {
        var broker = new MockConsumer<String, byte[]>("earliest");
        broker.assign(List.of(PARTITION));
        broker.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return broker;
    }
}
