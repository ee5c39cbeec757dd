package dev.talentpipeline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.SkillLevel;
import java.util.HashSet;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyTopicHasANameAndATypeOfItsOwn() {
        assertThat(new HashSet<>(Topics.ALL.stream().map(Topic::name).toList())).hasSameSizeAs(Topics.ALL);
        assertThat(new HashSet<>(Topics.ALL.stream().map(Topic::type).toList())).hasSameSizeAs(Topics.ALL);
    }

    @Test
    void aTypeLeadsToItsTopic() {
        assertThat(Topics.carrying(Offer.class)).isEqualTo(Topics.OFFERS);
    }

    @Test
    void aTypeWithoutATopicIsRefused() {
        assertThatThrownBy(() -> Topics.carrying(SkillLevel.class)).hasMessageContaining("SkillLevel");
    }

    @Test
    void deadLettersAreNamedByTopicAndGroup() {
        assertThat(Topics.OFFERS.deadLetters(ConsumerGroup.MATCHING_SERVICE)).isEqualTo("offers-matching-service-dlt");
    }

    @Test
    void whatIsSentAgainSaysWhereItFirstStoodAndItsAnswerOfWhichItIs() {
        assertThat(ConsumerGroup.MATCHING_SERVICE.redrive()).isEqualTo("matching-service-redrive");
        var said = new SentAgain("17", "offers", 3, 42);
        var headers = new RecordHeaders();
        assertThat(SentAgain.readFrom(headers)).isEmpty();
        said.writeTo(headers);
        said.writeTo(headers);
        assertThat(headers).hasSize(4);
        assertThat(SentAgain.readFrom(headers)).contains(said);
        headers.add("redrive-offset", "many".getBytes(UTF_8));
        assertThat(SentAgain.readFrom(headers)).isEmpty();

        var answer = new RecordHeaders();
        said.answer(answer, SentAgain.Outcome.DROPPED);
        assertThat(SentAgain.Answer.readFrom(answer)).contains(new SentAgain.Answer("17", SentAgain.Outcome.DROPPED));
        answer.add("redrive-outcome", "LOST".getBytes(UTF_8));
        assertThat(SentAgain.Answer.readFrom(answer)).isEmpty();
    }

    @Test
    void aProgrammeIdWithASlashIsRefusedInAKey() {
        assertThat(Topic.key("demo", "s1")).isEqualTo("demo/s1");
        assertThatThrownBy(() -> Topic.key("demo/s1", "o1")).hasMessageContaining("demo/s1");
    }

    @Test
    void everyEnumFallsBackToUnknown() {
        for (Topic<?> topic : Topics.ALL) {
            for (Schema.Field field : SpecificData.get().getSchema(topic.type()).getFields()) {
                if (field.schema().getType() == Schema.Type.ENUM) {
                    assertThat(field.schema().getEnumDefault())
                            .as("%s.%s", topic.type().getSimpleName(), field.name())
                            .isEqualTo("UNKNOWN");
                }
            }
        }
    }

    @Test
    void everyFieldSaysWhatItMeans() {
        for (Topic<?> topic : Topics.ALL) {
            List<String> silent = SpecificData.get().getSchema(topic.type()).getFields().stream()
                    .filter(field -> field.doc() == null || field.doc().isBlank())
                    .map(Schema.Field::name)
                    .toList();
            assertThat(silent).as(topic.type().getSimpleName()).isEmpty();
        }
    }
}
