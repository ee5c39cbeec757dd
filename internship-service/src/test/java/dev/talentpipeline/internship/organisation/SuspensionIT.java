package dev.talentpipeline.internship.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class SuspensionIT {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int OFFERS = 1_000;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    private final String org = "co-" + UUID.randomUUID();
    private final String decisions = "/organisations/" + org + "/decisions";
    private final Map<String, String> suspend = Map.of("decision", "SUSPEND", "reason", "no-such-place");
    private Api company;
    private String programme;

    @BeforeEach
    void setUp() {
        company = participants.company(org);
        programme = market.programme();
    }

    @Test
    void aThousandOpenOffersAreTakenBackAndWhatWasAcceptedStays() {
        // given
        String internship = opening("ml-1", OFFERS + 2);
        Entered accepting = market.student(programme);
        String committed = market.offer(programme, accepting, internship);
        market.decide(accepting, committed, "ACCEPT");
        Entered waiting = market.student(programme);
        String open = market.offer(programme, waiting, internship);
        offerAlike(open, OFFERS);
        assertThat(count("EXTENDED", null)).isEqualTo(OFFERS + 1);

        // when
        Api.Answer suspended =
                participants.operations().send("POST", decisions, suspend, Map.of("Idempotency-Key", org));

        // then it counts at once
        assertThat(suspended.text("state")).isEqualTo("SUSPENDED");
        assertThat(suspended.json().path("committedOffers").size()).isEqualTo(1);
        assertThat(suspended
                        .json()
                        .path("committedOffers")
                        .path(0)
                        .path("offer")
                        .asString())
                .isEqualTo(committed);
        Api.Answer late = market.decide(waiting, open, "ACCEPT");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("state")).isEqualTo("RESCINDED");
        Api.Answer posted = company.put("/programmes/" + programme + "/internships/new", Bodies.internship());
        assertThat(posted.json().path("hindrance").path("code").asString()).isEqualTo("COMPANY_SUSPENDED");

        // and everything follows, each with its event
        await().atMost(BOUND).until(() -> count("RESCINDED", "COMPANY_SUSPENDED") == OFFERS + 1);
        assertThat(count("CONFIRMED", null)).isEqualTo(1);
        assertThat(company.get("/programmes/" + programme + "/internships/ml-1").text("state"))
                .isEqualTo("WAITING");
        assertThat(jdbc.sql("select count(*) from outbox where topic = 'offers' and version = 2 and key like ?")
                        .param(programme + "/%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(OFFERS + 2);
        assertThat(jdbc.sql("select min(internship_version) from offer where programme = ? and state = 'RESCINDED'")
                        .param(programme)
                        .query(Integer.class)
                        .single())
                .as("the matcher waits for a version after the one that waits")
                .isEqualTo(2);
        await().atMost(BOUND)
                .until(() -> jdbc.sql("select count(*) from company_unsettled where company = ?")
                                .param(org)
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void aSuspensionThatIsLiftedOpensWhatWaited() {
        String internship = opening("ml-1", 2);
        Api university = participants.university("u-" + org);
        participants.operations().post(decisions, suspend);
        market.awaitListing(programme, internship, "WAITING");
        assertThat(participants.company("globex").get("/organisations/" + org).status())
                .isEqualTo(404);
        assertThat(university
                        .get("/organisations/" + org)
                        .json()
                        .path("decided")
                        .path("reason")
                        .asString())
                .isEqualTo("no-such-place");

        assertThat(university.post(decisions, Map.of("decision", "VERIFY")).status())
                .as("not who suspended it")
                .isEqualTo(403);
        Api.Answer code = company.put(
                "/organisations/" + org, Bodies.with(Bodies.company(org), "creditCode", Bodies.creditCode(org + "2")));
        assertThat(code.status()).as("it keeps the code that it is known by").isEqualTo(409);
        assertThat(code.text("type")).endsWith("/company-suspended");
        assertThat(company.put("/organisations/" + org, Bodies.with(Bodies.company(org), "nameEn", "Renamed"))
                        .text("state"))
                .isEqualTo("SUSPENDED");
        participants.operations().post(decisions, Map.of("decision", "VERIFY"));

        market.awaitListing(programme, internship, "OPEN");
        List<Internship> told = TopicReader.events(codec, Topics.INTERNSHIPS, TopicReader.programme(programme), 3);
        assertThat(told)
                .extracting(Internship::getState)
                .containsExactly(InternshipState.OPEN, InternshipState.WAITING, InternshipState.OPEN);
    }

    @Test
    void aUniversitySuspendsWhatItVerifiedAndSeesItsOwnStudentsOnly() {
        String another = "co-" + UUID.randomUUID();
        Api newcomer = participants.newcomer(another);
        newcomer.put("/organisations/" + another, Bodies.company(another));
        Api verifying = participants.university("u-" + another);
        String path = "/organisations/" + another + "/decisions";
        assertThat(verifying.post(path, suspend).status())
                .as("it has decided nothing yet")
                .isEqualTo(403);
        verifying.post(path, Map.of("decision", "VERIFY"));
        assertThat(verifying
                        .post(path, Map.of("decision", "SUSPEND", "reason", "no-such-plaice"))
                        .json()
                        .path("nearest")
                        .path(0)
                        .asString())
                .as("a reason that the catalogue has not")
                .isEqualTo("no-such-place");
        Entered student = market.student(programme);
        String internship = newcomer.put("/programmes/" + programme + "/internships/x", Bodies.internship())
                .text("id");
        market.decide(student, market.offer(programme, student, internship), "ACCEPT");

        assertThat(participants
                        .university(Market.UNIVERSITY)
                        .post(path, suspend)
                        .status())
                .as("another university than the one that verified")
                .isEqualTo(403);
        Api.Answer suspended = verifying.post(path, suspend);

        assertThat(suspended.text("state")).isEqualTo("SUSPENDED");
        assertThat(suspended.json().path("committedOffers").size()).isZero();
    }

    private String opening(String reference, int seats) {
        return company.put(
                        "/programmes/" + programme + "/internships/" + reference,
                        Bodies.with(Bodies.internship(), "seats", seats))
                .text("id");
    }

    /** As many offers like the given one as asked for, each of a person of their own. */
    private void offerAlike(String offer, int many) {
        jdbc.sql("""
                        with made as (
                            select gen_random_uuid() as person, gen_random_uuid() as student, gen_random_uuid() as offer
                            from generate_series(1, :many)),
                        people as (
                            insert into person (id, university, number, version, name, email, language, changed_at)
                            select person, 'tsinghua', person, 1, 'x', 'x@example.org', 'ZH', now() from made)
                        insert into student (id, programme, person, university, version, state, profile, changed_at)
                        select made.student, s.programme, made.person, s.university, 1, 'ACTIVE', s.profile, now()
                        from made, student s join offer o on o.student = s.id where o.id = cast(:offer as uuid)
                        """).param("many", many).param("offer", offer).update();
        jdbc.sql("""
                        insert into offer (id, programme, student, internship, person, university, company, clearing, version, state, respond_by,
                            programme_version, student_version, internship_version, student_rank, internship_rank, explanation, proposed_at,
                            starts_on, ends_on, days_per_week, changed_at, awaited_since)
                        select gen_random_uuid(), o.programme, s.id, o.internship, s.person, o.university, o.company, 1, 1, 'EXTENDED', o.respond_by,
                            1, 1, 1, 1, 1, o.explanation, o.proposed_at, o.starts_on, o.ends_on, o.days_per_week, now(), now()
                        from offer o join student s on s.programme = o.programme
                        where o.id = cast(:offer as uuid) and not exists (select 1 from offer where student = s.id)
                        """).param("offer", offer).update();
        jdbc.sql("""
                        insert into offer_history (offer, version, state, at, role, subject)
                        select id, version, state, changed_at, 'MATCHING', 'matching-service' from offer o
                        where programme = ? and not exists (select 1 from offer_history where offer = o.id)
                        """).param(programme).update();
    }

    private int count(String state, String reason) {
        return jdbc.sql("""
                                select count(*) from offer where programme = :programme and state = :state
                                    and reason is not distinct from cast(:reason as text)
                                """)
                .param("programme", programme)
                .param("state", state)
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }
}
