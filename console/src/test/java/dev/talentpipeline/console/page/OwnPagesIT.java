package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of students, programmes and operations, over services that answer what a test says. */
class OwnPagesIT {

    private static final String STUDENT = """
            {"id":"s-1","person":"p-zhao","programme":"spring","university":"beida","version":7,"state":"ACTIVE","name":"王小明","email":"w@example.org",
             "degree":"MASTER","major":"AI","skills":[{"id":"java","level":4}],"occupations":["ai-engineer"],"researchTopics":[],"regions":["CN-BJ"],
             "remote":true,"availableFrom":"2027-01-01","availableUntil":"2027-12-31","daysPerWeek":5,"minimumStipend":0,
             "preferences":["i-1","i-2","i-3"],"onlyThese":false,"consent":true}""";

    private static final String RULES = """
            {"id":"spring","version":3,"state":"RUNNING","owner":"beida","name":"Spring 2027","mode":"ROLLING","clearingInterval":"PT1S","clearingAt":[],
             "responseWindow":"P3D","approvalWindow":"P3D","keepWindow":"P14D","endorsementWindow":"P7D","deadlineHour":17,"approvalDefault":"LAPSE",
             "endorsementDefault":"LAPSE","lists":"FILLED","offerPolicy":"AUTOMATIC","endorsement":"NONE","consentBy":"UNIVERSITY",
             "openingApproval":"NONE","interviewResults":"SHOWN","universities":["beida"],"companies":[],"quotas":{"eachCompany":10},"weights":{"skills":0.5}}""";

    /** The same for whoever runs it. */
    private static final String RUN =
            RULES.replaceFirst("}$", ",\"possible\":[\"HELD\",\"CLOSED\",\"CHANGE\",\"COPY\",\"RECALL\"]}");

    private static final String NONE = "{\"items\":[],\"next\":null}";

    private static final Map<String, String> API = Map.ofEntries(
            Map.entry("/api/v1/programmes", "{\"items\":[" + RUN + "],\"next\":null}"),
            Map.entry("/api/v1/programmes/spring", RUN),
            Map.entry("/api/v1/programmes/spring/students", "{\"items\":[" + STUDENT + "],\"next\":null}"),
            Map.entry("/api/v1/programmes/spring/offers", NONE),
            Map.entry("/api/v1/programmes/spring/placements", """
                    {"items":[{"id":"5b1c1d8e-0000-4000-8000-0000000000aa","offer":"5b1c1d8e-0000-4000-8000-0000000000bb","company":"xinhe","state":"STARTED",
                      "startsOn":"2027-03-01","endsOn":"2027-06-30","agreement":{"revision":1,"unsigned":["STUDENT"]},"job":{"title":"Chip designer","startsOn":"2027-07-01"},"possible":["JOB_ACCEPTED","JOB_DECLINED"],
                      "entries":[{"entry":1,"event":"STARTED","state":"RECORDED","on":"2027-03-01","by":"COMPANY"}]}],"next":null}"""),
            Map.entry("/api/v1/programmes/spring/internships/i-1", "{\"id\":\"i-1\",\"title\":\"Chip design\"}"),
            Map.entry("/api/v1/programmes/spring/internships/i-2", "{\"id\":\"i-2\",\"title\":\"<Robots>\"}"),
            Map.entry("/api/v1/programmes/spring/meetings", """
                    {"items":[{"id":"5b1c1d8e-0000-4000-8000-0000000000cc","company":"xinhe","state":"OPEN","interviews":[
                      {"id":"5b1c1d8e-0000-4000-8000-0000000000dd","state":"PROPOSED","startsAt":"2030-12-02T02:00:00Z","minutes":30,"proposedBy":"COMPANY","possible":["CONFIRM","MOVE","CANCEL"]}]}],
                     "next":null}"""),
            Map.entry("/api/v1/people/me/certificates", NONE),
            Map.entry(
                    "/api/v1/catalogue/skills",
                    "{\"items\":[{\"id\":\"java\",\"en\":\"Java\",\"zh\":\"Java 编程\",\"family\":\"software\"}],\"next\":null}"),
            Map.entry(
                    "/api/v1/catalogue/occupations",
                    "{\"items\":[{\"id\":\"ai-engineer\",\"en\":\"AI engineer\",\"zh\":\"人工智能工程技术人员\",\"family\":\"ai\"}],\"next\":null}"),
            Map.entry("/api/v1/organisations", """
                    {"items":[{"id":"xinhe","kind":"COMPANY","nameZh":"芯禾","nameEn":"<Xinhe>","state":"ENTERED"}],"next":null}"""));

