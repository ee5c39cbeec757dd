package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubbedConsole;
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

/** Who is let in where, and what the frame around every page holds to. */
class DoorIT {

    private static StubbedConsole console;
    private static StubService internship;

    @BeforeAll
    static void start() {
        console = new StubbedConsole("console_pages");
        internship = console.internship;
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @BeforeEach
    void servicesKnowOfNothing() {
        internship.answers(404, "application/problem+json", "{}");
        console.matching.answers(404, "application/problem+json", "{}");
    }

    @Test
    void whoeverComesToTheRootSignsInFirst() {
        HttpResponse<String> response = new Browser(console.running).get("/", "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"li, /university", "chen, /company", "zhao, /student", "admin, /operations"})
    void signingInLeadsToThePageOfTheRole(String name, String page) {
        Browser person = new Browser(console.running);

        HttpResponse<String> signedIn = person.signIn(name, name + "-password");

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
        assertThat(person.get("/").headers().firstValue("Location")).hasValue(page);
        assertThat(person.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"li, /company", "chen, /operations", "zhao, /university", "admin, /student"})
    void nobodySeesThePageOfAnotherRole(String name, String page) {
        Browser person = new Browser(console.running);
        person.signIn(name, name + "-password");
        internship.answers(200, "application/json", "{}");

        HttpResponse<String> response = person.get(page, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("You cannot open this page");
        assertThat(internship.asked()).isEmpty();
    }

    @Test
    void aWrongPasswordAndAWrongNameLookTheSame() {
        Browser person = new Browser(console.running);

        URI wrongPassword = location(person.signIn("li", "guess"));
        URI wrongName = location(person.signIn("nobody", "guess"));

        assertThat(wrongPassword).hasToString("/sign-in?error");
        assertThat(wrongName).isEqualTo(wrongPassword);
        assertThat(person.get("/sign-in?error").body()).contains("The user name or the password is not right.");
    }

    @Test
    void theSessionCookieIsOutOfReachAndNewAfterSigningIn() {
        Browser person = new Browser(console.running);
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
        HttpResponse<String> forged = new Browser(console.running)
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
        Browser person = new Browser(console.running);
        person.signIn("li", "li-password");

        person.submit("/sign-out", person.get("/university").body(), Map.of("x", "y"));

        assertThat(location(person.get("/university", "Accept", "text/html"))).hasToString("/sign-in");
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        HttpResponse<String> page = new Browser(console.running).get("/sign-in");

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
        Browser anybody = new Browser(console.running);
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
        Browser person = new Browser(console.running);

        assertThat(person.get("/sign-in", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                        .body())
                .contains("<html lang=\"zh-CN\">", "登录", "href=\"/sign-in?lang=en\"");
        assertThat(person.get("/sign-in?lang=en", "Accept-Language", "zh-CN").body())
                .contains("<html lang=\"en\">", "Sign in");
        assertThat(person.get("/sign-in", "Accept-Language", "zh-CN").body()).contains("<html lang=\"en\">");
        assertThat(person.get("/sign-in?lang=%3Cscript%3E").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheLanguageOfThePerson() {
        Browser li = console.signedIn("li");
        li.get("/university?lang=zh");

        HttpResponse<String> response = li.get("/nowhere", "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("页面不存在", "/nowhere?lang=en");
    }

    @Test
    void healthAndMetricsAreOpenAndNothingElseOfTheActuatorIs() {
        Browser anybody = new Browser(console.running);

        assertThat(anybody.get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anybody.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(anybody.get("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
