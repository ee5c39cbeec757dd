package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import java.net.HttpCookie;
import java.net.URI;
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

class PagesIT {

    private static final String OFFER = "5b1c1d8e-0000-4000-8000-0000000000ff";
    private static final Map<String, String> API = Map.of(
            "/api/v1/programmes",
            """
            {"items":[{"id":"spring","name":"Spring 2027","mode":"ROLLING","state":"RUNNING","version":3}],"next":null}""",
            "/api/v1/programmes/spring/students",
            """
            {"items":[{"id":"s-1","programme":"spring","version":1,"name":"王小明","degree":"MASTER","major":"<b>AI</b>","state":"ACTIVE",
              "skills":[{"id":"java","level":4}]}],"next":"c2"}""",
            "/api/v1/programmes/spring/internships",
            """
            {"items":[{"id":"i-1","title":"Chip design","region":"CN-SH","state":"OPEN","seats":3,"taken":1}],"next":null}""",
            "/api/v1/programmes/spring/internships/i-1",
            """
            {"id":"i-1","title":"Chip design","company":"xinhe","seats":3}""",
            "/api/v1/organisations",
            """
            {"items":[{"id":"fuyu","kind":"COMPANY","nameZh":"浮屿云","nameEn":"Fuyu Cloud","state":"VERIFIED","creditCode":"91310000MA1FL0AA0X"},
              {"id":"xinhe","kind":"COMPANY","nameZh":"芯禾","nameEn":"<Xinhe>","state":"ENTERED","creditCode":"91310000MA1FL0BB1Y"},
              {"id":"gone","kind":"COMPANY","state":"SUSPENDED"}],"next":"c9"}""",
            "/api/v1/programmes/spring/offers",
            """
            {"items":[{"id":"%s","student":"s-1","internship":"i-1","state":"EXTENDED","score":0.82,
              "parts":{"skills":0.9},"matchedSkills":["java"],"missingSkills":["rust"],"studentRank":1,
              "internshipRank":2,"proposedAt":"2026-11-23T10:00:00Z","respondBy":"2026-11-26T10:00:00Z"},
              {"id":"r","student":"s-1","internship":"i-1","state":"REJECTED","proposedAt":"2026-11-24T10:00:00Z"}],"next":null}""".formatted(OFFER));

    private static StubService internship;
    private static StubService matching;
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        internship = new StubService();
        matching = new StubService();
        console = RunningConsole.start(
                "console_pages",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.services.matching=" + matching.url());
    }

    @AfterAll
    static void stop() {
        console.close();
        internship.close();
        matching.close();
    }

    @BeforeEach
    void servicesAnswer() {
        internship.answers(exchange -> {
            String body = API.get(exchange.getRequestURI().getPath());
            if (body == null) {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            } else {
                StubService.answer(exchange, 200, "application/json", body);
            }
        });
        matching.answers(200, "application/json", """
                {"programmeId":"spring","clearing":17,"startedAt":"2026-11-23T10:00:00Z","durationMs":41,"students":500,
                 "internships":150,"freeSeats":300,"proposals":287,"unmatched":213,"blockingPairs":0}""");
    }

