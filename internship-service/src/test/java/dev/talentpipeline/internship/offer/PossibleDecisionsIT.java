package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Each answer says what its reader could decide on the offer, and everything else is refused. */
@RunningService
class PossibleDecisionsIT {

    private static final String SCHOOL = "computing";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    private String programme;
    private String offer;
    private final Map<String, Api> readers = new LinkedHashMap<>();

    @BeforeEach
    void awaitApproval() {
        programme = market.programme(Bodies.with(
                Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL"),
                "endorsement",
                "SCHOOL_THEN_CAREER_CENTRE"));
        Entered entered = market.studentOf(programme, SCHOOL);
        offer = market.admitted(
                Matcher.proposal(programme, 1, entered.id(), market.internship(programme)), "AWAITING_APPROVAL");
        readers.put("student", participants.student(Market.UNIVERSITY, entered.person()));
        readers.put("company", participants.company(Market.COMPANY));
        readers.put("school", participants.school(Market.UNIVERSITY, SCHOOL));
        readers.put("another school", participants.school(Market.UNIVERSITY, "law"));
        readers.put("university", participants.university(Market.UNIVERSITY));
        readers.put("operations", participants.operations());
    }

    @Test
    void fromItsApprovalToItsReleaseEachReaderIsToldWhatIsForThemToDecide() {
        // what a held programme does not let out is not approved; it may still be vetoed
        put("HELD");
        assertThat(possible()).isEqualTo(Map.of("company", "VETO"));
        put("RUNNING");
        assertThat(possible()).isEqualTo(Map.of("company", "APPROVE, VETO"));

        decided("company", "APPROVE", null);
        assertThat(possible()).isEqualTo(Map.of("student", "ACCEPT, KEEP, DECLINE"));
        decided("student", "KEEP", null);
        assertThat(possible()).isEqualTo(Map.of("student", "ACCEPT, DECLINE"));

        decided("student", "ACCEPT", null);
        assertThat(possible())
                .isEqualTo(Map.of("student", "RELEASE", "company", "RELEASE", "school", "ENDORSE, REFUSE"));
        decided("school", "ENDORSE", null);
        assertThat(possible())
                .isEqualTo(Map.of("student", "RELEASE", "company", "RELEASE", "university", "ENDORSE, REFUSE"));
        decided("university", "ENDORSE", null);
        assertThat(possible())
                .isEqualTo(Map.of("student", "RELEASE", "company", "RELEASE", "university", "DRAFT_AGREEMENT"));

        decided("company", "RELEASE", "budget");
        assertThat(possible())
                .isEqualTo(Map.of(
                        "student",
                        "RELEASE, REFUSE_RELEASE",
                        "company",
                        "REFUSE_RELEASE",
                        "university",
                        "RELEASE, REFUSE_RELEASE, DRAFT_AGREEMENT"));
        decided("student", "REFUSE_RELEASE", "need-it");
        assertThat(possible())
                .isEqualTo(Map.of(
                        "student",
                        "RELEASE",
                        "company",
                        "REFUSE_RELEASE",
                        "university",
                        "RELEASE, REFUSE_RELEASE, DRAFT_AGREEMENT"));
        decided("university", "RELEASE", null);
        assertThat(possible()).isEmpty();
    }

    /** What each reader is told, alone and in the list, without those who are told nothing; what they are not told is refused. */
    private Map<String, String> possible() {
        Map<String, String> told = new LinkedHashMap<>();
        readers.forEach((name, reader) -> {
            List<String> possible = kinds(reader.get("/offers/" + offer).json());
            assertThat(kinds(reader.get("/programmes/%s/offers".formatted(programme))
                            .json()
                            .path("items")
                            .path(0)))
                    .isEqualTo(possible);
            Arrays.stream(DecisionKind.values())
                    .map(DecisionKind::name)
                    .filter(kind -> !possible.contains(kind))
                    .forEach(kind -> assertThat(
                                    market.decide(reader, offer, kind, "other").status())
                            .as("%s by the %s", kind, name)
                            .isIn(403, 409));
            if (!possible.isEmpty()) {
                told.put(name, String.join(", ", possible));
            }
        });
        return told;
    }

    private static List<String> kinds(JsonNode answered) {
        return answered.path("possible").valueStream().map(JsonNode::asString).toList();
    }

    private void decided(String by, String kind, @Nullable String reason) {
        Api.Answer answer = market.decide(readers.get(by), offer, kind, reason);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        // who decided reads in the answer what they could decide next
        assertThat(kinds(answer.json()))
                .isEqualTo(kinds(readers.get(by).get("/offers/" + offer).json()));
    }

    private void put(String state) {
        participants
                .university(Market.UNIVERSITY)
                .post("/programmes/%s/state".formatted(programme), Map.of("state", state));
    }
}