    private static StubbedConsole console;
    private static StubService internship;
    private static StubService matching;
    private static StubService notification;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_own_pages");
        internship = console.internship;
        matching = console.matching;
        notification = console.notification;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void servicesAnswer() {
        answersBut("", "", 0, "");
        matching.answers(200, "application/json", NONE);
        notification.answers(200, "application/json", NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/student",
                "/student/profile",
                "/student/choices",
                "/student/openings",
                "/student/openings?region=CN-BJ",
                "/student/openings/spring/i-1",
                "/student/inbox",
                "/student/meetings",
                "/student/data"
            })
    void everyPageOfAStudentSaysWhichServiceIsAwayAndStays(String path) {
        Browser student = console.signedIn("zhao");
        assertThat(student.get(path).statusCode()).isEqualTo(200);
        internship.answers(exchange -> exchange.close());
        matching.answers(exchange -> exchange.close());
        notification.answers(exchange -> exchange.close());

        HttpResponse<String> page = student.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cannot be reached at the moment");
    }

    @Test
    void withoutAnOfferTheMatchersWordIsMissingAloneWhereTheMatcherIsAway() {
        matching.answers(exchange -> exchange.close());

        String page = console.signedIn("zhao").get("/student").body();

        assertThat(page).contains("No internship offer yet", "matching-service", "&lt;Xinhe&gt;", "Chip designer");
    }

