package dev.talentpipeline.internship.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Possible;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said that a university could say of a certificate is what it could. */
@RunningService
class PossibleSayingIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @ParameterizedTest
    @CsvSource({"ENTERED, 'VERIFY, REJECT'", "VERIFIED, REJECT", "REJECTED, VERIFY"})
    void onlyTheUniversitySaysAndNothingTwice(String state, String told) {
        Api university = participants.university(Market.UNIVERSITY);
        String programme = market.programme();
        Map<String, Api> readers = new LinkedHashMap<>();
        readers.put("university", university);
        readers.put("another university", participants.university("fudan"));
        readers.put("company", participants.company(Market.COMPANY));

        Possible possible = new Possible(
                () -> {
                    String person = "/people/" + market.student(programme).person();
                    university.put(
                            person + "/certificates/ai-engineer",
                            Map.of("level", "SENIOR", "number", "C-1", "issuedOn", "2026-05-20", "skills", List.of()));
                    if (!state.equals("ENTERED")) {
                        said(university, person, state.equals("VERIFIED") ? "VERIFY" : "REJECT");
                    }
                    return person;
                },
                (reader, person) -> reader.get(person + "/certificates").json().at("/items/0"),
                Map.of(
                        "VERIFY", (reader, person) -> said(reader, person, "VERIFY"),
                        "REJECT", (reader, person) -> said(reader, person, "REJECT")));

        assertThat(possible.holds(readers)).isEqualTo(Map.of("university", told));
    }

    private static Api.Answer said(Api reader, String person, String decision) {
        return reader.post(person + "/certificates/ai-engineer/decisions", Map.of("decision", decision));
    }
}
