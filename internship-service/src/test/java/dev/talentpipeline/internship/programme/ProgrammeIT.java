package dev.talentpipeline.internship.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.ProgrammeState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class ProgrammeIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void whatIsLeftOutTakesItsDefault() {
        String id = Participants.newProgramme();

        Api.Answer created = university().put("/programmes/" + id, Map.of("name", "Autumn"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().toString())
                .contains(
                        "\"state\":\"RUNNING\"",
                        "\"owner\":\"tsinghua\"",
                        "\"mode\":\"ROLLING\"",
                        "\"clearingInterval\":\"PT1S\"",
                        "\"responseWindow\":\"P3D\"",
                        "\"approvalWindow\":\"P3D\"",
                        "\"keepWindow\":\"P14D\"",
                        "\"endorsementWindow\":\"P7D\"",
                        "\"lists\":\"FILLED\"",
                        "\"offerPolicy\":\"AUTOMATIC\"",
                        "\"calendar\":\"china\"",
                        "\"deadlineHour\":17",
                        "\"approvalDefault\":\"LAPSE\"",
                        "\"endorsementDefault\":\"LAPSE\"",
                        "\"grace\":null",
                        "\"endorsement\":\"NONE\"",
                        "\"universityEndorsement\":false",
                        "\"consentBy\":\"UNIVERSITY\"",
                        "\"universities\":[]",
                        "\"weights\":{}");
        assertThat(created.text("seed")).hasSize(32);
    }

    @Test
    void anUnchangedPutRaisesNoVersionAndTellsNothing() {
        String id = market.programme();

        Api.Answer same = university().put("/programmes/" + id, Bodies.programme());
        Api.Answer changed = university().put("/programmes/" + id, Bodies.with(Bodies.programme(), "name", "Other"));

        assertThat(List.of(same.status(), changed.status())).containsOnly(200);
        assertThat(same.etag()).isEqualTo("\"1\"");
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(TopicReader.events(codec, Topics.PROGRAMMES, TopicReader.programme(id), 2))
                .extracting(dev.talentpipeline.events.Programme::getName)
                .containsExactly("Autumn 2027", "Other");
    }

    @Test
    void theSeedIsFrozenAndShownOnlyToThoseWhoRunTheProgramme() {
        String id = market.programme(Bodies.with(Bodies.programme(), "seed", "sealed"));

        assertThat(university().get("/programmes/" + id).text("seed")).isEqualTo("sealed");
        assertThat(participants.operations().get("/programmes/" + id).text("seed"))
                .isEqualTo("sealed");
        Api.Answer other = participants.university("fudan").get("/programmes/" + id);
        assertThat(other.json().has("seed")).isFalse();
        assertThat(other.text("seedHash"))
                .isEqualTo("c9d0036bed6744bcdf692fc980d8717d7e5f5a4f4e8266b4a84982602fb1cd09");
        assertThat(university()
                        .put("/programmes/" + id, Bodies.with(Bodies.programme(), "seed", "another"))
                        .status())
                .isEqualTo(409);
        assertThat(university().put("/programmes/" + id, Bodies.programme()).etag())
                .isEqualTo("\"1\"");
    }

    @Test
    void onlyMembersSeeAProgrammeAndOnlyItsOwnerAndOperationsChangeIt() {
        String id = market.programme(Bodies.with(Bodies.programme(), "universities", List.of("fudan")));
        String path = "/programmes/" + id;

        assertThat(participants.university("fudan").get(path).status()).isEqualTo(200);
        assertThat(participants
                        .university("fudan")
                        .put(path, Bodies.programme())
                        .status())
                .isEqualTo(403);
        assertThat(participants.operations().put(path, Bodies.programme()).status())
                .isEqualTo(200);

        // then: operations' change opened it to all; close it to all but one company
        university()
                .put(
                        path,
                        Bodies.with(
                                Bodies.with(Bodies.programme(), "universities", List.of("fudan")),
                                "companies",
                                List.of("acme-ai")));
        Api outsider = participants.university("nanjing");
        Api.Answer foreign = outsider.get(path);
        Api.Answer unknown = outsider.get("/programmes/no-such");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.said().replace(id, "X")).isEqualTo(unknown.said().replace("no-such", "X"));
        assertThat(outsider.put(path, Bodies.programme()).status()).isEqualTo(404);
        assertThat(participants.company("other").get(path).status()).isEqualTo(404);
        assertThat(ids(outsider)).doesNotContain(id);
        assertThat(ids(participants.company("acme-ai"))).contains(id);
        assertThat(ids(university())).contains(id);
    }

    private static List<String> possible(Api.Answer programme) {
        return programme
                .json()
                .path("possible")
                .valueStream()
                .map(act -> act.asString())
                .toList();
    }

    private static List<String> ids(Api caller) {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = caller.get("/programmes?limit=200&cursor=" + cursor);
            page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.json().path("next").isNull() ? "" : page.text("next");
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void listsInPagesThatGoOnWhereTheLastOneEnded() {
        market.programme();
        market.programme();

        Api.Answer first = university().get("/programmes?limit=1");
        Api.Answer second = university().get("/programmes?limit=1&cursor=" + first.text("next"));

        assertThat(first.json().path("items").size()).isEqualTo(1);
        assertThat(second.json().path("items").path(0).path("id").asString())
                .isGreaterThan(first.json().path("items").path(0).path("id").asString());
        assertThat(university().get("/programmes?cursor=%21").status()).isEqualTo(400);
    }

    @Test
    void aClosedProgrammeStaysClosedAndTakesNothing() {
        String id = market.programme();
        String state = "/programmes/" + id + "/state";

        Api.Answer paused = university().post(state, Map.of("state", "PAUSED"));
        assertThat(paused.text("state")).isEqualTo("PAUSED");
        assertThat(possible(paused)).containsExactly("RUNNING", "HELD", "CLOSED", "CHANGE", "COPY", "RECALL");
        assertThat(possible(participants.company("acme-ai").get("/programmes/" + id)))
                .isEmpty();
        assertThat(possible(participants.school("tsinghua", "law").get("/programmes/" + id)))
                .isEmpty();
        assertThat(university().post(state, Map.of("state", "CLOSED")).etag()).isEqualTo("\"3\"");
        assertThat(university().post(state, Map.of("state", "RUNNING")).status())
                .isEqualTo(409);
        assertThat(possible(university().get("/programmes/" + id))).containsExactly("COPY", "RECALL", "ARCHIVE");
        Api.Answer late = university().put("/programmes/" + id + "/students/1", Bodies.student());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text("type")).endsWith("/programme-closed");
        assertThat(TopicReader.events(codec, Topics.PROGRAMMES, TopicReader.programme(id), 3))
                .extracting(dev.talentpipeline.events.Programme::getState)
                .containsExactly(ProgrammeState.RUNNING, ProgrammeState.PAUSED, ProgrammeState.CLOSED);
        assertThat(possible(university().post("/programmes/" + id + "/archive", Map.of())))
                .containsExactly("COPY", "RECALL");
    }

    static Stream<Arguments> badFields() {
        return Stream.of(
                Arguments.of("name", null, "name"),
                Arguments.of("name", " ", "name"),
                Arguments.of("name", "x".repeat(201), "name"),
                Arguments.of("mode", "DAILY", "mode"),
                Arguments.of("mode", "ROUND", "clearingAt"),
                Arguments.of("clearingInterval", "1s", "clearingInterval"),
                Arguments.of("clearingInterval", "PT0S", "clearingInterval"),
                Arguments.of("clearingAt", List.of("tomorrow"), "clearingAt"),
                Arguments.of("opensAt", "2027-13-01T00:00:00Z", "opensAt"),
                Arguments.of("responseWindow", "-PT1S", "responseWindow"),
                Arguments.of("lists", "ALL", "lists"),
                Arguments.of("consentBy", "PARENTS", "consentBy"),
                Arguments.of("universities", List.of("a", "a"), "universities"),
                Arguments.of("weights", Map.of("beauty", 1), "weights.beauty"),
                Arguments.of("weights", Map.of("skills", -1), "weights.skills"),
                Arguments.of("weights", Map.of("skills", "NaN"), "weights.skills"),
                Arguments.of("colour", "red", "colour"),
                Arguments.of("deadlineHour", 24, "deadlineHour"),
                Arguments.of("approvalDefault", "EXPIRE", "approvalDefault"),
                Arguments.of("endorsementDefault", "APPROVE", "endorsementDefault"),
                Arguments.of("endorsement", "SCHOOL", "endorsement"),
                Arguments.of("grace", "P8D", "grace"),
                Arguments.of("universityEndorsement", "yes", "universityEndorsement"));
    }

    @ParameterizedTest
    @MethodSource("badFields")
    void namesTheFieldThatIsWrong(String field, Object value, String blamed) {
        Api.Answer answer = university()
                .put("/programmes/" + Participants.newProgramme(), Bodies.with(Bodies.programme(), field, value));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.text("field")).isEqualTo(blamed);
        assertThat(answer.text("remedy")).isNotBlank();
    }

    @Test
    void tellsAllFaultsAtOnce() {
        Api.Answer answer = university()
                .put(
                        "/programmes/" + Participants.newProgramme(),
                        Map.of(
                                "mode",
                                "DAILY",
                                "lists",
                                "ALL",
                                "opensAt",
                                "2027-02-01T00:00:00Z",
                                "closesAt",
                                "2027-01-01T00:00:00Z"));

        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("mode", "closesAt", "name", "lists");
    }

    @Test
    void tellsWhoDecidesAndByWhen() {
        String id = Participants.newProgramme();
        var body = Bodies.with(Bodies.programme(), "offerPolicy", "COMPANY_APPROVAL");
        body.put("universityEndorsement", true);
        body.put("approvalDefault", "approve");
        body.put("endorsementDefault", "ENDORSE");
        body.put("grace", "PT30M");
        body.put("approvalWindow", "PT2H");
        body.put("keepWindow", "P30D");
        body.put("endorsementWindow", "PT36H");

        Api.Answer created = university().put("/programmes/" + id, body);

        assertThat(created.status()).isEqualTo(201);
        assertThat(university().get("/programmes/" + id).json().toString())
                .contains(
                        "\"offerPolicy\":\"COMPANY_APPROVAL\"",
                        "\"endorsement\":\"CAREER_CENTRE\"",
                        "\"universityEndorsement\":true",
                        "\"approvalDefault\":\"APPROVE\"",
                        "\"endorsementDefault\":\"ENDORSE\"",
                        "\"grace\":\"PT30M\"",
                        "\"approvalWindow\":\"PT2H\"",
                        "\"keepWindow\":\"P30D\"",
                        "\"endorsementWindow\":\"PT36H\"");
        var told = TopicReader.events(codec, Topics.PROGRAMMES, TopicReader.programme(id), 1)
                .getFirst();
        assertThat(List.of(
                        told.getOfferPolicy().name(),
                        told.getUniversityEndorsement(),
                        told.getApprovalWindowMs(),
                        told.getKeepWindowMs(),
                        told.getEndorsementWindowMs(),
                        told.getApprovalDefault().name(),
                        told.getEndorsementDefault().name()))
                .containsExactly(
                        "COMPANY_APPROVAL", true, 7_200_000L, 2_592_000_000L, 129_600_000L, "APPROVE", "ENDORSE");
    }

    @Test
    void endorsementIsSaidByItsNameOrInTheOlderFormButNotAgainstEachOther() {
        String id = Participants.newProgramme();
        var two = Bodies.with(Bodies.programme(), "endorsement", "SCHOOL_THEN_CAREER_CENTRE");

        assertThat(university()
                        .put("/programmes/" + id, Bodies.with(two, "universityEndorsement", false))
                        .text("field"))
                .isEqualTo("universityEndorsement");
        assertThat(university().put("/programmes/" + id, two).json().toString())
                .contains("\"endorsement\":\"SCHOOL_THEN_CAREER_CENTRE\"", "\"universityEndorsement\":true");
    }

    @Test
    void refusesAProgrammeIdThatIsNoSlug() {
        assertThat(university().put("/programmes/-bad", Bodies.programme()).status())
                .isEqualTo(400);
    }

    @Test
    void refusesCallersWithoutAValidToken() {
        assertThat(participants.forger().get("/programmes").status()).isEqualTo(401);
    }

    private Api university() {
        return participants.university(Market.UNIVERSITY);
    }
}