    @Test
    void anOpeningIsSearchedForByAWordOfItsTitle() {
        answersBut("GET", "/spring/internships", 200, NONE);

        String page = console.signedIn("zhao")
                .get("/student/openings?title=+chip&region=CN-SH")
                .body();

        assertThat(page)
                .contains("value=\"chip\"", "/internships?state=OPEN&amp;title=chip&amp;region=CN-SH&amp;format=XLSX");
        assertThat(internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/internships?state=OPEN&title=chip&region=CN-SH&limit=25");
    }

    @Test
    void aChoiceGoesUpByAPlainFormAndTheRestOfTheProfileStays() {
        Browser student = console.signedIn("zhao");
        String page = student.get("/student/choices").body();
        assertThat(page).contains("Chip design", "&lt;Robots&gt;", "This opening is not there any more.");
        answersBut("PUT", "/students/me", 200, STUDENT);

        HttpResponse<String> saved = student.post(
                "/student/choices",
                "_csrf=" + Browser.csrfToken(page)
                        + "&programme=spring&version=7&preferences=i-1&preferences=i-2&preferences=i-3&up=i-3",
                "Content-Type",
                "application/x-www-form-urlencoded");

        Asked put = put("/api/v1/programmes/spring/students/me");
        assertThat(saved.headers().firstValue("Location")).hasValue("/student/choices?programme=spring");
        assertThat(put.header("If-Match")).hasValue("\"7\"");
        assertThat(put.body())
                .contains("\"preferences\":[\"i-1\",\"i-3\",\"i-2\"]", "\"skills\":[{\"id\":\"java\",\"level\":4}]");
    }

    @Test
    void whatIsWrongInAProfileStandsAtItsFieldAndWhatWasTypedStays() {
        Browser student = console.signedIn("zhao");
        String page = student.get("/student/profile").body();
        answersBut("PUT", "/students/me", 422, """
                {"type":"https://talentpipeline.dev/problems/invalid-field","detail":"no","errors":[{"field":"availableUntil","value":"x","remedy":"Give a later date."}]}""");

        HttpResponse<String> refused = student.submit(
                "/student/profile",
                page,
                Map.of(
                        "programme",
                        "spring",
                        "version",
                        "7",
                        "skills",
                        "java",
                        "level.java",
                        "5",
                        "addSkill",
                        "rust",
                        "addLevel",
                        "2",
                        "phone",
                        "<typed>",
                        "availableUntil",
                        "2026-01-01",
                        "consent",
                        "true"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a later date.", "&lt;typed&gt;", "availableUntil-fault");
        JsonMapper json = JsonMapper.shared();
        Iterable<JsonNode> skills = json.readTree(
                        put("/api/v1/programmes/spring/students/me").body())
                .path("skills");
        assertThat(skills)
                .containsExactly(
                        json.readTree("{\"id\":\"java\",\"level\":5}"), json.readTree("{\"id\":\"rust\",\"level\":2}"));
    }

    @ParameterizedTest
    @CsvSource({
        "/student/placements/5b1c1d8e-0000-4000-8000-0000000000aa/signatures, signed-5b1c1d8e-0000-4000-8000-0000000000aa, signedOn, 2031-01-01",
        "/student/meetings/5b1c1d8e-0000-4000-8000-0000000000cc/interviews/5b1c1d8e-0000-4000-8000-0000000000dd/decisions,"
                + "move-5b1c1d8e-0000-4000-8000-0000000000dd, startsAt, 2020-01-02T09:00"
    })
    void whatIsRefusedStandsInTheFormThatSentItWithItsFault(String path, String form, String field, String typed) {
        answersBut("POST", "", 422, """
                {"errors":[{"field":"%s","remedy":"Give another day."}]}""".formatted(field));
        Browser student = console.signedIn("zhao");

        HttpResponse<String> refused = student.submit(
                path,
                student.get("/student").body(),
                Map.of(
                        "answerKey",
                        "5b1c1d8e-0000-4000-8000-0000000000ee",
                        "form",
                        form,
                        "decision",
                        "MOVE",
                        "paper",
                        "INTERNSHIP",
                        "offer",
                        "5b1c1d8e-0000-4000-8000-0000000000bb",
                        field,
                        typed));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .containsOnlyOnce("value=\"" + typed + "\"")
                .contains("href=\"#%s-%s\"".formatted(form, field), "id=\"%s-%s-fault\"".formatted(form, field))
                .contains("Give another day.");
    }

    @Test
    void nothingIsErasedUnlessItWasReadAndThenTheSessionIsOver() {
        Browser student = console.signedIn("zhao");
        String page = student.get("/student/data").body();
        student.submit("/student/data/erasure", page, Map.of());
        assertThat(internship.asked()).noneMatch(asked -> asked.method().equals("DELETE"));
        answersBut("DELETE", "/personal-data", 202, "{\"completeBy\":\"2026-11-30T10:00:00Z\"}");

        HttpResponse<String> erased = student.submit("/student/data/erasure", page, Map.of("understood", "yes"));

        assertThat(erased.body()).contains("2026-11-30 18:00");
        assertThat(student.get("/student", "Accept", "text/html").statusCode()).isEqualTo(302);
    }

    @Test
    void aChangeOfRulesShowsWhatItWouldDoAndCarriesWhatTheFormDoesNotName() {
        Browser owner = console.signedIn("li");
        String page = owner.get("/programmes/spring/rules").body();
        answersBut("POST", "/dry-run", 200, """
                {"allowed":true,"changed":["lists"],"leaving":[],"beyondQuota":[],"effects":[{"effect":"STAYS_THOUGH_NOT_LISTED","offers":380}]}""");

        String checked = owner.submit(
                        "/programmes/spring/rules/check",
                        page,
                        Map.of("version", "3", "name", "Spring 2027", "lists", "EXPLICIT", "mode", "ROLLING"))
                .body();

        assertThat(checked)
                .contains("380 offers", "name=\"lists\" value=\"EXPLICIT\"", "Change the rules so")
                .containsOnlyOnce("class=\"chip\"");
        assertThat(StubbedDesks.words(checked))
                .contains("Whom to match choices first, then all that fit → only pairs that chose each other");
        assertThat(internship.asked()).noneMatch(asked -> asked.method().equals("PUT"));
        assertThat(internship.asked())
                .anyMatch(asked -> asked.method().equals("POST")
                        && asked.body().contains("\"quotas\":{\"eachCompany\":10}")
                        && asked.body().contains("\"weights\":{\"skills\":0.5}"));
    }

    @Test
    void aChangeOfRulesKeepsTheMembersThatTheFormCannotShow() {
        answersBut("GET", "/organisations", 503, "{}");
        Browser owner = console.signedIn("li");
        String page = owner.get("/programmes/spring/rules").body();

        owner.submit(
                "/programmes/spring/rules",
                page,
                Map.of("version", "3", "name", "Spring 2027", "responseWindow", "P5D", "quotas.eachCompany", "10"));

        assertThat(page).contains("Not shown here: 1.").doesNotContain("name=\"universities\"");
        assertThat(internship.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("\"universities\":[\"beida\"]"));
    }

    @Test
    void aProgrammeThatIsThereIsNotChangedByTheFormForANewOne() {
        Browser owner = console.signedIn("li");
        String page = owner.get("/programmes/new").body();
        for (String careful : List.of("COMPANY_APPROVAL", "EXPLICIT", "CAREER_CENTRE")) {
            assertThat(page)
                    .containsPattern("value=\"%1$s\"[^>]*selected|selected[^>]*value=\"%1$s\"".formatted(careful));
        }

        HttpResponse<String> refused = owner.submit("/programmes", page, Map.of("id", "spring", "name", "Mine"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("There is a programme with this id already.");
        assertThat(internship.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void aSeasonIsCopiedAndAnIdThatIsTakenStandsAtItsField() {
        Browser owner = console.signedIn("li");
        String page = owner.get("/programmes/spring/copy").body();
        answersBut("POST", "/programmes/spring/copies", 409, """
                {"type":"https://talentpipeline.dev/problems/programme-exists","field":"id","value":"autumn","remedy":"Choose another id."}""");

        HttpResponse<String> refused = owner.submit(
                "/programmes/spring/copy",
                page,
                Map.of("key", hidden(page, "key"), "id", "autumn", "name", "Autumn", "opensAt", "2027-09-01T09:00"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"id-fault\"", "value=\"Autumn\"");
        assertThat(internship.asked())
                .filteredOn(asked -> asked.method().equals("POST"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .isEqualTo("{\"id\":\"autumn\",\"name\":\"Autumn\",\"opensAt\":\"2027-09-01T01:00:00Z\"}"));
        answersBut("GET", "/programmes/spring", 200, RULES);
        assertThat(console.signedIn("chen").get("/programmes/spring/copy").body())
                .contains("Only who runs the programme may change its rules.");
    }

    @Test
    void onlyWhoRunsTheProgrammeSeesItsBrakesAndItsForm() {
        matching.answers(200, "application/json", """
                {"items":[{"clearing":17,"blockingPairs":0,"students":500},{"clearing":16,"blockingPairs":2}],"next":null}""");

        String owners = console.signedIn("li").get("/programmes/spring").body();
        answersBut("GET", "/programmes/spring", 200, RULES);
        Browser company = console.signedIn("chen");
        String members = company.get("/programmes/spring").body();

        assertThat(owners)
                .contains("No mutually preferred pair is left", "2 mutually preferred pairs", "/recall")
                .contains("value=\"HELD\"", "value=\"CLOSED\"")
                .doesNotContain("value=\"PAUSED\"", "/archive");
        assertThat(members).contains("No mutually preferred pair is left").doesNotContain("/state\"", "/recall");
        assertThat(company.get("/programmes/spring/rules").body())
                .contains("Only who runs the programme may change its rules.");
    }

    @Test
    void operationsSuspendACompanyWithAReasonAndAddToTheCatalogue() {
        Browser operations = console.signedIn("admin");
        String page = operations.get("/operations/organisations").body();
        assertThat(page).contains("&lt;Xinhe&gt;");
        answersBut("PUT", "/catalogue/skills/zig", 422, """
                {"type":"https://talentpipeline.dev/problems/invalid-field","detail":"no","errors":[{"field":"family","remedy":"Give a family."}]}""");

        operations.submit(
                "/operations/organisations/xinhe/decisions",
                page,
                Map.of("decision", "SUSPEND", "reason", "fraud", "answerKey", "5b1c1d8e-0000-4000-8000-0000000000cc"));
        HttpResponse<String> refused = operations.submit(
                "/operations/catalogue",
                page,
                Map.of("kindToAdd", "skills", "id", "zig", "zh", "Zig", "aliases", "a、b"));

        assertThat(internship.asked())
                .anyMatch(asked -> asked.uri().endsWith("/organisations/xinhe/decisions")
                        && asked.body().contains("\"reason\":\"fraud\""));
        assertThat(put("/api/v1/catalogue/skills/zig").body()).contains("\"aliases\":[\"a\",\"b\"]");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give a family.", "value=\"zig\"");
    }

    @Test
    void whatAStudentWasToldCallsCompaniesByTheirNames() {
        notification.answers(200, "application/json", """
                {"items":[{"id":"n-1","title":"Confirmed: Chip design at xinhe","text":"At xinhe it begins. Not at xinhe-2.","createdAt":"2026-11-30T00:00:00Z"}],
                 "next":null}""");

        assertThat(console.signedIn("zhao").get("/student/inbox").body())
                .contains("Chip design at &lt;Xinhe&gt;", "At &lt;Xinhe&gt; it begins. Not at xinhe-2.");
        assertThat(console.signedIn("zhao").get("/student/inbox?lang=zh").body())
                .contains("Chip design at 芯禾");
    }

    @Test
    void readersChooseWhatIsMailedAndMarkWhatTheyHaveRead() {
        String kinds = """
                [{"kind":"offer-made","timing":"AT_ONCE","choices":["AT_ONCE"]},
                 {"kind":"offer-expired","timing":"DIGEST","choices":["AT_ONCE","DIGEST","OFF"]}]""";
        notification.answers(200, "application/json", """
                {"language":"EN","zone":"Asia/Shanghai","quietFrom":"22:00","quietUntil":"07:00","digest":"DAILY","kinds":%s,
                 "items":[{"id":"n-1","title":"Confirmed","text":"It begins.","createdAt":"2026-11-30T00:00:00Z","readAt":null}],"next":null}""".formatted(kinds));
        Browser student = console.signedIn("zhao");

        assertThat(student.get("/student/inbox").body()).contains("Mark as read", "Mark all as read");
        assertThat(student.get("/student/inbox/mails").body())
                .contains("value=\"22:00\"", "kind-offer-expired")
                .doesNotContain("kind-offer-made");
        assertThat(student.submit(
                                "/student/inbox/mails",
                                student.get("/student/inbox/mails").body(),
                                Map.of("zone", "Asia/Shanghai", "digest", "WEEKLY", "kind-offer-expired", "OFF"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(notification.lastAsked().method()).isEqualTo("PUT");
        assertThat(notification.lastAsked().body())
                .contains("\"timing\":\"OFF\"", "\"digest\":\"WEEKLY\"")
                .doesNotContain("quietFrom");
    }

    @Test
    void aCompanyAddsAWebhookAndIsShownItsSecretAndItsLog() {
        String id = "5b1c1d8e-0000-4000-8000-0000000000ee";
        notification.answers(200, "application/json", """
                {"id":"%1$s","version":1,"url":"https://erp.xinhe.example/hook","kind":"STANDARD","state":"ENABLED","failingSince":null,
                 "items":[{"id":"%1$s","version":1,"url":"https://erp.xinhe.example/hook","kind":"STANDARD","state":"DELIVERED","type":"offer.extended",
                   "secret":"whsec_abc","expiresAt":null,"createdAt":"2026-11-30T00:00:00Z","attempts":[{"number":1,"status":204}]}],"next":null}""".formatted(id));
        Browser company = console.signedIn("chen");
        String list = company.get("/company/webhooks").body();
        assertThat(list)
                .contains("https://erp.xinhe.example/hook", "name=\"robotSecret\"")
                .doesNotContain("whsec_abc");

        assertThat(company.submit(
                                "/company/webhooks",
                                list,
                                Map.of("url", "https://erp.xinhe.example/hook", "kind", "STANDARD", "answerKey", id))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).endsWith("/company/webhooks/" + id + "/secrets"));
        assertThat(company.get("/company/webhooks/" + id + "/secrets"))
                .satisfies(page -> assertThat(page.body()).contains("whsec_abc"))
                .satisfies(page ->
                        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store"));
        assertThat(company.get("/company/webhooks/" + id).body())
                .contains("offer.extended", "204", "Send again")
                .doesNotContain("whsec_abc");
        assertThat(company.get("/university/webhooks").statusCode()).isEqualTo(403);
    }

    @Test
    void operationsHoldsMailsBackAndSeesWhoDid() {
        notification.answers(200, "application/json", """
                {"items":[{"outlet":"EMAIL","paused":true,"perMinute":600,
                  "changes":[{"at":"2026-11-30T00:00:00Z","paused":true,"perMinute":600,"by":"ops-li"}]}],"next":null}""");
        Browser operations = console.signedIn("admin");

        String page = operations.get("/operations/brakes").body();
        assertThat(page).contains("ops-li", "Paused", "value=\"600\"");
        operations.submit("/operations/brakes/EMAIL", page, Map.of("paused", "false", "perMinute", ""));

        assertThat(notification.asked())
                .anyMatch(asked -> asked.method().equals("PUT") && asked.body().equals("{\"paused\":false}"));
        assertThat(console.signedIn("zhao").get("/operations/brakes").statusCode())
                .isEqualTo(403);
    }

    /** All as always, but for one kind of call. */
    private static void answersBut(String method, String end, int status, String answer) {
        internship.answers(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = API.get(path);
            if (exchange.getRequestMethod().equals(method) && path.endsWith(end)) {
                StubService.answer(exchange, status, "application/json", answer);
            } else if (body == null) {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            } else {
                StubService.answer(exchange, 200, "application/json", body);
            }
        });
    }

    private static String hidden(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Asked put(String path) {
        List<Asked> puts = internship.asked().stream()
                .filter(asked -> asked.method().equals("PUT") && asked.uri().equals(path))
                .toList();
        assertThat(puts).hasSize(1);
        return puts.getFirst();
    }
}
