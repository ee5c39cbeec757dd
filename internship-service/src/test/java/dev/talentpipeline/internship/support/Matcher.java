package dev.talentpipeline.internship.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.ScorePart;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.ProgrammePartitioner;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestComponent;

/** Stands where matching-service stands: emits proposals, as told. */
@TestComponent
public class Matcher implements DisposableBean {

    private static final String TOPIC = "placement-offers";

    private final EventCodec codec;
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    Infrastructure.shared().bootstrapServers(),
                    ProducerConfig.PARTITIONER_CLASS_CONFIG,
                    ProgrammePartitioner.class.getName(),
                    ProducerConfig.LINGER_MS_CONFIG,
                    0),
            new StringSerializer(),
            new ByteArraySerializer());

    Matcher(EventCodec codec) {
        this.codec = codec;
    }

    /** A proposal of the pair in their given versions; everything else is plausible. */
    public static PlacementOffer proposal(
            String programme, long clearing, String student, String internship, long... versions) {
        String offer = UUID.nameUUIDFromBytes(
                        (programme + "/" + clearing + "/" + student + "/" + internship).getBytes(UTF_8))
                .toString();
        return PlacementOffer.newBuilder()
                .setProgrammeId(programme)
                .setOfferId(offer)
                .setClearing(clearing)
                .setStudentId(student)
                .setInternshipId(internship)
                .setProgrammeVersion(versions.length > 0 ? versions[0] : 1)
                .setStudentVersion(versions.length > 1 ? versions[1] : 1)
                .setInternshipVersion(versions.length > 2 ? versions[2] : 1)
                .setScore(0.75)
                .setParts(List.of(new ScorePart("skills", 0.75, 3.0)))
                .setMatchedSkills(List.of("machine-learning"))
                .setMissingSkills(List.of("deep-learning"))
                .setStudentRank(1)
                .setInternshipRank(1)
                .setProposedAt(Instant.parse("2027-01-01T00:00:00Z"))
                .build();
    }

    /** Emits the proposal; its event id is given back. */
    public String emit(PlacementOffer proposal) {
        return emit(Topic.key(proposal.getProgrammeId(), proposal.getStudentId()), codec.encode(proposal));
    }

    /** Emits any bytes under the key. */
    public String emit(String key, byte[] value) {
        return emit(TOPIC, key, value);
    }

    /** Emits any bytes to the topic, as another service would. */
    public String emit(String topic, String key, byte[] value) {
        String id = UUID.randomUUID().toString();
        var record = new ProducerRecord<>(topic, key, value);
        new EventHeaders(
                        id,
                        "dev.talentpipeline.events.PlacementOffer",
                        "matching-service",
                        Instant.now(),
                        key,
                        "correlation-of-" + id,
                        null,
                        null)
                .writeTo(record.headers());
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