    @Test
    void whoeverComesToTheRootSignsInFirst() {
        HttpResponse<String> response = new Browser(console).get("/", "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"li, /university", "chen, /company", "zhao, /student", "admin, /operations"})
    void signingInLeadsToThePageOfTheRole(String name, String page) {
        Browser person = new Browser(console);

        HttpResponse<String> signedIn = person.signIn(name, name + "-password");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
        assertThat(person.get("/").headers().firstValue("Location")).hasValue(page);
        assertThat(person.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"li, /company", "chen, /operations", "zhao, /university", "admin, /student"})
    void nobodySeesThePageOfAnotherRole(String name, String page) {
        Browser person = new Browser(console);
        person.signIn(name, name + "-password");
        internship.answers(200, "application/json", "{}");

        HttpResponse<String> response = person.get(page, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("You cannot open this page");
        assertThat(internship.asked()).isEmpty();
    }

    @Test
    void aWrongPasswordAndAWrongNameLookTheSame() {
        Browser person = new Browser(console);

        URI wrongPassword = location(person.signIn("li", "guess"));
        URI wrongName = location(person.signIn("nobody", "guess"));

        assertThat(wrongPassword).hasToString("/sign-in?error");
        assertThat(wrongName).isEqualTo(wrongPassword);
        assertThat(person.get("/sign-in?error").body()).contains("The user name or the password is not right.");
    }

    @Test
    void theSessionCookieIsOutOfReachAndNewAfterSigningIn() {
        Browser person = new Browser(console);
        HttpResponse<String> form = person.get("/sign-in");
        HttpCookie before = person.cookie("TALENTPIPELINE").orElseThrow();

        person.submit("/sign-in", form.body(), Map.of("username", "li", "password", "li-password"));

        assertThat(person.cookie("TALENTPIPELINE").orElseThrow().getValue()).isNotEqualTo(before.getValue());
        assertThat(form.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("TALENTPIPELINE=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
    }

    @Test
    void signingInNeedsTheCsrfTokenOfTheForm() {
        HttpResponse<String> forged = new Browser(console)
                .post(
                        "/sign-in",
                        "username=li&password=li-password",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "text/html");

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSession() {
        Browser person = new Browser(console);
        person.signIn("li", "li-password");

        person.submit("/sign-out", person.get("/university").body(), Map.of("x", "y"));

        assertThat(location(person.get("/university", "Accept", "text/html"))).hasToString("/sign-in");
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        HttpResponse<String> page = new Browser(console).get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'; script-src 'self'; style-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe-inline"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body())
                .doesNotContain("<style", "style=", "onclick", "hx-on")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void whatPagesLoadIsCompressedAndKeptUnderTheAddressOfItsContent() {
        Browser anybody = new Browser(console);
        Matcher files = Pattern.compile("(?:href|src)=\"(/(?:css|js|webjars)/[^\"#]+)")
                .matcher(anybody.get("/sign-in").body());
        List<String> found =
                files.results().map(match -> match.group(1)).distinct().toList();

        assertThat(found)
                .hasSizeGreaterThan(6)
                .allMatch(file -> file.matches("/(css|js)/.*-[0-9a-f]{32}\\.(css|js|svg)|/webjars/[^/]+/[0-9.]+/.*"));
        for (String file : found) {
            HttpResponse<String> response = anybody.get(file, "Accept-Encoding", "gzip");
            assertThat(response.statusCode()).as(file).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).as(file).hasValue("max-age=31536000, public");
        }
        assertThat(anybody.get(
                                found.stream()
                                        .filter(file -> file.contains("tabler"))
                                        .findFirst()
                                        .orElseThrow(),
                                "Accept-Encoding",
                                "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void theLanguageIsTheBrowsersUntilItIsChosenAndThenRemembered() {
        Browser person = new Browser(console);

        assertThat(person.get("/sign-in", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                        .body())
                .contains("<html lang=\"zh-CN\">", "登录", "href=\"/sign-in?lang=en\"");
        assertThat(person.get("/sign-in?lang=en", "Accept-Language", "zh-CN").body())
                .contains("<html lang=\"en\">", "Sign in");
        assertThat(person.get("/sign-in", "Accept-Language", "zh-CN").body()).contains("<html lang=\"en\">");
        assertThat(person.get("/sign-in?lang=%3Cscript%3E").statusCode()).isEqualTo(200);
    }

    @Test
    void aUniversitySeesItsStudentsAndHowEachStands() {
        String page = signedIn("li").get("/university/students?lang=zh").body();

        assertThat(page).contains("王小明", "硕士", "待答复", "2026-11-26 18:00", "招聘项目", "Spring 2027");
        assertThat(page).contains("&lt;b&gt;AI&lt;/b&gt;").doesNotContain("<b>AI</b>");
        assertThat(page).contains("/university/students?programme=spring&amp;cursor=c2");
    }

    @Test
    void aUniversitySeesHowEveryCompanyStands() {
        Browser li = signedIn("li");
        assertThat(li.get("/university").body()).contains("href=\"/university/companies\"");

        String page = li.get("/university/companies").body();

        assertThat(internship.asked()).extracting(Asked::uri).contains("/api/v1/organisations?kind=COMPANY&limit=25");
        assertThat(page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains(
                        "Fuyu Cloud fuyu 91310000MA1FL0AA0X verified",
                        "&lt;Xinhe&gt; xinhe 91310000MA1FL0BB1Y to be verified",
                        "gone – suspended");
        assertThat(page).contains("/university/companies?cursor=c9");
        assertThat(li.get("/university/companies?lang=zh").body()).contains("浮屿云", "已核验", "待核验", "已暂停");
        assertThat(signedIn("chen").get("/university/companies").statusCode()).isEqualTo(403);
    }

    @Test
    void aCompanySeesItsInternshipsWithTheirSeats() {
        String page = signedIn("chen").get("/company").body();

        // The API lists the internships of every company to every company.
        assertThat(internship.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/internships?company=xinhe&limit=25");
        assertThat(page).contains("Chip design", "1 / 3", "Places held / all");
    }

    @Test
    void operationsSeesEveryProgrammeWithItsLatestRound() {
        String page = signedIn("admin").get("/operations").body();

        assertThat(page).contains("Spring 2027", "running", "17 · 2026-11-23 18:00", "287", "Mutually preferred pairs");
    }

    @Test
    void aStudentSeesTheirOfferWithItsReasons() {
        String page = signedIn("zhao").get("/student").body();

        assertThat(page).contains("Chip design", "&lt;Xinhe&gt;", "82%", "Why this offer", "rust", "Keep it for now");
        assertThat(page).doesNotContain("not made");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, You have accepted the internship offer.", "DECLINE, You have declined the internship offer."})
    void aStudentAnswersAnOfferByAPlainForm(String decision, String said) {
        Browser student = signedIn("zhao");
        String page = student.get("/student").body();
        String answerKey = hidden(page, "answerKey");
        internship.answers(200, "application/json", "{\"id\":\"%s\",\"state\":\"X\"}".formatted(OFFER));

        HttpResponse<String> answered = student.submit(
                "/student/offers/" + OFFER + "/decisions", page, Map.of("answerKey", answerKey, "decision", decision));

        Asked asked = internship.lastAsked();
        assertThat(location(answered)).hasToString("/student");
        assertThat(asked.uri()).isEqualTo("/api/v1/offers/" + OFFER + "/decisions");
        assertThat(asked.body()).isEqualTo("{\"decision\":\"" + decision + "\"}");
        assertThat(asked.header("Idempotency-Key")).hasValue(answerKey);
        servicesAnswer();
        assertThat(student.get("/student").body()).contains(said);
        assertThat(student.get("/student").body()).doesNotContain(said);
    }

    @Test
    void anAnswerThatIsRefusedSaysWhy() {
        Browser student = signedIn("zhao");
        String page = student.get("/student").body();
        internship.answers(409, "application/problem+json", "{\"detail\":\"offer is EXPIRED\"}");

        student.submit(
                "/student/offers/" + OFFER + "/decisions",
                page,
                Map.of("answerKey", hidden(page, "answerKey"), "decision", "ACCEPT"));

        servicesAnswer();
        assertThat(student.get("/student").body()).contains("Your answer was not taken.", "offer is EXPIRED");
    }

    @Test
    void anAnswerNeedsTheCsrfTokenAndAKnownDecision() {
        Browser student = signedIn("zhao");
        String page = student.get("/student").body();
        String path = "/student/offers/" + OFFER + "/decisions";
        internship.answers(200, "application/json", "{}");

        assertThat(student.post(path, "decision=ACCEPT", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(403);
        assertThat(student.submit(path, page, Map.of("answerKey", hidden(page, "answerKey"), "decision", "ENDORSE"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(internship.asked()).isEmpty();
    }

    @Test
    void aServiceThatIsDownLeavesTheRestOfThePage() {
        try (RunningConsole alone = RunningConsole.start(
                "console_pages",
                RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
                "talentpipeline.services.internship=" + internship.url(),
                "talentpipeline.services.matching=http://127.0.0.1:1")) {
            Browser admin = new Browser(alone);
            admin.signIn("admin", "admin-password");

            HttpResponse<String> page = admin.get("/operations");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Spring 2027", "running", "matching-service cannot be reached at the moment");
        }
    }

    @Test
    void emptyUnknownForbiddenAndBrokenPartsSaySo() {
        Browser li = signedIn("li");

        assertThat(li.get("/university?programme=other").body()).contains("You have no such recruitment programme.");
        internship.answers(200, "application/json", "{\"items\":[],\"next\":null}");
        assertThat(li.get("/university").body()).contains("There is no recruitment programme yet.");
        internship.answers(403, "application/problem+json", "{\"detail\":\"not yours\"}");
        assertThat(li.get("/university").body()).contains("You may not see this.", "not yours");
        internship.answers(500, "text/html", "<h1>oops</h1>");
        HttpResponse<String> broken = li.get("/university");
        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(broken.body())
                .contains("The service did not give this part.")
                .doesNotContain("<h1>oops");
        internship.answers(200, "application/json", "not json");
        assertThat(li.get("/university").body()).contains("The service did not give this part.");
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheLanguageOfThePerson() {
        Browser li = signedIn("li");
        li.get("/university?lang=zh");

        HttpResponse<String> response = li.get("/nowhere", "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("页面不存在", "/nowhere?lang=en");
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElseOfTheActuatorIs() {
        Browser anybody = new Browser(console);

        assertThat(anybody.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anybody.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(anybody.get("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    private static Browser signedIn(String name) {
        Browser person = new Browser(console);
        person.signIn(name, name + "-password");
        return person;
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private static String hidden(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
