package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.identity.People.PASSWORD;
import static dev.talentpipeline.console.identity.People.linkOf;
import static dev.talentpipeline.console.identity.People.location;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.identity.People.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProviderIT {

    private static final String BY_CAMPUS = "/sign-in/by/campus";

    private static Person administrator;

    @BeforeAll
    static void aUniversityWithAProvider() {
        administrator = People.administratorOf("campus");
    }

    @Test
    void whoLinkedTheirSignInComesInByIt() {
        Person person = People.colleague(administrator, "link");
        People.provider().signIn("subject-link");
        assertThat(comeBack(People.browser())).isEqualTo("/sign-in?unlinked");

        person.submit("/account/providers/campus", Map.of());
        assertThat(person.get("/account").body()).contains("Go on to the sign-in of your organisation", BY_CAMPUS);
        assertThat(comeBack(person.browser())).isEqualTo("/account?linked");
        assertThat(person.get("/account").statusCode()).isEqualTo(200);

        Browser elsewhere = People.browser();
        elsewhere.get("/sign-in");
        String before = elsewhere.cookie("TALENTPIPELINE").orElseThrow().getValue();
        assertThat(comeBack(elsewhere)).isEqualTo("/");
        assertThat(elsewhere.cookie("TALENTPIPELINE").orElseThrow().getValue()).isNotEqualTo(before);
        assertThat(json(elsewhere.get("/api/v1/accounts/me")).path("name").asString())
                .isEqualTo(person.name());

        // and no longer once it is unlinked, or the account deactivated
        person.submit("/account/providers/campus/unlink", Map.of());
        assertThat(comeBack(People.browser())).isEqualTo("/sign-in?unlinked");
    }

    @Test
    void aGuestOpensTheirAccountWithoutAPassword() {
        Person inviting = administrator;
        String link = linkOf(inviting.call(
                "POST", "/api/v1/accounts/invitations", "{\"email\":\"card@example.org\",\"school\":\"law\"}"));
        People.provider().signIn("subject-card");
        Browser guest = People.browser();
        String page = guest.get(link).body();
        assertThat(page).contains("Without a password: with Campus card");

        guest.submit(
                "/invitation/provider",
                page,
                Map.of(
                        "token",
                        link.substring(link.indexOf('=') + 1),
                        "name",
                        "card-campus",
                        "displayName",
                        "王卡",
                        "provider",
                        "campus"));
        assertThat(guest.get(link).body()).contains(BY_CAMPUS);
        assertThat(comeBack(guest)).isEqualTo("/");

        assertThat(json(guest.get("/api/v1/accounts/me")).path("school").asString())
                .isEqualTo("law");
        assertThat(guest.get(link).statusCode()).isEqualTo(410);
        assertThat(location(People.browser().signIn("card-campus", PASSWORD))).isEqualTo("/sign-in?error");
        assertThat(comeBack(People.browser())).isEqualTo("/");
        // and it stays the only way in until there is another
        guest.submit("/account/providers/campus/unlink", guest.get("/account").body(), Map.of());
        assertThat(comeBack(People.browser())).isEqualTo("/");
    }

    @Test
    void aDeactivatedAccountDoesNotComeInByItsProviderEither() {
        Person person = People.colleague(administrator, "gone");
        People.provider().signIn("subject-gone");
        person.submit("/account/providers/campus", Map.of());
        comeBack(person.browser());

        administrator.call("POST", "/api/v1/accounts/" + person.name() + "/state", "{\"state\":\"DEACTIVATED\"}");

        assertThat(comeBack(People.browser())).isEqualTo("/sign-in?unlinked");
    }

    @Test
    void aSignInBelongsToOneAccount() {
        Person first = People.colleague(administrator, "first");
        Person second = People.colleague(administrator, "second");
        People.provider().signIn("subject-one");
        first.submit("/account/providers/campus", Map.of());
        assertThat(comeBack(first.browser())).isEqualTo("/account?linked");

        second.submit("/account/providers/campus", Map.of());
        assertThat(comeBack(second.browser())).isEqualTo("/account?refused=already-linked");

        assertThat(json(second.get("/api/v1/accounts/me")).path("name").asString())
                .isEqualTo(second.name());
    }

    @Test
    void aProviderSpeaksForItsOwnOrganisationOnly() {
        Person stranger = People.administrator();
        People.provider().signIn("subject-stranger");
        assertThat(stranger.get("/account").body()).doesNotContain("Campus card");

        stranger.submit("/account/providers/campus", Map.of());
        assertThat(comeBack(stranger.browser())).isEqualTo("/account?refused=not-found");

        // and not even a row in the database makes it so
        RunningConsole.query(
                People.DATABASE,
                "insert into provider_identity (issuer, subject, account) values (?, 'subject-stranger', ?) returning subject",
                People.provider().issuer(),
                stranger.name());
        assertThat(comeBack(People.browser())).isEqualTo("/sign-in?unlinked");
    }

    @Test
    void anIdTokenThatTheProviderDidNotSignIsWorthNothing() {
        Person person = People.colleague(administrator, "forged");
        People.provider().signIn("subject-forged");
        person.submit("/account/providers/campus", Map.of());
        comeBack(person.browser());

        People.provider().forge();

        assertThat(comeBack(People.browser())).isEqualTo("/sign-in?provider");
    }

    @Test
    void anAnswerThatNobodyAskedForIsWorthNothing() {
        HttpResponse<String> forged = People.browser().get("/sign-in/from/campus?code=x&state=y");

        assertThat(location(forged)).isEqualTo("/sign-in?provider");
    }

    @Test
    void theProviderIsAskedForNothingButWhoSomebodyIs() {
        People.provider().signIn("subject-scope");
        String location = location(People.browser().get(BY_CAMPUS));

        assertThat(location)
                .startsWith(People.provider().issuer() + "/authorize?")
                .contains("scope=openid&", "redirect_uri=http://localhost:8080/sign-in/from/campus", "nonce=", "state=")
                .contains("code_challenge=");
        assertThat(People.browser().get("/sign-in").body()).contains("Sign in with Campus card");
        List<Asked> unknown = People.internship().asked();
        assertThat(People.browser().get("/sign-in/by/nobody").statusCode()).isNotEqualTo(302);
        assertThat(People.internship().asked()).isEqualTo(unknown);
    }

    /** Goes to the provider and back, and gives where the console then sends the browser. */
    private static String comeBack(Browser browser) {
        String toProvider = location(browser.get(BY_CAMPUS));
        return location(browser.get(People.provider().follow(toProvider)));
    }
}
