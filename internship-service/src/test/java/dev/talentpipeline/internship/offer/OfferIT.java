package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees an offer and who decides on it. */
@RunningService
class OfferIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Test
    void itsPartiesAndOperationsSeeAnOfferAndNobodyElse() {
        String programme = market.programme();
        Entered student = market.student(programme);
        Entered other = market.student(programme);
        String internship = market.internship(programme);
        String offer = market.offer(programme, student, internship);

        for (Api party : List.of(
                participants.university(Market.UNIVERSITY),
                participants.company(Market.COMPANY),
                participants.student(Market.UNIVERSITY, student.person()),
                participants.operations())) {
            assertThat(party.get("/offers/" + offer).status()).isEqualTo(200);
            assertThat(ids(
                            party,
                            programme,
                            "?student=%s&internship=%s&state=EXTENDED".formatted(student.id(), internship)))
                    .containsExactly(offer);
            assertThat(party.get("/offers/" + offer).json().toString()).doesNotContain("王小明", student.number());
        }
        for (Api outsider : List.of(
                participants.university("fudan"),
                participants.company("globex"),
                participants.student(Market.UNIVERSITY, other.person()))) {
            assertThat(outsider.get("/offers/" + offer).status()).isEqualTo(404);
            assertThat(ids(outsider, programme, "")).isEmpty();
            assertThat(outsider.post("/offers/" + offer + "/decisions", Map.of("decision", "ACCEPT"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(ids(participants.university(Market.UNIVERSITY), programme, "?student=" + student.number()))
                .containsExactly(offer);
        assertThat(ids(participants.university(Market.UNIVERSITY), programme, "?student=" + other.number()))
                .isEmpty();
        assertThat(ids(participants.university(Market.UNIVERSITY), programme, "?student=nobody"))
                .isEmpty();
    }

    @Test
    void rejectedProposalsAreForOperations() {
        String programme = market.programme();
        Entered student = market.student(programme);
        var stale = Matcher.proposal(programme, 1, student.id(), market.internship(programme), 9, 9, 9);
        matcher.emit(stale);
        market.awaitState(stale.getOfferId(), "REJECTED STALE");

        assertThat(ids(participants.operations(), programme, "?state=REJECTED")).containsExactly(stale.getOfferId());
        assertThat(ids(participants.university(Market.UNIVERSITY), programme, ""))
                .isEmpty();
        assertThat(participants
                        .company(Market.COMPANY)
                        .get("/offers/" + stale.getOfferId())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyTheStudentAcceptsOrDeclines() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        String path = "/offers/" + offer + "/decisions";

        for (Api other : List.of(
                participants.university(Market.UNIVERSITY),
                participants.company(Market.COMPANY),
                participants.operations())) {
            assertThat(other.post(path, Map.of("decision", "ACCEPT")).status()).isEqualTo(403);
            assertThat(other.post(path, Map.of("decision", "DECLINE")).status()).isEqualTo(403);
        }
        assertThat(market.state(offer)).isEqualTo("EXTENDED");
    }

    @Test
    void aDeclinedOfferIsNotOpenAndSaysSo() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        Api own = participants.student(Market.UNIVERSITY, student.person());
        String path = "/offers/" + offer + "/decisions";

        Api.Answer declined = own.post(path, Map.of("decision", "DECLINE", "reason", "too-far"));
        Api.Answer late = own.post(path, Map.of("decision", "ACCEPT"));

        assertThat(declined.json().path("history").path(1).toString())
                .contains("\"state\":\"DECLINED\"", "\"by\":\"STUDENT\"", "\"reason\":\"too-far\"");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("type")).isEqualTo("https://talentpipeline.dev/problems/offer-not-open");
        assertThat(late.text("state")).isEqualTo("DECLINED");
    }

    @Test
    void refusesDecisionsThatAreNone() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        Api own = participants.student(Market.UNIVERSITY, student.person());

        assertThat(own.post("/offers/" + offer + "/decisions", Map.of("decision", "MAYBE"))
                        .status())
                .isEqualTo(400);
        assertThat(own.post("/offers/" + offer + "/decisions", Map.of("decision", "DECLINE", "reason", "I just don't"))
                        .text("field"))
                .isEqualTo("reason");
        assertThat(own.post("/offers/" + UUID.randomUUID() + "/decisions", Map.of("decision", "ACCEPT"))
                        .status())
                .isEqualTo(404);
        assertThat(own.post("/offers/x/decisions", Map.of("decision", "ACCEPT")).status())
                .isEqualTo(404);
    }

    private static List<String> ids(Api caller, String programme, String filter) {
        return caller.get("/programmes/" + programme + "/offers" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
