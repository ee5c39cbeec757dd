package dev.talentpipeline.internship.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A placement says of its two agreements what they say of themselves, and who could draft the one that is missing. */
@RunningService
class PossibleActsOfPlacementIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Test
    void theEmploymentAgreementIsDraftedOnceAJobIsAcceptedAndSignedAsLongAsItIsThatJobs() {
        Placed placed = placing.started();
        assertThat(firstEmployment(placed)).isEmpty();
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        assertThat(firstEmployment(placed)).isEmpty();
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED")));

        assertThat(firstEmployment(placed)).containsExactly("university");
        assertThat(draft(placed).status()).isEqualTo(201);
        assertThat(firstEmployment(placed)).isEmpty();
        assertThat(acts(placed, "employment"))
                .isEqualTo(Map.of("student", "SIGN", "company", "SIGN", "university", "DRAFT, SIGN"));

        // The company takes the job back and offers another: the paper is about the first, until it is drafted anew.
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.reply("VOIDED", 4)));
        assertThat(acts(placed, "employment")).isEmpty();
        Placing.entered(placing.enter(placing.company(), placed, Placing.reply("VOIDED", 3)));
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED")));
        assertThat(acts(placed, "employment")).isEqualTo(Map.of("university", "DRAFT"));
        assertThat(draft(placed).status()).isEqualTo(200);
        assertThat(acts(placed, "employment"))
                .isEqualTo(Map.of("student", "SIGN", "company", "SIGN", "university", "DRAFT, SIGN"));
    }

    @Test
    void theInternshipAgreementIsSignedByWhoHasNotUntilItIsGivenUp() {
        Placed placed = placing.drafted(placing.confirmed());
        assertThat(acts(placed, "agreement"))
                .isEqualTo(Map.of("student", "SIGN", "company", "SIGN", "university", "DRAFT, SIGN"));

        placing.sign(placing.company(), placed);
        assertThat(acts(placed, "agreement")).isEqualTo(Map.of("student", "SIGN", "university", "DRAFT, SIGN"));

        market.decide(placing.student(placed), placed.offer(), "RELEASE", "budget");
        market.decide(placing.company(), placed.offer(), "RELEASE", null);
        assertThat(acts(placed, "agreement")).isEmpty();
    }

    private Api.Answer draft(Placed placed) {
        return placing.university()
                .put(
                        placed.path() + "/employment-agreement",
                        Map.of("number", "E-" + UUID.randomUUID(), "workplace", "Beijing"));
    }

    private List<String> firstEmployment(Placed placed) {
        return readers(placed).entrySet().stream()
                .filter(reader -> words(placement(reader.getValue(), placed)).contains("DRAFT_EMPLOYMENT"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What each reader is told of an agreement, in the list, in the placement and by the agreement itself alike; without those told nothing. */
    private Map<String, String> acts(Placed placed, String which) {
        String own = which.equals("agreement") ? placed.agreement() : placed.path() + "/employment-agreement";
        Map<String, String> told = new LinkedHashMap<>();
        readers(placed).forEach((name, reader) -> {
            List<String> said = words(placement(reader, placed).path(which));
            assertThat(said)
                    .as(name)
                    .isEqualTo(words(reader.get(own).json()))
                    .isEqualTo(words(reader.get("/programmes/%s/placements".formatted(placed.programme()))
                            .json()
                            .path("items")
                            .path(0)
                            .path(which)));
            if (!said.isEmpty()) {
                told.put(name, String.join(", ", said));
            }
        });
        return told;
    }

    private Map<String, Api> readers(Placed placed) {
        Map<String, Api> readers = new LinkedHashMap<>();
        readers.put("student", placing.student(placed));
        readers.put("who acts for the student", acting(placed));
        readers.put("company", placing.company());
        readers.put("school", participants.school(Market.UNIVERSITY, "law"));
        readers.put("university", placing.university());
        readers.put("operations", participants.operations());
        return readers;
    }

    private Api acting(Placed placed) {
        return participants.actingFor(
                "tsinghua-counsellor", Market.UNIVERSITY, placed.student().person());
    }

    private static JsonNode placement(Api reader, Placed placed) {
        return reader.get(placed.path()).json();
    }

    private static List<String> words(JsonNode told) {
        return told.path("possible").valueStream().map(JsonNode::asString).toList();
    }
}
