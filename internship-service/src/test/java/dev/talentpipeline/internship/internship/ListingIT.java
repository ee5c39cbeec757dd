package dev.talentpipeline.internship.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class ListingIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    private String programme;
    private Api company;

    @BeforeEach
    void setUp() {
        programme = market.programme();
        company = participants.company(Market.COMPANY);
    }

    @Test
    void closesOnceEverySeatIsAcceptedAndOpensWhenOneReturns() {
        Entered student = market.student(programme);
        String id = market.internship(programme, Bodies.with(Bodies.internship(), "seats", 1));
        String offer = market.offer(programme, student, id);
        assertThat(company.get(path(id)).text("state"))
                .as("offered is not full")
                .isEqualTo("OPEN");

        market.decide(student, offer, "ACCEPT");
        market.awaitListing(programme, id, "CLOSED");

        Api.Answer full = company.get(path(id));
        assertThat(full.json().path("hindrance").path("code").asString()).isEqualTo("FULL");
        Api self = participants.student(Market.UNIVERSITY, student.person());
        assertThat(self.get(path(id)).text("state")).as("closed is still seen").isEqualTo("CLOSED");

        market.decide(self, offer, "RELEASE", "illness");
        market.decideAsCompany(offer, "RELEASE", null);
        market.awaitListing(programme, id, "OPEN");
        List<Internship> told = TopicReader.events(codec, Topics.INTERNSHIPS, TopicReader.programme(programme), 3);
        assertThat(told)
                .extracting(Internship::getState)
                .containsExactly(InternshipState.OPEN, InternshipState.CLOSED, InternshipState.OPEN);
        assertThat(told).extracting(Internship::getVersion).containsExactly(1L, 2L, 3L);
    }

    @Test
    void moreSeatsOpenAFullOneAtOnce() {
        Entered student = market.student(programme);
        var body = Bodies.with(Bodies.internship(), "seats", 1);
        String id = market.internship(programme, body);
        market.decide(student, market.offer(programme, student, id), "ACCEPT");
        market.awaitListing(programme, id, "CLOSED");

        assertThat(company.put(path(id), Bodies.with(body, "seats", 2)).text("state"))
                .isEqualTo("OPEN");
        assertThat(company.put(path(id), Bodies.with(body, "seats", 1)).text("state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void closesAfterItsLastDayKeepingWhatIsOfferedAndOpensWhenTheDayIsMoved() {
        Entered student = market.student(programme);
        Instant soon = Instant.now().plus(3, ChronoUnit.DAYS);
        var body = Bodies.with(Bodies.internship(), "applyBy", soon.toString());
        String id = market.internship(programme, body);
        String offer = market.offer(programme, student, id);
        Entered another = market.student(programme);

        // when the days go by
        jdbc.sql("""
                        update internship set closes_at = now() - interval '1 hour',
                            opening = jsonb_set(opening, '{applyBy}', to_jsonb(cast(? as text)))
                        where id = cast(? as uuid)
                        """)
                .params(Instant.now().minus(2, ChronoUnit.DAYS).toString(), id)
                .update();
        market.awaitListing(programme, id, "CLOSED");

        // then nothing new comes in, and what was offered stays
        assertThat(company.get(path(id)).json().path("hindrance").path("code").asString())
                .isEqualTo("APPLY_BY_PASSED");
        market.admitted(Matcher.proposal(programme, 2, another.id(), id, 1, 1, 2), "REJECTED NO_SEAT");
        assertThat(market.state(offer)).isEqualTo("EXTENDED");
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
        assertThat(company.put(path(id), body).text("state")).isEqualTo("OPEN");
        assertThat(company.put(
                                path(id),
                                Bodies.with(
                                        body,
                                        "applyBy",
                                        Instant.now().minus(2, ChronoUnit.DAYS).toString()))
                        .text("state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void aNewOpeningOfTheLongPastOrOfARegionThatDoesNotExistIsRefused() {
        String old = "/programmes/" + programme + "/internships/old";
        for (Map.Entry<String, String> wrong :
                Map.of("startsOn", "2020-03-01", "region", "CN-XX").entrySet()) {
            Api.Answer refused = company.put(old, Bodies.with(Bodies.internship(), wrong.getKey(), wrong.getValue()));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo(wrong.getKey());
        }
        assertThat(company.get(old).status()).isEqualTo(404);
        assertThat(company.put(old, Bodies.with(Bodies.internship(), "region", "cn-bj"))
                        .text("region"))
                .isEqualTo("CN-BJ");
        assertThat(participants.university(Market.UNIVERSITY).put(old, Map.of()).status())
                .as("who may never post is told so first")
                .isEqualTo(403);
    }

    @Test
    void aFilterThatCanMatchNothingIsRefused() {
        String list = "/programmes/" + programme + "/internships";
        assertThat(company.get(list + "?region=Beijing").text("field")).isEqualTo("region");
        assertThat(company.get(list + "?region=cn-bj").status()).isEqualTo(200);
        Api.Answer occupation = company.get(list + "?occupation=ai-enginer");
        assertThat(occupation.text("type")).endsWith("not-in-catalogue");
        assertThat(occupation.json().path("nearest").toString()).contains("ai-engineer");
    }

    @Test
    void anOpeningThatNarrowsWhoMayApplyIsRefused() {
        Api.Answer refused = company.put(
                "/programmes/" + programme + "/internships/x",
                Bodies.with(Bodies.internship(), "description", "Good pay. 985高校,男生优先"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).endsWith("forbidden-term");
        assertThat(refused.text("field")).isEqualTo("description");
        assertThat(refused.text("value")).isEqualTo("985高校");
        assertThat(refused.json().path("terms").toString()).isEqualTo("""
                        [{"field":"description","kind":"UNIVERSITY_TIER","term":"985高校","at":11,\
                        "remedy":"Take it out, and say instead what the work needs: skills, degree, major, dates."},\
                        {"field":"description","kind":"GENDER","term":"男生优先","at":17,\
                        "remedy":"Take it out, and say instead what the work needs: skills, degree, major, dates."}]""");
        for (String list : List.of("majors", "researchTopics")) {
            Api.Answer listed = company.put(
                    "/programmes/" + programme + "/internships/x",
                    Bodies.with(Bodies.internship(), list, List.of("Computer science", "985高校")));
            assertThat(listed.text("field")).isEqualTo(list);
            assertThat(listed.text("value")).isEqualTo("985高校");
        }
        Api.Answer fee = company.put(
                "/programmes/" + programme + "/internships/x",
                Bodies.with(Bodies.internship(), "description", "培训费500元由学生承担。"));
        assertThat(fee.status()).isEqualTo(422);
        assertThat(fee.text("detail"))
                .startsWith("description must not ask a fee of whoever applies, as (培训费500元由学生承担)");
        assertThat(fee.text("remedy"))
                .isEqualTo("Take it out: whoever applies is not to pay for training, clothes or a deposit.");
        assertThat(company.get("/programmes/" + programme + "/internships/x").status())
                .isEqualTo(404);
        assertThat(company.put(
                                "/programmes/" + programme + "/internships/x",
                                Bodies.with(Bodies.internship(), "description", "Tel. 010-62985211, course CS211"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aDayEndsWhereTheProgrammeIs() {
        var body = Bodies.with(Bodies.internship(), "applyBy", "2099-03-01T15:59:59Z");
        String id = market.internship(programme, body);

        assertThat(company.get(path(id)).text("closesAt")).isEqualTo("2099-03-01T16:00:00Z");
        assertThat(company.put(path(id), Bodies.with(body, "applyBy", "2099-03-01T16:00:00Z"))
                        .text("closesAt"))
                .isEqualTo("2099-03-02T16:00:00Z");
        List<Internship> told = TopicReader.events(codec, Topics.INTERNSHIPS, TopicReader.programme(programme), 1);
        assertThat(told.getFirst().getApplyBy()).isEqualTo(Instant.parse("2099-03-01T16:00:00Z"));
    }

    private String path(String id) {
        return "/programmes/" + programme + "/internships/" + id;
    }
}
