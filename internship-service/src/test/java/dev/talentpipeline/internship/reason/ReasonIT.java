package dev.talentpipeline.internship.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reasons are codes of a catalogue, which can be counted. */
@RunningService
class ReasonIT {

    private static final String CATALOGUE = "/catalogue/reasons";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void everyActHasReasonsInBothLanguages() {
        Api anybody = participants.company("globex");

        for (Act act : Act.values()) {
            assertThat(items(anybody.get(CATALOGUE + "?act=" + act)))
                    .as(act.name())
                    .isNotEmpty()
                    .allMatch(item -> !item.contains("\"en\":\"\"") && !item.contains("\"zh\":\"\""));
        }
        assertThat(items(anybody.get(CATALOGUE + "?act=VETO")))
                .contains(
                        "{\"act\":\"VETO\",\"code\":\"no-fit\",\"en\":\"The profile does not fit the work\",\"zh\":\"与岗位要求不匹配\"}");
        assertThat(anybody.get(CATALOGUE + "?act=SIGH").text("field")).isEqualTo("act");
    }

    @Test
    void theWholeCatalogueIsReadInPages() {
        Api anybody = participants.company("globex");
        Api.Answer first = anybody.get(CATALOGUE + "?limit=30");
        Api.Answer second = anybody.get(CATALOGUE + "?limit=200&cursor=" + first.text("next"));

        List<String> all =
                Stream.concat(items(first).stream(), items(second).stream()).toList();
        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(items(first)).hasSize(30);
        assertThat(second.json().path("next").isNull()).isTrue();
    }

    @Test
    void anInventedReasonIsRefusedWithTheNearestUntilOperationsAddsIt() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        Api own = participants.student(Market.UNIVERSITY, student.person());
        Map<String, String> words = Map.of("en", "The commute takes too long", "zh", "通勤时间过长");

        Api.Answer invented = market.decide(own, offer, "DECLINE", "to-far");
        Api.Answer ofAnotherAct = market.decide(own, offer, "DECLINE", "illness");
        Api.Answer byStudent = own.put(CATALOGUE + "/DECLINE/commute", words);

        assertThat(invented.status()).isEqualTo(422);
        assertThat(invented.text("type")).endsWith("/not-in-catalogue");
        assertThat(List.of(invented.text("field"), invented.text("value"), invented.text("act")))
                .containsExactly("reason", "to-far", "DECLINE");
        assertThat(invented.json().path("nearest").path(0).asString()).isEqualTo("too-far");
        assertThat(ofAnotherAct.status()).isEqualTo(422);
        assertThat(byStudent.status()).isEqualTo(403);
        assertThat(market.state(offer)).isEqualTo("EXTENDED");

        assertThat(participants
                        .operations()
                        .put(CATALOGUE + "/DECLINE/commute", words)
                        .status())
                .isIn(200, 201);
        assertThat(market.decide(own, offer, "DECLINE", "commute").text("state"))
                .isEqualTo("DECLINED");
    }

    @Test
    void severalReasonsAreEnteredTogetherOrNotAtAll() {
        Map<String, String> good =
                Map.of("act", "VOID", "code", "duplicate-of", "en", "Same as another", "zh", "与他条相同");
        Map<String, String> bad = Map.of("act", "VOID", "code", "no spaces", "en", "x", "zh", "");

        Api.Answer refused = participants.operations().put(CATALOGUE, Map.of("items", List.of(good, bad)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("items[1].code", "items[1].zh");
        assertThat(codes("VOID")).doesNotContain("duplicate-of");
        assertThat(participants
                        .operations()
                        .put(CATALOGUE, Map.of("items", List.of(good)))
                        .status())
                .isEqualTo(200);
        assertThat(codes("VOID")).contains("duplicate-of");
    }

    @Test
    void whoRunsAProgrammeCountsAllReasonsAndAnOrganisationItsOwn() {
        String programme = market.programme();
        decline(programme, market.internship(programme), "too-far");
        decline(programme, market.internship(programme), "too-far");
        String foreign = participants
                .company("globex")
                .put("/programmes/%s/internships/g-1".formatted(programme), Bodies.internship())
                .text("id");
        decline(programme, foreign, "stipend");
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        market.decide(student, offer, "ACCEPT");
        Api own = participants.student(Market.UNIVERSITY, student.person());
        market.decide(own, offer, "RELEASE", "illness");
        market.decideAsCompany(offer, "RELEASE", null);

        List<String> ofCompany = List.of("DECLINE too-far 2", "RELEASE illness 1");
        List<String> all = List.of("DECLINE too-far 2", "DECLINE stipend 1", "RELEASE illness 1");
        assertThat(Market.reasons(participants.university(Market.UNIVERSITY), programme))
                .isEqualTo(all);
        assertThat(Market.reasons(participants.operations(), programme)).isEqualTo(all);
        assertThat(Market.reasons(participants.company(Market.COMPANY), programme))
                .isEqualTo(ofCompany);
        assertThat(Market.reasons(participants.company("globex"), programme)).containsExactly("DECLINE stipend 1");
        assertThat(Market.reasons(participants.university("fudan"), programme)).isEmpty();
        assertThat(own.get("/programmes/" + programme + "/reasons").status()).isEqualTo(403);
        assertThat(participants.operations().get("/programmes/none/reasons").status())
                .isEqualTo(404);
    }

    private void decline(String programme, String internship, String reason) {
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, internship);
        Api own = participants.student(Market.UNIVERSITY, student.person());
        assertThat(market.decide(own, offer, "DECLINE", reason).text("state")).isEqualTo("DECLINED");
    }

    private List<String> codes(String act) {
        return participants
                .operations()
                .get(CATALOGUE + "?act=" + act)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    private static List<String> items(Api.Answer answer) {
        return answer.json().path("items").valueStream().map(Object::toString).toList();
    }
}
