package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One console for all tests of people's accounts, each of which works in an organisation of its own. The console believes the
 * address that a proxy on this machine names, so that tests can come from different ones.
 */
public final class People {

    public static final String DATABASE = "console_people";
    public static final String PASSWORD = "four plain words here";

    private static final AtomicInteger ORGANISATIONS = new AtomicInteger();

    private static final StubService INTERNSHIP = new StubService();
    private static final TestProvider PROVIDER = new TestProvider();
    private static final RunningConsole CONSOLE = RunningConsole.start(
            DATABASE,
            RunningConsole.accountsFile(RunningConsole.ACCOUNTS),
            "talentpipeline.services.internship=" + INTERNSHIP.url(),
            "server.forward-headers-strategy=native",
            "talentpipeline.sign-in.providers.campus.org=campus",
            "talentpipeline.sign-in.providers.campus.label=Campus card",
            "talentpipeline.sign-in.providers.campus.issuer=" + PROVIDER.issuer(),
            "talentpipeline.sign-in.providers.campus.client-id=console",
            "talentpipeline.sign-in.providers.campus.client-secret=provider-secret");

    private People() {}

    public static RunningConsole console() {
        return CONSOLE;
    }

    public static StubService internship() {
        return INTERNSHIP;
    }

    public static TestProvider provider() {
        return PROVIDER;
    }

    public static Browser browser() {
        return new Browser(CONSOLE);
    }

    public static String newOrganisation() {
        return "org-" + ORGANISATIONS.incrementAndGet();
    }

    /** Somebody who is signed in, and the calls they make by their session. */
    public record Person(String name, String org, Browser browser) {

        public HttpResponse<String> get(String path) {
            return browser.get(path);
        }

        public HttpResponse<String> call(String method, String path, String body) {
            String token = Browser.csrfToken(browser.get("/account").body());
            return browser.send(browser.request(path, "X-CSRF-TOKEN", token, "Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body)));
        }

        public HttpResponse<String> submit(String path, Map<String, String> fields) {
            return browser.submit(path, browser.get("/account").body(), fields);
        }
    }

    /** An administrator of a new university, invited by operations. */
    public static Person administrator() {
        return administratorOf(newOrganisation());
    }

    public static Person administratorOf(String org) {
        String name = "admin-" + org;
        return accept(operations("POST", "/api/v1/accounts/invitations", """
                {"email":"%s@example.org","role":"UNIVERSITY","org":"%s","administrator":true}
                """.formatted(name, org)), name, org);
    }

    /** A colleague whom the administrator invited. */
    public static Person colleague(Person administrator, String nick, String rights) {
        String name = nick + "-" + administrator.org();
        return accept(
                administrator.call(
                        "POST",
                        "/api/v1/accounts/invitations",
                        "{\"email\":\"%s@example.org\"%s}".formatted(name, rights)),
                name,
                administrator.org());
    }

    public static Person colleague(Person administrator, String nick) {
        return colleague(administrator, nick, "");
    }

    /** A call of operations, as a machine. */
    public static HttpResponse<String> operations(String method, String path, String body) {
        return client("watch", method, path, body);
    }

    public static HttpResponse<String> client(String client, String method, String path, String body) {
        Browser machine = browser();
        String token = machine.token(client, client + "-secret");
        return machine.send(
                machine.request(path, "Authorization", "Bearer " + token, "Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static Person accept(HttpResponse<String> invited, String name, String org) {
        assertThat(invited.statusCode()).as(invited.body()).isEqualTo(201);
        Browser guest = browser();
        HttpResponse<String> opened = open(guest, linkOf(invited), name, PASSWORD);
        assertThat(opened.headers().firstValue("Location")).hasValue("/");
        return new Person(name, org, guest);
    }

    public static HttpResponse<String> open(Browser guest, String link, String name, String password) {
        String page = guest.get(link).body();
        return guest.submit(
                "/invitation",
                page,
                Map.of(
                        "token",
                        link.substring(link.indexOf('=') + 1),
                        "name",
                        name,
                        "displayName",
                        "Somebody",
                        "password",
                        password));
    }

    /** The link of an answer, as this console is reached. */
    public static String linkOf(HttpResponse<String> given) {
        URI link = URI.create(json(given).path("link").asString());
        return link.getPath() + "?" + link.getQuery();
    }

    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }
}
