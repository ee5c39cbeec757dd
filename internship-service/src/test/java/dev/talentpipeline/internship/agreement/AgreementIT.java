package dev.talentpipeline.internship.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Placement;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers behind an offer: who drafts them, who signs them, and what they may say. */
@RunningService
class AgreementIT {

    private static final String SCAN = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Autowired
    EventCodec codec;

    @Test
    void theUniversityDraftsItAndWithTheThirdSignatureThePlacementIsAgreed() {
        Placed placed = placing.drafted(placing.confirmed());
        Api student = placing.student(placed);

        assertThat(placing.sign(placing.company(), placed).text("state")).isEqualTo("PARTLY_SIGNED");
        assertThat(student.post(
                                placed.agreement() + "/signatures",
                                Map.of("signedOn", Placing.today().toString(), "scanHash", SCAN, "revision", 1))
                        .json()
                        .path("unsigned")
                        .toString())
                .isEqualTo("[\"UNIVERSITY\"]");
        Api.Answer whole = placing.sign(placing.university(), placed);

        assertThat(whole.text("state")).isEqualTo("WHOLE");
        assertThat(whole.etag()).isEqualTo("\"4\"");
        assertThat(whole.text("scanHash")).isEqualTo(SCAN);
        assertThat(whole.json()
                        .path("signatures")
                        .valueStream()
                        .map(each -> each.path("party").asString()))
                .containsExactly("COMPANY", "STUDENT", "UNIVERSITY");
        assertThat(whole.json().path("terms").path("endsOn").asString())
                .isEqualTo(Placing.today().plusDays(20).toString());
        assertThat(student.get(placed.path()).text("state")).isEqualTo("AGREED");
        assertThat(placing.sign(student, placed).text("type")).endsWith("/agreement-final");
        List<Placement> told =
                TopicReader.events(codec, Topics.PLACEMENTS, TopicReader.programme(placed.programme()), 4);
        assertThat(told).extracting(Placement::getVersion).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told.getFirst().getState()).isEqualTo(PlacementState.AWAITING_SIGNATURES);
        assertThat(told.getLast().getState()).isEqualTo(PlacementState.AGREED);
        assertThat(told.getLast().getAgreementSignedBy()).containsExactly("STUDENT", "COMPANY", "UNIVERSITY");
        assertThat(told.getLast().getPersonId()).isEqualTo(placed.student().person());
    }

    @Test
    void nobodySignsForAnotherAndNobodyElseSeesIt() {
        Placed placed = placing.drafted(placing.confirmed());
        Entered other = market.student(placed.programme());

        assertThat(placing.company()
                        .put(placed.agreement(), Placing.agreement())
                        .status())
                .isEqualTo(403);
        assertThat(placing.student(placed)
                        .put(placed.agreement(), Placing.agreement())
                        .status())
                .isEqualTo(403);
        Api operations = participants.operations();
        assertThat(operations.get(placed.agreement()).status()).isEqualTo(200);
        assertThat(operations.get(placed.agreement()).json().toString()).doesNotContain("王小明");
        assertThat(placing.sign(operations, placed).status()).isEqualTo(403);
        assertThat(operations.document(placed.agreement() + ".pdf").status()).isEqualTo(403);
        for (Api outsider : List.of(
                participants.university("fudan"),
                participants.company("globex"),
                participants.student(Market.UNIVERSITY, other.person()))) {
            assertThat(outsider.get(placed.agreement()).status()).isEqualTo(404);
            assertThat(outsider.put(placed.agreement(), Placing.agreement()).status())
                    .isEqualTo(404);
            assertThat(placing.sign(outsider, placed).status()).isEqualTo(404);
            assertThat(outsider.document(placed.agreement() + ".pdf").status()).isEqualTo(404);
        }
        assertThat(placing.university().get(placed.agreement()).text("state")).isEqualTo("DRAFTED");
    }

    @Test
    void anotherTextVoidsTheSignaturesUntilAllHaveSigned() {
        Placed placed = placing.drafted(placing.confirmed());
        Map<String, @Nullable Object> text = Placing.agreement();
        placing.university().put(placed.agreement(), text);
        assertThat(placing.sign(placing.company(), placed).status()).isEqualTo(200);
        assertThat(placing.sign(placing.company(), placed).text("type")).endsWith("/already-signed");

        // the same text once more is no other one
        assertThat(placing.university().put(placed.agreement(), text).text("state"))
                .isEqualTo("PARTLY_SIGNED");
        Api.Answer revised = placing.university().put(placed.agreement(), Bodies.with(text, "mentor", "赵导师"));
        assertThat(revised.text("state")).isEqualTo("DRAFTED");
        assertThat(revised.json().path("revision").asInt()).isEqualTo(3);

        // who read the text before does not sign this one unseen
        Api.Answer unseen = placing.student(placed)
                .post(
                        placed.agreement() + "/signatures",
                        Map.of("signedOn", Placing.today().toString(), "revision", 2));
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.text("type")).endsWith("/agreement-changed");
        for (Api party : List.of(placing.company(), placing.student(placed), placing.university())) {
            assertThat(placing.sign(party, placed).status()).isEqualTo(200);
        }
        Api.Answer tooLate = placing.university().put(placed.agreement(), text);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.text("type")).endsWith("/agreement-final");
    }

    @Test
    void refusesWhatItsOfferDoesNotCarry() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String open = market.offer(programme, student, market.internship(programme));
        Api.Answer early = placing.university().put("/offers/%s/agreement".formatted(open), Placing.agreement());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("type")).endsWith("/offer-not-confirmed");
        assertThat(early.text("state")).isEqualTo("EXTENDED");

        Placed placed = placing.confirmed();
        assertThat(placing.university().get(placed.agreement()).status()).isEqualTo(404);
        assertThat(placing.sign(placing.company(), placed).status()).isEqualTo(404);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "startsOn", Placing.today().minusDays(8).toString(),
                        "endsOn", Placing.today().plusDays(21).toString(),
                        "daysPerWeek", 5)
                .entrySet()) {
            Api.Answer outside = placing.university()
                    .put(placed.agreement(), Bodies.with(Placing.agreement(), wrong.getKey(), wrong.getValue()));
            assertThat(outside.status()).isEqualTo(422);
            assertThat(outside.text("field")).isEqualTo(wrong.getKey());
        }
        Api.Answer bare = placing.university().put(placed.agreement(), Map.of("number", "1"));
        assertThat(bare.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly(
                        "insurance.insurer", "insurance.policyNumber", "insurance.paidBy", "mentor", "supervisor");
        assertThat(placing.university()
                        .get("/programmes/%s/placements".formatted(placed.programme()))
                        .json()
                        .path("items")
                        .size())
                .isZero();

        Map<String, @Nullable Object> text = Placing.agreement();
        assertThat(placing.university().put(placed.agreement(), text).status()).isEqualTo(201);
        Api.Answer taken = placing.university().put(placing.confirmed().agreement(), text);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("field")).isEqualTo("number");
    }

    @Test
    void refusesASignatureOnADayThatCannotBe() {
        Placed placed = placing.drafted(placing.confirmed());

        for (LocalDate day :
                List.of(Placing.today().plusDays(1), Placing.today().minusDays(1))) {
            Api.Answer refused =
                    placing.company().post(placed.agreement() + "/signatures", Map.of("signedOn", day.toString()));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("type")).endsWith("/date-not-possible");
        }
        assertThat(placing.company()
                        .post(
                                placed.agreement() + "/signatures",
                                Map.of("signedOn", Placing.today().toString(), "scanHash", "a scan"))
                        .text("field"))
                .isEqualTo("scanHash");
        assertThat(placing.university().get(placed.agreement()).text("state")).isEqualTo("DRAFTED");
    }

    @Test
    void employmentIsAgreedOnlyOverAJobThatWasAccepted() {
        Placed placed = placing.started();
        String path = placed.path() + "/employment-agreement";
        Map<String, Object> text = Map.of("number", Placing.agreement().get("number") + "-J", "workplace", "Beijing");

        Api.Answer none = placing.university().put(path, text);
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.text("type")).endsWith("/no-accepted-job");
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        assertThat(placing.university().put(path, text).status()).isEqualTo(409);
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED")));

        Api.Answer drafted = placing.university().put(path, text);
        assertThat(drafted.status()).isEqualTo(201);
        assertThat(drafted.json().path("terms").path("title").asString()).isEqualTo("Machine learning engineer");
        for (Api party : List.of(placing.company(), placing.student(placed), placing.university())) {
            assertThat(party.post(
                                    path + "/signatures",
                                    Map.of("signedOn", Placing.today().toString()))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(placing.student(placed).get(path).text("state")).isEqualTo("WHOLE");
        // and what it rests on stands
        Api.Answer refused = placing.enter(placing.student(placed), placed, Placing.reply("VOIDED", 4));
        assertThat(refused.status()).isEqualTo(409);
        Placement last = TopicReader.events(codec, Topics.PLACEMENTS, TopicReader.programme(placed.programme()), 12)
                .getLast();
        assertThat(last.getState()).isEqualTo(PlacementState.STARTED);
        assertThat(last.getEmploymentAgreedOn()).isEqualTo(Placing.today());
        assertThat(last.getJobMatchesResearchTopic()).isTrue();
    }
}
