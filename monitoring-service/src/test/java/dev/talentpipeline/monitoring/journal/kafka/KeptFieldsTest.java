package dev.talentpipeline.monitoring.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptFieldsTest {

    /** What says something about a person, whom somebody wants or does not, what somebody wrote, and secrets. */
    private static final Map<Topic<?>, Set<String>> LEFT_OUT = Map.of(
            Topics.PROGRAMMES,
            Set.of("seed"),
            Topics.STUDENT_PROFILES,
            Set.of(
                    "degree",
                    "major",
                    "graduatesOn",
                    "skills",
                    "occupations",
                    "researchTopics",
                    "regions",
                    "remote",
                    "availableFrom",
                    "availableUntil",
                    "daysPerWeek",
                    "minimumStipend",
                    "preferences"),
            Topics.INTERNSHIPS,
            Set.of("researchTopics", "preferences", "excluded"),
            Topics.PLACEMENT_OFFERS,
            Set.of("parts", "matchedSkills", "missingSkills"),
            Topics.OFFERS,
            Set.of("parts", "matchedSkills", "missingSkills"),
            Topics.PLACEMENTS,
            Set.of("jobMatchesResearchTopic"),
            Topics.MEETINGS,
            // Why somebody does not want to meet somebody is between the two.
            Set.of("reason"),
            Topics.CUTOFFS,
            Set.of("score", "lottery"),
            Topics.CONTACTS,
            Set.of("name", "nameZh", "nameEn", "email", "phone", "language"));

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyFieldIsKeptOrLeftOutOnPurpose(Topic<?> topic) {
        Set<String> fields = new HashSet<>();
        for (Schema.Field field : SpecificData.get().getSchema(topic.type()).getFields()) {
            fields.add(field.name());
        }
        Set<String> decided = new HashSet<>(KeptFields.of(topic));
        decided.addAll(LEFT_OUT.getOrDefault(topic, Set.of()));

        assertThat(decided).isEqualTo(fields);
        assertThat(KeptFields.of(topic)).noneMatch(LEFT_OUT.getOrDefault(topic, Set.of())::contains);
    }
}
