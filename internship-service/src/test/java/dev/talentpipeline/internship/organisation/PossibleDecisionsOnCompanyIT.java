package dev.talentpipeline.internship.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Possible;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said that a reader could decide about a company is what they could. */
@RunningService
class PossibleDecisionsOnCompanyIT {

    private static final Map<String, Object> VERIFY = Map.of("decision", "VERIFY");
    private static final Map<String, Object> SUSPEND = Map.of("decision", "SUSPEND", "reason", "unlicensed-agency");

    @Autowired
    Participants participants;

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(
                        "entered", Map.of("operations", "VERIFY, SUSPEND", "tsinghua", "VERIFY", "fudan", "VERIFY")),
                Arguments.of("verified by tsinghua", Map.of("operations", "SUSPEND", "tsinghua", "SUSPEND")),
                Arguments.of("suspended by tsinghua", Map.of("operations", "VERIFY", "tsinghua", "VERIFY")),
                Arguments.of("suspended by operations", Map.of("operations", "VERIFY")));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachReaderIsToldWhatIsForThemToDecide(String state, Map<String, String> told) {
        Api operations = participants.operations();
        Api tsinghua = participants.university(Market.UNIVERSITY);
        Map<String, Api> readers = new LinkedHashMap<>();
        readers.put("operations", operations);
        readers.put("tsinghua", tsinghua);
        readers.put("fudan", participants.university("fudan"));
        readers.put("another company", participants.company(Market.COMPANY));

        Possible possible = Possible.at(
                () -> {
                    String org = "c-" + UUID.randomUUID();
                    String path = "/organisations/" + org;
                    participants.newcomer(org).put(path, Bodies.company(org));
                    if (!state.equals("entered")) {
                        tsinghua.post(path + "/decisions", VERIFY);
                    }
                    if (state.startsWith("suspended")) {
                        (state.endsWith("operations") ? operations : tsinghua).post(path + "/decisions", SUSPEND);
                    }
                    return path;
                },
                Map.of(
                        "VERIFY", (reader, path) -> reader.post(path + "/decisions", VERIFY),
                        "SUSPEND", (reader, path) -> reader.post(path + "/decisions", SUSPEND)));

        assertThat(possible.holds(readers)).isEqualTo(told);
    }
}
