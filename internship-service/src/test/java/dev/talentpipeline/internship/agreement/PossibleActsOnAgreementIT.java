package dev.talentpipeline.internship.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.Possible;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said that a party could do with an agreement is what it could. */
@RunningService
class PossibleActsOnAgreementIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("DRAFTED", Map.of("company", "SIGN", "university", "DRAFT, SIGN")),
                Arguments.of("PARTLY_SIGNED", Map.of("university", "DRAFT, SIGN")),
                Arguments.of("WHOLE", Map.of()),
                Arguments.of("VOID", Map.of()));
    }

    /** Each agreement is another student's, so they are looked at by themselves. */
    @ParameterizedTest
    @MethodSource("states")
    void eachPartyIsToldWhatIsForItToDo(String state, Map<String, String> told) {
        Map<String, Api> readers = new LinkedHashMap<>();
        readers.put("operations", participants.operations());
        readers.put("company", placing.company());
        readers.put("university", placing.university());
        readers.put("school", participants.school(Market.UNIVERSITY, "law"));
        Placed[] latest = new Placed[1];

        Possible possible = Possible.at(
                () -> {
                    latest[0] = brought(state);
                    return latest[0].agreement();
                },
                Map.of(
                        "DRAFT", (party, path) -> party.put(path, Placing.agreement()),
                        "SIGN",
                                (party, path) -> party.post(
                                        path + "/signatures",
                                        Map.of("signedOn", Placing.today().toString()))));

        assertThat(possible.holds(readers)).isEqualTo(told);
        Map<String, Api> student = Map.of("student", placing.student(latest[0]));
        String path = latest[0].agreement();
        assertThat(new Possible(() -> path, possible.reading(), possible.deeds()).holds(student))
                .isEqualTo(told.isEmpty() ? Map.of() : Map.of("student", "SIGN"));
    }

    private Placed brought(String state) {
        Placed drafted = placing.drafted(placing.confirmed());
        switch (state) {
            case "PARTLY_SIGNED" -> placing.sign(placing.company(), drafted);
            case "WHOLE" ->
                Stream.of(placing.university(), placing.company(), placing.student(drafted))
                        .forEach(party -> placing.sign(party, drafted));
            case "VOID" -> {
                market.decide(placing.student(drafted), drafted.offer(), "RELEASE", "budget");
                market.decide(placing.company(), drafted.offer(), "RELEASE", null);
            }
            default -> {}
        }
        return drafted;
    }
}
