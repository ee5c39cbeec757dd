package dev.talentpipeline.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.imports.Importing;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.kit.ExampleStory;
import dev.talentpipeline.kit.ExampleStory.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The examples in the description of the API are true. */
@RunningService
class ExamplesIT {

    private static final String PROGRAMME = "spring-2027";
    private static final String UNIVERSITY = "univ-linjiang-tech";
    private static final String COMPANY = "co-fuyu-cloud";

    /** As the examples name them. */
    private static final String STUDENT = "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e01";

    private static final String PERSON = "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e02";
    private static final String INTERNSHIP = "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e03";
    private static final String IMPORT = "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e26";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void theExamplesAreAnsweredAsTheySay() {
        JsonNode document = participants.operations().description();

        List<String> faults = ExampleStory.tell(document, Placing.today(), new ExampleStory.Teller() {
            @Override
            public void before(String operation, Map<String, String> names) {
                if (operation.equals("GET /api/v1/programmes/{programme}/offers")) {
                    market.admitted(
                            Matcher.proposal(
                                    PROGRAMME,
                                    1,
                                    Objects.requireNonNull(names.get(STUDENT)),
                                    Objects.requireNonNull(names.get(INTERNSHIP))),
                            "EXTENDED");
                } else if (operation.startsWith("GET /api/v1/programmes/{programme}/imports/{importId}")) {
                    new Importing(participants.university(UNIVERSITY), PROGRAMME)
                            .settled(Objects.requireNonNull(names.get(IMPORT)));
                }
            }

            @Override
            public Answer send(
                    String by, String method, String path, @Nullable JsonNode body, Map<String, String> names) {
                // The bytes of a file stand in an example as the text that they are.
                @Nullable Object sent = body != null && body.isString() ? body.asString() : body;
                Api.Answer answer = caller(by, names).send(method, path.replaceFirst("/api/v1", ""), sent, Map.of());
                return new Answer(answer.status(), answer.json());
            }
        });

        assertThat(faults).isEmpty();
        assertThat(ExampleStory.untold(
                        document,
                        Map.of(
                                "POST /api/v1/roll-claims/renewals",
                                "answers everybody with nothing",
                                "POST /api/v1/access-links",
                                "its secret is in a mail alone")))
                .as("operations that take a body")
                .isEmpty();
    }

    private Api caller(String by, Map<String, String> names) {
        return switch (by) {
            case "university" -> participants.university(UNIVERSITY);
            case "company" -> participants.newcomer(COMPANY);
            case "student" -> participants.student(UNIVERSITY, Objects.requireNonNull(names.get(PERSON)));
            case "operations" -> participants.operations();
            default -> throw new IllegalArgumentException("by (%s) must be one who calls.".formatted(by));
        };
    }
}
