package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.identity.People.PASSWORD;
import static dev.talentpipeline.console.identity.People.linkOf;
import static dev.talentpipeline.console.identity.People.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.identity.People.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static final String OTHER_PASSWORD = "four other words here";

    @Test
    void guessingAtAnAccountIsHeldBackAndThePageSaysUntilWhen() {
        Person person = People.administrator();
        for (int i = 0; i < 5; i++) {
            assertThat(location(from("198.51.100.1", person.name(), "guess-" + i)))
                    .isEqualTo("/sign-in?error");
        }

        String held = location(from("198.51.100.2", person.name(), PASSWORD));

        assertThat(held).matches("/sign-in\\?wait=(29|30)");
        assertThat(People.browser().get(held).body())
                .containsPattern("There were too many failed attempts. Try again at \\d\\d:\\d\\d:\\d\\d");
        RunningConsole.query(
                People.DATABASE,
                "update sign_in_attempt set held_until = now() - interval '1 s' where key = ? returning key",
                person.name());
        assertThat(location(from("198.51.100.2", person.name(), PASSWORD))).isEqualTo("/");
        assertThat(RunningConsole.query(
                        People.DATABASE, "select key from sign_in_attempt where key = ?", person.name()))
                .isEmpty();
    }

    @Test
    void aNameThatNobodyHasIsHeldBackLikeOneThatSomebodyHas() {
        for (int i = 0; i < 5; i++) {
            from("198.51.100.3", "nobody-at-all", "guess");
        }

        assertThat(location(from("198.51.100.3", "nobody-at-all", "guess"))).startsWith("/sign-in?wait=");
    }

    @Test
    void guessingFromAnAddressIsHeldBackAtWhateverAccount() {
        Person person = People.administrator();
        for (int i = 0; i < 30; i++) {
            from("198.51.100.4", "name-" + i, "guess");
        }

        assertThat(location(from("198.51.100.4", person.name(), PASSWORD))).startsWith("/sign-in?wait=");
        assertThat(location(from("198.51.100.5", person.name(), PASSWORD))).isEqualTo("/");
    }

    @Test
    void guessesMadeAtOnceCountLikeThoseMadeOneAfterTheOther() throws Exception {
        Person person = People.administrator();
        List<Future<String>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(i -> () -> location(from("198.51.100.6", person.name(), "guess-" + i)))
                    .toList());
        }

        int checked = 0;
        for (Future<String> answer : answers) {
            checked += answer.get().equals("/sign-in?error") ? 1 : 0;
        }
        assertThat(checked).isEqualTo(5);
    }

    @Test
    void changingThePasswordEndsEveryOtherSession() {
        Person person = People.administrator();
        Browser elsewhere = People.browser();
        elsewhere.signIn(person.name(), PASSWORD);

        assertFaultAt(
                "currentPassword", person, Map.of("currentPassword", "not this one", "newPassword", OTHER_PASSWORD));
        assertFaultAt("newPassword", person, Map.of("currentPassword", PASSWORD, "newPassword", "qwertyuiop123"));
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
        person.submit("/account/password", Map.of("currentPassword", PASSWORD, "newPassword", OTHER_PASSWORD));

        assertThat(person.get("/account").body()).contains("Your password is changed.");
        assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
        assertThat(location(elsewhere.signIn(person.name(), PASSWORD))).isEqualTo("/sign-in?error");
        assertThat(location(People.browser().signIn(person.name(), OTHER_PASSWORD)))
                .isEqualTo("/");
    }

    private static void assertFaultAt(String field, Person person, Map<String, String> typed) {
        HttpResponse<String> refused = person.submit("/account/password", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"" + field + "-fault\"").doesNotContain(PASSWORD);
    }

    @Test
    void aLinkOfTheAdministratorSetsAPasswordOnceAndEndsEverySession() {
        Person administrator = People.administrator();
        Person forgetful = People.colleague(administrator, "forgetful");
        String path = "/api/v1/accounts/" + forgetful.name() + "/password-resets";
        String first = linkOf(administrator.call("POST", path, ""));
        String link = linkOf(administrator.call("POST", path, ""));
        Browser browser = People.browser();
        assertThat(browser.get(first).statusCode()).isEqualTo(410);

        String page = browser.get(link).body();
        assertThat(page).contains(forgetful.name());
        Map<String, String> fields = Map.of("token", link.substring(link.indexOf('=') + 1), "password", OTHER_PASSWORD);
        assertThat(location(browser.submit("/password-reset", page, fields))).isEqualTo("/sign-in?reset");

        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.submit("/password-reset", browser.get("/sign-in").body(), fields)
                        .statusCode())
                .isEqualTo(410);
        assertThat(forgetful.get("/account").statusCode()).isEqualTo(302);
        assertThat(location(browser.signIn(forgetful.name(), OTHER_PASSWORD))).isEqualTo("/");
        assertThat(json(administrator.get("/api/v1/accounts/trail?account=" + forgetful.name()))
                        .path("items")
                        .valueStream()
                        .map(act -> act.path("act").asString()))
                .startsWith("SIGNED_IN", "PASSWORD_RESET", "RESET_ISSUED", "RESET_ISSUED");
    }

    @Test
    void aPasswordThatSomebodyChoseOutlivesTheOperatorsFile() {
        Browser chen = People.browser();
        chen.signIn("chen", "chen-password");
        chen.submit(
                "/account/password",
                chen.get("/account").body(),
                Map.of("currentPassword", "chen-password", "newPassword", OTHER_PASSWORD));

        assertThat(RunningConsole.query(People.DATABASE, "select own_secret::text from account where name = 'chen'"))
                .containsExactly("true");
        assertThat(location(People.browser().signIn("chen", OTHER_PASSWORD))).isEqualTo("/");
    }

    private static HttpResponse<String> from(String address, String name, String password) {
        Browser browser = People.browser();
        String page = browser.get("/sign-in").body();
        String form =
                "_csrf=" + Browser.csrfToken(page) + "&username=" + name + "&password=" + password.replace(' ', '+');
        return browser.post(
                "/sign-in", form, "Content-Type", "application/x-www-form-urlencoded", "X-Forwarded-For", address);
    }
}
