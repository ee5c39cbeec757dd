package dev.talentpipeline.internship.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Possible;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said that a reader could do with an opening is what they could. */
@RunningService
class PossibleActsIT {

    private static final String DECIDE = "APPROVE, REJECT";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("AWAITED", Map.of("operations", DECIDE, "university", DECIDE, "company", "WITHDRAW")),
                Arguments.of("REJECTED", Map.of("operations", DECIDE, "university", DECIDE, "company", "WITHDRAW")),
                Arguments.of("APPROVED", Map.of("company", "WITHDRAW")),
                Arguments.of("WITHDRAWN", Map.of()),
                Arguments.of("NOT_ASKED", Map.of("company", "WITHDRAW")),
                Arguments.of("AWAITED in a closed programme", Map.of("company", "WITHDRAW")));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachReaderIsToldWhatIsForThemToDo(String state, Map<String, String> told) {
        Api university = participants.university(Market.UNIVERSITY);
        Map<String, Api> readers = new LinkedHashMap<>();
        readers.put("operations", participants.operations());
        readers.put("university", university);
        readers.put("company", participants.company(Market.COMPANY));
        readers.put("another company", participants.company("globex"));
        String programme = market.programme(
                Bodies.with(Bodies.programme(), "openingApproval", state.equals("NOT_ASKED") ? "NONE" : "UNIVERSITY"));
        String path = "/programmes/%s/internships/".formatted(programme);
        boolean closed = state.endsWith("closed programme");
        // Nothing is posted into a programme that is closed: there is one opening, with which nothing is done.
        String only = closed ? path + market.internship(programme) : "";
        if (closed) {
            university.post("/programmes/%s/state".formatted(programme), Map.of("state", "CLOSED"));
        }

        Possible possible = Possible.at(
                () -> closed ? only : brought(path + market.internship(programme), state, university),
                Map.of(
                        "WITHDRAW", Api::delete,
                        "APPROVE", (reader, opening) -> decided(reader, opening, "APPROVE"),
                        "REJECT", (reader, opening) -> decided(reader, opening, "REJECT")));

        assertThat(possible.holds(readers)).isEqualTo(told);
    }

    private String brought(String opening, String state, Api university) {
        switch (state) {
            case "APPROVED" -> decided(university, opening, "APPROVE");
            case "REJECTED" -> university.post(opening + "/decisions", Map.of("decision", "REJECT", "reason", "other"));
            case "WITHDRAWN" -> participants.company(Market.COMPANY).delete(opening);
            default -> {}
        }
        return opening;
    }

    private static Api.Answer decided(Api reader, String opening, String decision) {
        return reader.post(opening + "/decisions", Map.of("decision", decision, "reason", "not-an-internship"));
    }
}
