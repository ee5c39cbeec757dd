package dev.talentpipeline.internship.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Of the offers those are listed whose agreement can be drafted now, for who could draft it, and each says so. */
@RunningService
class AgreementsToDraftIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Test
    void confirmedOffersWithoutAnAgreementAreListedForTheUniversityAlone() {
        String programme = market.programme();
        Placed waiting = confirmed(programme);
        Placed drafted = placing.drafted(confirmed(programme));
        Placed released = confirmed(programme);
        market.decide(placing.student(released), released.offer(), "RELEASE", "budget");
        market.decide(placing.company(), released.offer(), "RELEASE", null);
        market.offer(programme, market.student(programme), market.internship(programme));

        assertThat(listed(placing.university(), programme, "")).containsExactly(waiting.offer());
        assertThat(couldDraft(placing.university(), programme)).containsExactly(waiting.offer());
        for (Api other : List.of(
                placing.company(),
                placing.student(waiting),
                participants.school(Market.UNIVERSITY, "law"),
                participants.university("fudan"),
                participants.operations())) {
            assertThat(listed(other, programme, "")).isEmpty();
            assertThat(couldDraft(other, programme)).isEmpty();
        }
        assertThat(listed(
                        placing.university(),
                        programme,
                        "&student=" + drafted.student().id()))
                .isEmpty();
        assertThat(listed(placing.university(), programme, "&state=EXTENDED")).isEmpty();

        placing.drafted(waiting);

        assertThat(listed(placing.university(), programme, "")).isEmpty();
        assertThat(couldDraft(placing.university(), programme)).isEmpty();
    }

    /** What is drafted while somebody turns the pages moves nothing to a page that was read already. */
    @Test
    void aCursorGoesOnBehindWhatWasDraftedMeanwhile() {
        String programme = market.programme();
        List<Placed> all = Stream.generate(() -> confirmed(programme)).limit(5).toList();
        List<String> ids = all.stream().map(Placed::offer).sorted().toList();

        JsonNode first = page(placing.university(), programme, "&limit=2");
        all.stream().filter(placed -> ids.indexOf(placed.offer()) < 3).forEach(placing::drafted);
        JsonNode second = page(
                placing.university(),
                programme,
                "&limit=2&cursor=" + first.path("next").asString());

        assertThat(offers(first)).isEqualTo(ids.subList(0, 2));
        assertThat(offers(second)).isEqualTo(ids.subList(3, 5));
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void nothingElseIsListedByWhatIsPossible() {
        Api.Answer refused =
                placing.university().get("/programmes/%s/offers?possible=RELEASE".formatted(market.programme()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("possible");
    }

    private Placed confirmed(String programme) {
        Entered student = market.student(programme);
        return placing.confirmed(programme, student);
    }

    private static List<String> listed(Api asked, String programme, String more) {
        return offers(page(asked, programme, more));
    }

    private static JsonNode page(Api asked, String programme, String more) {
        Api.Answer answer = asked.get("/programmes/%s/offers?possible=DRAFT_AGREEMENT%s".formatted(programme, more));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> offers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(offer -> offer.path("id").asString())
                .toList();
    }

    private static List<String> couldDraft(Api asked, String programme) {
        return asked.get("/programmes/%s/offers?limit=200".formatted(programme))
                .json()
                .path("items")
                .valueStream()
                .filter(AgreementsToDraftIT::saysSo)
                .map(offer -> offer.path("id").asString())
                .toList();
    }

    private static boolean saysSo(JsonNode offer) {
        return offer.path("possible")
                .valueStream()
                .anyMatch(act -> act.asString().equals("DRAFT_AGREEMENT"));
    }
}
