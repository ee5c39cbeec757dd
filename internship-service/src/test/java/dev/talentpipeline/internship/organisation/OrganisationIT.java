package dev.talentpipeline.internship.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RowLocks;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class OrganisationIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RowLocks locks;

    private final String org = "co-" + UUID.randomUUID();
    private final String path = "/organisations/" + org;
    private Api company;
    private Api university;

    @BeforeEach
    void setUp() {
        company = participants.newcomer(org);
        university = participants.university(Market.UNIVERSITY);
    }

    @Test
    void whatACompanyPostsIsSeenOnceItIsVerified() {
        String programme = market.programme();
        String opening = "/programmes/" + programme + "/internships/";
        Entered student = market.student(programme);
        Api self = participants.student(Market.UNIVERSITY, student.person());

        // given an opening of a company that nobody entered
        Api.Answer posted = company.put(opening + "ml-1", Bodies.internship());
        String id = posted.text("id");
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.text("state")).isEqualTo("WAITING");
        assertThat(posted.json().path("hindrance").path("code").asString()).isEqualTo("COMPANY_NOT_ENTERED");

        // then only the company and who runs the programme know of it
        assertThat(self.get(opening + id).said().replace(id, "X"))
                .isEqualTo(self.get(opening + UUID.randomUUID())
                        .said()
                        .replaceAll("[0-9a-f-]{36}\\)", "X)")
                        .replaceAll("internships/[0-9a-f-]{36}", "internships/X"));
        assertThat(List.of(
                        self.get(opening + id).status(),
                        participants.company("globex").get(opening + id).status(),
                        participants.university("fudan").get(opening + id).status()))
                .containsOnly(404);
        assertThat(ids(self, opening)).isEmpty();
        assertThat(ids(participants.university("fudan"), opening)).isEmpty();
        assertThat(ids(company, opening)).containsExactly(id);
        assertThat(ids(university, opening)).as("who runs the programme").containsExactly(id);

        // when it is entered and verified
        assertThat(company.put(path, Bodies.company(org)).status()).isEqualTo(201);
        Api.Answer verified = university.post(path + "/decisions", Map.of("decision", "VERIFY"));
        assertThat(verified.text("state")).isEqualTo("VERIFIED");
        assertThat(verified.json().path("decided").path("by").asString()).isEqualTo("UNIVERSITY");
        assertThat(verified.json().path("decided").path("org").asString()).isEqualTo(Market.UNIVERSITY);
        assertThat(verified.json().path("decided").path("at").asString()).isNotBlank();

        assertThat(participants
                        .operations()
                        .get("/audit?kind=ORGANISATION&entity=" + org)
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("deed").asString()).isEqualTo("COMPANY_VERIFIED");
                    assertThat(entry.path("by").path("org").asString()).isEqualTo(Market.UNIVERSITY);
                });

        // then it is open, also to the matcher
        market.awaitListing(programme, id, "OPEN");
        assertThat(self.get(opening + id).status()).isEqualTo(200);
        assertThat(ids(self, opening)).containsExactly(id);
        long versions = jdbc.sql("select version from internship where id = cast(? as uuid)")
                .param(id)
                .query(Long.class)
                .single();
        List<Internship> told =
                TopicReader.events(codec, Topics.INTERNSHIPS, TopicReader.programme(programme), (int) versions);
        assertThat(told.getFirst().getState()).isEqualTo(InternshipState.WAITING);
        assertThat(told.getFirst().getReason()).isEqualTo("COMPANY_NOT_ENTERED");
        assertThat(told.getLast().getState()).isEqualTo(InternshipState.OPEN);
        assertThat(told.getLast().getReason()).isNull();
        assertThat(company.put(opening + "ml-2", Bodies.internship()).text("state"))
                .as("what it posts from now on is open at once")
                .isEqualTo("OPEN");
    }

    @Test
    void aChangedCreditCodeNeedsVerificationAnewWhileOpenOffersStay() {
        participants.company(org);
        String programme = market.programme();
        String id = company.put("/programmes/" + programme + "/internships/ml-1", Bodies.internship())
                .text("id");
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, id);
        Api.Answer before = company.get(path);
        var body = Bodies.company(org);
        assertThat(company.put(path, Bodies.with(body, "nameEn", "Acme renamed"))
                        .text("state"))
                .as("another name is no other company")
                .isEqualTo("VERIFIED");

        Api.Answer changed = company.put(path, Bodies.with(body, "creditCode", Bodies.creditCode(org + "2")));

        assertThat(changed.text("state")).isEqualTo("ENTERED");
        assertThat(changed.etag()).isNotEqualTo(before.etag());
        market.awaitListing(programme, id, "WAITING");
        assertThat(market.state(offer)).isEqualTo("EXTENDED");
        Api self = participants.student(Market.UNIVERSITY, student.person());
        assertThat(self.get("/programmes/" + programme + "/internships/" + id).status())
                .as("whoever was offered a seat still sees what it is")
                .isEqualTo(200);
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
        participants.operations().post(path + "/decisions", Map.of("decision", "VERIFY"));
        market.awaitListing(programme, id, "OPEN");
    }

    @Test
    void aCodeIsOfOneCompanyOnly() {
        String other = "co-" + UUID.randomUUID();
        participants.company(org);
        Api.Answer claimed = participants.newcomer(other).put("/organisations/" + other, Bodies.company(org));
        assertThat(claimed.status()).as("claiming keeps nobody out").isEqualTo(201);

        Api.Answer refused = university.post("/organisations/" + other + "/decisions", Map.of("decision", "VERIFY"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("credit-code-in-use");
        Api.Answer suspended = participants
                .operations()
                .post(
                        "/organisations/" + other + "/decisions",
                        Map.of("decision", "SUSPEND", "reason", "no-such-place"));
        assertThat(suspended.text("type")).endsWith("credit-code-in-use");
    }

    @Test
    void ofTwoThatAreVerifiedUnderOneCodeAtOnceTheFirstIs() throws SQLException {
        String other = "co-" + UUID.randomUUID();
        company.put(path, Bodies.company(org));
        participants.newcomer(other).put("/organisations/" + other, Bodies.company(org));

        CompletableFuture<Api.Answer> first;
        CompletableFuture<Api.Answer> second;
        try (RowLocks.Held lock = locks.hold("organisation", org)) {
            first = CompletableFuture.supplyAsync(
                    () -> university.post(path + "/decisions", Map.of("decision", "VERIFY")));
            lock.awaitWaiting(1);
            second = CompletableFuture.supplyAsync(
                    () -> university.post("/organisations/" + other + "/decisions", Map.of("decision", "VERIFY")));
            lock.awaitWaiting(2);
        }

        assertThat(first.join().text("state")).isEqualTo("VERIFIED");
        assertThat(second.join().status()).isEqualTo(409);
        assertThat(second.join().text("type")).endsWith("credit-code-in-use");
        assertThat(university.get("/organisations/" + other).text("state")).isEqualTo("ENTERED");
    }

    @Test
    void tellsWhatIsWrongWithAnOrganisation() {
        Api.Answer letters = company.put(path, Bodies.with(Bodies.company(org), "creditCode", "91I50100M000100Y4O"));
        assertThat(letters.status()).isEqualTo(400);
        assertThat(letters.json().path("errors").size()).isEqualTo(2);
        assertThat(letters.text("remedy")).startsWith("Position 3 (I)");
        Api.Answer check = company.put(path, Bodies.with(Bodies.company(org), "creditCode", "91350100M000100Y41"));
        assertThat(check.text("remedy")).contains("check character 3");
        assertThat(company.put(path, Bodies.with(Bodies.company(org), "creditCode", null))
                        .text("field"))
                .isEqualTo("creditCode");
        assertThat(company.put(path, Bodies.with(Bodies.company(org), "contactEmail", "desk"))
                        .text("field"))
                .isEqualTo("contactEmail");
        assertThat(company.put(path, Bodies.with(Bodies.company(org), "kind", "CLUB"))
                        .text("field"))
                .isEqualTo("kind");
        assertThat(university
                        .put(
                                "/organisations/" + Market.UNIVERSITY,
                                Bodies.with(Bodies.university("u"), "creditCode", Bodies.creditCode(org)))
                        .text("field"))
                .isEqualTo("creditCode");
        assertThat(company.get(path).status()).as("nothing half done").isEqualTo(404);
    }

    @Test
    void whatIsNotPublishedOfAnOrganisationIsNotThereForOthers() {
        company.put(path, Bodies.company(org));
        Api other = participants.company("globex");
        Api student = participants.student(Market.UNIVERSITY, UUID.randomUUID().toString());

        // entered: for itself and those who verify
        assertThat(university.get(path).text("creditCode")).isEqualTo(Bodies.creditCode(org));
        assertThat(List.of(other.get(path).status(), student.get(path).status()))
                .containsOnly(404);
        assertThat(other.put(path, Bodies.company("x")).status()).isEqualTo(404);
        assertThat(other.post(path + "/decisions", Map.of("decision", "VERIFY")).status())
                .isEqualTo(404);
        assertThat(company.post(path + "/decisions", Map.of("decision", "VERIFY"))
                        .status())
                .as("nobody verifies themselves")
                .isEqualTo(403);
        assertThat(allIds(other)).doesNotContain(org);
        assertThat(allIds(university)).contains(org);

        // verified: its name is published, its code and contact are not
        university.post(path + "/decisions", Map.of("decision", "VERIFY"));
        Api.Answer seen = student.get(path);
        assertThat(seen.text("nameEn")).isEqualTo("Company " + org);
        assertThat(List.of(
                        seen.json().has("creditCode"),
                        seen.json().has("contactEmail"),
                        seen.json().has("decided")))
                .containsOnly(false);
        assertThat(other.put(path, Bodies.company("x")).status()).isEqualTo(403);
        assertThat(university.put(path, Bodies.company("x")).status()).isEqualTo(403);
        assertThat(company.put("/organisations/co-" + UUID.randomUUID(), Bodies.company("y"))
                        .status())
                .as("an id that is not its own")
                .isEqualTo(404);
    }

    @Test
    void aUniversityEntersItsSchoolsAndItsDeskIsReached() {
        String id = "univ-" + UUID.randomUUID();
        String its = "/organisations/" + id;
        Api own = participants.university(id);
        Api.Answer entered = own.put(its, Bodies.university(id));
        assertThat(entered.status()).isEqualTo(201);
        assertThat(own.put(its, Bodies.university(id)).etag())
                .as("nothing changed")
                .isEqualTo("\"1\"");
        assertThat(entered.json().has("state")).isFalse();

        assertThat(own.put(its + "/schools/ai", Map.of("nameZh", "人工智能学院", "nameEn", "School of AI"))
                        .status())
                .isEqualTo(201);
        assertThat(own.put(its + "/schools/ai", Map.of("nameZh", "人工智能学院", "nameEn", "AI School"))
                        .etag())
                .isEqualTo("\"2\"");
        assertThat(company.get(its + "/schools")
                        .json()
                        .path("items")
                        .path(0)
                        .path("nameEn")
                        .asString())
                .isEqualTo("AI School");
        assertThat(company.put(its + "/schools/cs", Map.of("nameZh", "x", "nameEn", "y"))
                        .status())
                .isEqualTo(403);
        assertThat(own.get(its + "/schools/law").status()).isEqualTo(404);
        company.put(path, Bodies.company(org));
        assertThat(company.put(path + "/schools/cs", Map.of("nameZh", "x", "nameEn", "y"))
                        .status())
                .isEqualTo(409);
        assertThat(own.put(its, Bodies.company(id)).status())
                .as("a university stays one")
                .isEqualTo(409);

        String desk = jdbc.sql("select desk from organisation where id = ?")
                .param(id)
                .query(String.class)
                .single();
        Contact contact =
                TopicReader.events(codec, Topics.CONTACTS, desk::equals, 1).getFirst();
        assertThat(contact.getEmail()).isEqualTo("desk@" + id + ".example.com");
        assertThat(contact.getOrganisation()).isEqualTo(id);
        assertThat(contact.getRoles()).containsExactly("UNIVERSITY");
        assertThat(contact.getName()).isEqualTo("公司 " + id);
        assertThat(contact.getNameZh()).isEqualTo("公司 " + id);
        assertThat(contact.getNameEn()).isEqualTo("Company " + id);
    }

    @Test
    void aProgrammeThatAsksForItApprovesEachOpening() {
        String programme = market.programme(Bodies.with(Bodies.programme(), "openingApproval", "UNIVERSITY"));
        String opening = "/programmes/" + programme + "/internships/";
        Api verified = participants.company(Market.COMPANY);
        Api.Answer posted = verified.put(opening + "ml-1", Bodies.internship());
        String decisions = opening + posted.text("id") + "/decisions";
        assertThat(posted.json().path("hindrance").path("code").asString()).isEqualTo("APPROVAL_AWAITED");
        Api member = participants.university("fudan");
        assertThat(member.get(opening + posted.text("id")).status()).isEqualTo(200);
        assertThat(verified.post(decisions, Map.of("decision", "APPROVE")).status())
                .isEqualTo(403);
        assertThat(member.post(decisions, Map.of("decision", "REJECT")).text("field"))
                .isEqualTo("reason");
        Api.Answer invented = member.post(decisions, Map.of("decision", "REJECT", "reason", "to-vague"));
        assertThat(invented.status()).isEqualTo(422);
        assertThat(invented.json().path("nearest").path(0).asString()).isEqualTo("too-vague");

        Api.Answer rejected = member.post(decisions, Map.of("decision", "REJECT", "reason", "too-vague"));
        assertThat(rejected.text("state")).isEqualTo("REJECTED");
        assertThat(verified.get(opening + "ml-1")
                        .json()
                        .path("hindrance")
                        .path("reason")
                        .asString())
                .isEqualTo("too-vague");
        assertThat(Market.reasons(verified, programme)).containsExactly("REJECT_OPENING too-vague 1");
        var better = Bodies.with(Bodies.internship(), "description", "Train models on a cluster.");
        assertThat(verified.put(opening + "ml-1", better).text("state")).isEqualTo("WAITING");
        Api.Answer approved = member.post(decisions, Map.of("decision", "APPROVE"));
        assertThat(approved.text("state")).isEqualTo("OPEN");

        assertThat(member.post(decisions, Map.of("decision", "REJECT", "reason", "late"))
                        .status())
                .isEqualTo(409);
        assertThat(verified.put(opening + "ml-1", Bodies.with(better, "seats", 3))
                        .text("state"))
                .as("seats are the company's to change")
                .isEqualTo("OPEN");
        assertThat(verified.put(opening + "ml-1", Bodies.with(better, "stipend", 1))
                        .text("state"))
                .as("what was approved is not")
                .isEqualTo("WAITING");
        university.put("/programmes/" + programme, Bodies.programme());
        market.awaitListing(programme, posted.text("id"), "OPEN");
        assertThat(university.post(decisions, Map.of("decision", "APPROVE")).text("type"))
                .endsWith("approval-not-asked");
        assertThat(member.post(decisions, Map.of("decision", "APPROVE")).status())
                .isEqualTo(403);
    }

    private static List<String> ids(Api caller, String openings) {
        return items(caller.get(openings.substring(0, openings.length() - 1)));
    }

    private static List<String> allIds(Api caller) {
        return items(caller.get("/organisations?kind=COMPANY&state=ENTERED&limit=200"));
    }

    private static List<String> items(Api.Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
