package dev.talentpipeline.console.university;

import static dev.talentpipeline.console.StubbedDesks.KEY;
import static dev.talentpipeline.console.StubbedDesks.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UniversityPagesIT {

    private static final String PLACEMENT = """
            {"id":"p-1","programme":"spring","offer":"o-1","student":"s-1","internship":"i-1","company":"xinhe","state":"AWAITING_SIGNATURES",
             "startsOn":"2027-03-01","endsOn":"2027-06-30","agreement":{"revision":2,"signedBy":[],"unsigned":["UNIVERSITY"]},
             "possible":[],
             "entries":[{"entry":1,"event":"STARTED","state":"RECORDED","on":"2027-03-01","by":"COMPANY","possible":["CONFIRMED","DISPUTED"]}]}""";
    private static final String INVITATION = """
            {"id":"m-1","programme":"spring","student":"s-1","internship":"i-1","company":"xinhe","state":"INVITED","respondBy":"2026-12-03T09:00:00Z",
             "possible":["DECLINE"]}""";

    private static final String XINHE =
            "{\"items\":[{\"id\":\"xinhe\",\"nameZh\":\"芯禾\",\"nameEn\":\"Xinhe Chips\"}],\"next\":null}";

    private final StubbedDesks desks = new StubbedDesks();
    private final Map<String, String> answers = desks.answers();
    private final Browser li = desks.signedIn("li");

    @Test
    void whatNeedsTheUniversityComesFirstThenTheCohort() {
        String page = words(li.get("/university").body());

        assertThat(page)
                .contains("Accepted offers that wait for your endorsement: 2 The first deadline is 2026-12-01 17:00")
                .contains("Companies to verify: 1", "Students who have not claimed their entry: 7")
                .doesNotContain("Openings to approve", "own consent is awaited");
        assertThat(page.indexOf("What needs you today")).isLessThan(page.indexOf("The cohort at a glance"));
        assertThat(page).contains("On the roll 20", "Matched 8", "To be matched 6", "Out of the market 4");
    }

    @Test
    void aPlacementNamesItsStudentAndWaitsForTheUniversityWhereItIsOneOfTheParties() {
        answers.put("/api/v1/programmes/spring/placements", "{\"items\":[" + PLACEMENT + "],\"next\":null}");
        answers.put("/api/v1/placements/p-1", PLACEMENT);
        answers.put("/api/v1/offers/o-1/agreement", """
                {"id":"a-1","number":"2027-1","state":"PARTLY_SIGNED","revision":2,"signatures":[],"unsigned":["UNIVERSITY"],"possible":["DRAFT","SIGN"]}""");
        answers.put("/api/v1/organisations", XINHE);
        assertThat(li.get("/university/placements").body()).contains("王小明", "Chip design", "Xinhe Chips");

        String page = li.get("/university/placements/p-1").body();
        li.submit(
                "/university/placements/p-1/signatures",
                page,
                Map.of("key", KEY, "offer", "o-1", "revision", "2", "signedOn", "2027-02-01"));

        assertThat(page)
                .contains("Enter our signature", "value=\"CONFIRMED\"")
                .doesNotContain("value=\"STARTED\"", "value=\"VOIDED\"");
        assertThat(desks.asked("POST"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).isEqualTo("{\"signedOn\":\"2027-02-01\",\"revision\":2}"));
        assertThat(desks.signedIn("chen").get("/university/placements").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCertificateIsVerifiedOnTheStudentsPageWhereEverythingHasItsName() {
        answers.put("/api/v1/people/p-1/certificates", """
                {"items":[{"occupation":"ai-engineer","level":"SENIOR","number":"C-9","state":"ENTERED","possible":["VERIFY"]}],"next":null}""");
        String page = li.get("/university/students/s-1?programme=spring").body();
        assertThat(page)
                .contains("Java language", "C-9", "not seen yet", "value=\"VERIFY\"")
                .doesNotContain("value=\"REJECT\"");

        HttpResponse<String> decided = li.submit(
                "/university/students/s-1/certificates",
                page,
                Map.of(
                        "key",
                        KEY,
                        "programme",
                        "spring",
                        "person",
                        "p-1",
                        "occupation",
                        "ai-engineer",
                        "decision",
                        "VERIFY"));

        assertThat(decided.headers().firstValue("Location")).hasValue("/university/students/s-1?programme=spring");
        assertThat(desks.asked())
                .anySatisfy(asked ->
                        assertThat(asked.uri()).isEqualTo("/api/v1/people/p-1/certificates/ai-engineer/decisions"));
    }

    @Test
    void theStoryOfAnOfferSaysWhoDidWhat() {
        answers.put("/api/v1/programmes/spring/offers", """
                {"items":[{"id":"o-1","student":"s-1","internship":"i-1","state":"EXTENDED","possible":[],"history":[
                  {"state":"AWAITING_APPROVAL","at":"2026-11-23T10:00:00Z","by":"MATCHING"},
                  {"state":"EXTENDED","at":"2026-11-24T10:00:00Z","by":"COMPANY"},
                  {"state":"EXTENDED","step":"REMINDED","at":"2026-11-25T10:00:00Z","by":"SYSTEM"},
                  {"state":"RESCINDED","at":"2026-11-26T10:00:00Z","by":"OPERATIONS","reason":"RECALLED"}]}],"next":null}""");
        answers.put("/api/v1/programmes/spring/placements", "{\"items\":[" + PLACEMENT + "],\"next\":null}");

        assertThat(words(li.get("/university/students/s-1?programme=spring").body()))
                .contains(
                        "2026-11-23 18:00 Recommended by matching matching",
                        "Approved: offer made company",
                        "a reminder was sent by time",
                        "rescinded operations · the matching round was recalled")
                .contains("started company · 2027-03-01");
    }

    @Test
    void anInvitationIsAnsweredForAStudentWhoCannot() {
        answers.put("/api/v1/programmes/spring/meetings", "{\"items\":[" + INVITATION + "],\"next\":null}");
        answers.put("/api/v1/meetings/m-1", INVITATION);
        answers.put("/api/v1/organisations", XINHE);
        assertThat(li.get("/university/meetings").body()).contains("王小明", "Chip design", "Xinhe Chips", "invited");
        String page = li.get("/university/meetings/m-1").body();
        assertThat(page).contains("value=\"DECLINE\"").doesNotContain("value=\"ACCEPT\"");
        answers.put("POST /api/v1/meetings/m-1/decisions", INVITATION);

        li.submit(
                "/university/meetings/m-1/decisions",
                page,
                Map.of("key", KEY, "decision", "DECLINE", "reason", "busy"));

        assertThat(desks.asked("POST"))
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.body()).isEqualTo("{\"decision\":\"DECLINE\",\"reason\":\"busy\"}"));
    }

    @Test
    void aPartThatIsMissingLeavesTheRestOfTheDay() {
        answers.remove("/api/v1/organisations/beida/roll-standing");

        String page = words(li.get("/university").body());

        assertThat(page).contains("The service did not give this part.", "endorsement: 2", "Companies to verify: 1");
    }

    @Test
    void filtersAreTheApisAndStandingsAreAskedForOnceAPage() {
        String page = li.get("/university/students?name=%E7%8E%8B&standing=WAITING&degree=MASTER&skill=")
                .body();

        assertThat(desks.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/students?name=%E7%8E%8B&standing=WAITING&degree=MASTER&limit=25")
                .filteredOn(uri -> uri.contains("/offers"))
                .hasSize(1);
        assertThat(page)
                .contains(
                        "/university/students?programme=spring&amp;name=%E7%8E%8B&amp;standing=WAITING&amp;degree=MASTER&amp;cursor=c2");
    }

    @Test
    void everyNumberOfTheDayLeadsToThoseCounted() {
        String page = li.get("/university").body();

        assertThat(page)
                .contains(
                        "href=\"/university/students?programme=spring&amp;standing=MATCHED\"",
                        "href=\"/university/students?programme=spring&amp;standing=IN_MARKET\"",
                        "href=\"/university/students?programme=spring&amp;standing=OUT_OF_MARKET\"",
                        "href=\"/university/roll?programme=spring&amp;standing=NO_PROFILE\"");
        li.get("/university/roll?programme=spring&standing=NO_PROFILE");
        assertThat(desks.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/organisations/beida/roll?standing=NO_PROFILE&programme=spring&limit=25");
    }

    @Test
    void theNumbersOfASchoolsAccountLeadToStudentsOfThatSchool() {
        String counts = answers.get("/api/v1/organisations/beida/roll-standing");
        answers.put(
                "/api/v1/organisations/beida/roll-standing",
                counts.replace("\"consentAwaited\":0", "\"consentAwaited\":5"));
        Browser qian = desks.signedIn("qian");
        String students = "/university/students?programme=spring&amp;school=law&amp;";

        String page = qian.get("/university").body();

        assertThat(page)
                .contains(
                        "href=\"" + students + "standing=MATCHED\"",
                        "href=\"" + students + "standing=IN_MARKET\"",
                        "href=\"" + students + "standing=OUT_OF_MARKET\"",
                        "href=\"" + students + "consent=AWAITED\"",
                        // The roll shows a school its own part by itself.
                        "href=\"/university/roll?programme=spring&amp;standing=NO_PROFILE\"");
        qian.get("/university/students?programme=spring&school=law&standing=MATCHED");
        assertThat(desks.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/students?standing=MATCHED&school=law&limit=25");
    }

    @Test
    void aSkillIsSearchedForByItsName() {
        String page = li.get("/university/students?skill=java%20lang").body();

        assertThat(desks.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/students?skill=java&limit=25");
        assertThat(page)
                .contains("value=\"java lang\"", "/students?skill=java&amp;format=XLSX", "value=\"Java language\"");
    }

    @Test
    void aStudentsPageSaysWhereSkillsComeFromAndLivesWithoutTheMatcher() {
        HttpResponse<String> response = li.get("/university/students/s-1?programme=spring");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(words(response.body()))
                .contains("Java language own word course 4", "cad certificate 2")
                .contains("matching-service cannot be reached at the moment", "Chip design");
    }

    @Test
    void aSchoolIsCalledByItsNameAndByItsIdWhereTheNameIsNotKnown() {
        answers.put("/api/v1/programmes/spring/students", """
                {"items":[{"id":"s-1","name":"王小明","school":"informatics"},{"id":"s-2","name":"李雷","school":"law"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/students/s-1", """
                {"id":"s-1","name":"王小明","school":"informatics","state":"ACTIVE"}""");
        answers.put("/api/v1/organisations/beida/schools", """
                {"items":[{"id":"informatics","nameZh":"信息学院","nameEn":"School of Informatics"}],"next":null}""");

        assertThat(words(li.get("/university/endorsements").body())).contains("School of Informatics", "law");
        assertThat(words(li.get("/university/students/s-1?programme=spring").body()))
                .contains("School of Informatics")
                .doesNotContain("informatics");
    }

    @Test
    void manyAreEndorsedAtOnceAndEachSaysWhatBecameOfIt() {
        String queue = li.get("/university/endorsements").body();
        assertThat(words(queue)).contains("王小明").doesNotContain("s-3");
        assertThat(queue).contains("href=\"/university/students/s-1?programme=spring\"");
        answers.put("/api/v1/offers/decisions", """
                {"items":[{"offer":"o-1","status":200,"state":"CONFIRMED","version":3},
                  {"offer":"o-2","status":409,"problem":{"type":"https://talentpipeline.dev/problems/offer-not-open","detail":"It is LAPSED."}}]}""");
        String key = UUID.randomUUID().toString();

        HttpResponse<String> response = li.post(
                "/university/endorsements",
                "_csrf=%s&programme=spring&key=%s&decision=ENDORSE&offer=o-1&offer=o-2&reason=no-credit"
                        .formatted(Browser.csrfToken(queue), key),
                "Content-Type",
                "application/x-www-form-urlencoded");

        Asked decided = desks.asked().stream()
                .filter(asked -> asked.method().equals("POST"))
                .findFirst()
                .orElseThrow();
        assertThat(decided.body()).isEqualTo("{\"decision\":\"ENDORSE\",\"offers\":[\"o-1\",\"o-2\"]}");
        assertThat(decided.header("Idempotency-Key")).hasValue(key);
        assertThat(words(response.body()))
                .contains("王小明 Chip design confirmed", "Nothing can be decided about this offer any more. not done");
        // What waits goes on being followed, at the address of the queue.
        assertThat(response.body())
                .contains("data-shown-at=\"/university/endorsements?programme=spring\"")
                .doesNotContain("data-typed");
    }

    @Test
    void theQueueGoesOnAndWhatIsRefusedThereStaysThere() {
        String list = "/api/v1/programmes/spring/endorsements";
        String one =
                "{\"items\":[{\"id\":\"o-1\",\"student\":\"s-1\",\"internship\":\"i-1\",\"state\":\"ACCEPTED\"}],\"next\":%s}";
        answers.put(list, one.formatted("\"c2\""));
        assertThat(li.get("/university/endorsements").body())
                .contains("href=\"/university/endorsements?programme=spring&amp;cursor=c2\"")
                .doesNotContain("rel=\"first\"");

        answers.put(list, one.formatted("null"));
        String second = "/university/endorsements?programme=spring&cursor=c2";
        String page = li.get(second).body();
        assertThat(desks.asked())
                .extracting(Asked::uri)
                .anySatisfy(uri -> assertThat(uri).startsWith(list + "?").contains("limit=200&cursor=c2"));
        assertThat(page)
                .contains("rel=\"first\"", "name=\"cursor\" value=\"c2\"")
                .doesNotContain("rel=\"next\"");
        answers.put("/api/v1/offers/decisions", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"reason","remedy":"Give a code."}]}""");
        HttpResponse<String> refused = li.submit(
                "/university/endorsements",
                page,
                Map.of("programme", "spring", "cursor", "c2", "key", KEY, "decision", "REFUSE", "offer", "o-1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("data-shown-at=\"/university/endorsements?programme=spring&amp;cursor=c2\"")
                .contains("value=\"o-1\" checked=\"checked\"", "name=\"cursor\" value=\"c2\"");

        answers.put(list, "{\"items\":[],\"next\":null}");
        assertThat(words(li.get(second).body()))
                .contains("Nothing further waits", "First page")
                .doesNotContain("No accepted offer waits");
    }

    @Test
    void asManyAreDecidedOnAtOnceAsTheServiceTakes() {
        answers.put("/api/v1/offers/decisions", "{\"items\":[]}");
        String queue = li.get("/university/endorsements").body();
        String chosen =
                IntStream.range(0, 1_000).mapToObj("&offer=o-%d"::formatted).collect(Collectors.joining());

        HttpResponse<String> response = li.post(
                "/university/endorsements",
                "_csrf=%s&programme=spring&key=%s&decision=ENDORSE%s".formatted(Browser.csrfToken(queue), KEY, chosen),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(desks.asked("POST"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("\"o-0\"", "\"o-999\""));
    }

    @Test
    void whoeverDecidesOnAnOpeningStaysOnItsPage() {
        answers.put("/api/v1/programmes/spring/internships", """
                {"items":[{"id":"i-1","title":"Chip design","state":"WAITING","possible":["APPROVE","REJECT"]}],"next":null}""");
        answers.put("POST /api/v1/programmes/spring/internships/i-1/decisions", "{\"id\":\"i-1\"}");
        String page = li.get("/university/openings?programme=spring&cursor=c2").body();

        HttpResponse<String> response = li.submit(
                "/university/openings/i-1/decisions",
                page,
                Map.of("programme", "spring", "cursor", "c2", "key", KEY, "decision", "APPROVE"));

        assertThat(page).contains("name=\"cursor\" value=\"c2\"");
        assertThat(response.headers().firstValue("Location"))
                .hasValue("/university/openings?programme=spring&cursor=c2");
    }

    @Test
    void whoeverApprovesAnOpeningSeesWhatItAsksFor() {
        answers.put("/api/v1/programmes/spring/internships", """
                {"items":[{"id":"i-1","title":"Chip design","occupation":"iot-engineer","daysPerWeek":4,"minimumDegree":"MASTER","majors":["微电子"],
                   "requiredSkills":[{"id":"java","level":1}],"researchTopics":["Edge"],"state":"WAITING","possible":["APPROVE","REJECT"]},
                  {"id":"i-2","title":"Open to all","state":"WAITING","possible":[]}],"next":null}""");

        assertThat(words(li.get("/university/openings?programme=spring").body()))
                .contains(
                        "Occupation IoT engineer Days a week 4 Lowest degree master Majors 微电子",
                        "Required skills Java language · 1 · heard of it Research topics Edge")
                .contains("Majors every major Required skills none");
    }

    @Test
    void decidingOnNobodyAsksNothing() {
        String queue = li.get("/university/endorsements").body();

        HttpResponse<String> response = li.submit(
                "/university/endorsements",
                queue,
                Map.of("programme", "spring", "key", UUID.randomUUID().toString(), "decision", "REFUSE"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("Nobody was selected");
        assertThat(desks.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }
}
