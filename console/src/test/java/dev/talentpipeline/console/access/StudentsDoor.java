package dev.talentpipeline.console.access;

import static dev.talentpipeline.console.Browser.json;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import java.net.URI;
import java.net.http.HttpResponse;

/** The console of the tests of how students come in, started once for all of them, in front of an internship-service that grants until a test says otherwise. */
final class StudentsDoor {

    static final String BEARER = "Bearer of-the-university";
    static final String GRANT =
            "{\"person\":\"p-1\",\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"li\",\"expiresInSeconds\":900}";

    static final String CLAIM =
            "{\"person\":\"p-2\",\"org\":\"beida\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"p-2\",\"expiresInSeconds\":900}";

    /** What the secret of a claim link looks like. */
    static final String SECRET = "s-1_".repeat(10) + "end";

    private static final StubService INTERNSHIP = new StubService();
    private static final RunningConsole CONSOLE = RunningConsole.start(
            "console_access",
            RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
            "talentpipeline.services.internship=" + INTERNSHIP.url(),
            "server.forward-headers-strategy=native");

    final StubService internship = INTERNSHIP;

    StudentsDoor() {
        internship.answers(200, "application/json", GRANT);
    }

    String url() {
        return CONSOLE.url();
    }

    Browser somebody() {
        return new Browser(CONSOLE);
    }

    HttpResponse<String> ask() {
        return somebody().post("/api/v1/people/p-1/access", "", "Authorization", BEARER);
    }

    HttpResponse<String> claimFrom(String address) {
        return somebody()
                .post(
                        "/api/v1/roll-claims",
                        "{\"secret\":\"s-1\"}",
                        "X-Forwarded-For",
                        address,
                        "X-Correlation-Id",
                        "c-2",
                        "Idempotency-Key",
                        "k-2");
    }

    /** Without the console's origin. */
    static String linkOf(HttpResponse<String> given) {
        URI link = URI.create(json(given).path("link").asString());
        return link.getPath() + "?" + link.getQuery();
    }
}
