package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.identity.InvitationIT.assertRefused;
import static dev.talentpipeline.console.identity.People.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.identity.People.Person;
import dev.talentpipeline.stack.WrittenApi;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdministrationIT {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String DEACTIVATED = "{\"state\":\"DEACTIVATED\"}";

    @Test
    void deactivatingEndsTheSessionAtOnceAndSigningInToo() {
        Person administrator = People.administrator();
        Person leaver = People.colleague(administrator, "sun");
        assertThat(leaver.get("/account").statusCode()).isEqualTo(200);

        HttpResponse<String> deactivated = state(administrator, leaver.name(), DEACTIVATED);

        assertThat(json(deactivated).path("active").asBoolean()).isFalse();
        People.internship().answers(200, "application/json", "{}");
        assertThat(leaver.get("/api/v1/programmes").statusCode()).isEqualTo(401);
        assertThat(People.internship().asked()).isEmpty();
        assertThat(location(leaver.browser().get("/account", "Accept", "text/html")))
                .isEqualTo("/sign-in");
        assertThat(location(leaver.browser().signIn(leaver.name(), People.PASSWORD)))
                .isEqualTo("/sign-in?error");

        assertThat(state(administrator, leaver.name(), "{\"state\":\"ACTIVE\"}").statusCode())
                .isEqualTo(200);
        assertThat(location(People.browser().signIn(leaver.name(), People.PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void changedRightsHoldInASessionThatIsOpen() {
        Person administrator = People.administrator();
        Person colleague = People.colleague(administrator, "qian");
        assertRefused(colleague.get(ACCOUNTS), 403, "not-administrator");

        administrator.call(
                "PUT", ACCOUNTS + "/" + colleague.name() + "/rights", "{\"administrator\":true,\"school\":\"law\"}");

        assertThat(colleague.get(ACCOUNTS).statusCode()).isEqualTo(200);
        People.internship().answers(200, "application/json", "{}");
        colleague.get("/api/v1/programmes");
        assertThat(claims(People.internship()
                                .lastAsked()
                                .header("Authorization")
                                .orElseThrow())
                        .path("school")
                        .asString())
                .isEqualTo("law");
    }

    @Test
    void theLastAdministratorStays() {
        Person administrator = People.administrator();
        String own = ACCOUNTS + "/" + administrator.name();

        assertRefused(state(administrator, administrator.name(), DEACTIVATED), 409, "last-administrator");
        assertRefused(
                administrator.call("PUT", own + "/rights", "{\"administrator\":false}"), 409, "last-administrator");

        Person second = People.colleague(administrator, "zhou", ",\"administrator\":true");
        assertThat(state(second, administrator.name(), DEACTIVATED).statusCode())
                .isEqualTo(200);
        assertRefused(state(second, second.name(), DEACTIVATED), 409, "last-administrator");
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherAtOnceOneStays() throws Exception {
        for (int round = 0; round < 5; round++) {
            Person first = People.administrator();
            Person second = People.colleague(first, "rival", ",\"administrator\":true");
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<Integer>> answers = threads.invokeAll(
                        List.of(deactivating(together, second.name()), deactivating(together, first.name())));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            }
            assertThat(RunningConsole.query(
                            People.DATABASE,
                            "select count(*) from account where org = ? and administrator and active",
                            first.org()))
                    .containsExactly("1");
        }
    }

    /** By operations, whose own right to do so does not end in between. */
    private static Callable<Integer> deactivating(CyclicBarrier together, String name) {
        return () -> {
            together.await();
            return People.operations("POST", ACCOUNTS + "/" + name + "/state", DEACTIVATED)
                    .statusCode();
        };
    }

    @Test
    void theDatabaseItselfKeepsAnAdministrator() {
        Person administrator = People.administrator();

        assertThatThrownBy(() -> RunningConsole.query(
                        People.DATABASE,
                        "update account set active = false where name = ? returning name",
                        administrator.name()))
                .hasStackTraceContaining("account_keeps_an_administrator");
    }

    @Test
    void anAdministratorOfASchoolStaysWithinIt() {
        Person whole = People.administrator();
        Person bound = People.colleague(whole, "bound", ",\"administrator\":true,\"school\":\"law\"");
        Person other = People.colleague(whole, "other", ",\"school\":\"software\"");
        Person same = People.colleague(whole, "same", ",\"school\":\"law\"");
        String invitations = "/api/v1/accounts/invitations";

        assertRefused(
                bound.call("PUT", ACCOUNTS + "/" + bound.name() + "/rights", "{\"administrator\":true}"),
                403,
                "not-administrator");
        assertRefused(
                bound.call("POST", ACCOUNTS + "/" + other.name() + "/password-resets", ""), 403, "not-administrator");
        assertRefused(
                bound.call("POST", ACCOUNTS + "/" + other.name() + "/state", DEACTIVATED), 403, "not-administrator");
        assertRefused(
                bound.call("POST", invitations, "{\"email\":\"everywhere@example.org\"}"), 403, "not-administrator");
        // within the school they administer
        assertThat(bound.call("POST", ACCOUNTS + "/" + same.name() + "/password-resets", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(bound.call("POST", invitations, "{\"email\":\"at-law@example.org\",\"school\":\"law\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void anAccountIsHandedOverInOneStep() {
        Person administrator = People.administrator();
        Person leaver = People.colleague(administrator, "leaver", ",\"administrator\":true,\"school\":\"law\"");
        Person successor = People.colleague(administrator, "next", ",\"school\":\"law\"");
        Person absent = People.colleague(administrator, "absent");
        String covered = cover(absent, leaver.name());
        String own = cover(leaver, absent.name());

        HttpResponse<String> done = administrator.call(
                "POST", ACCOUNTS + "/" + leaver.name() + "/handovers", "{\"to\":\"%s\"}".formatted(successor.name()));

        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(json(done).path("administrator").asBoolean()).isTrue();
        assertThat(json(done).path("school").asString()).isEqualTo("law");
        assertThat(leaver.get("/account").statusCode()).isEqualTo(302);
        JsonNode covers = json(successor.get(ACCOUNTS + "/covers")).path("items");
        assertThat(covers).hasSize(1);
        assertThat(covers.path(0).path("id").asString()).isEqualTo(covered).isNotEqualTo(own);
        assertThat(covers.path(0).path("deputy").asString()).isEqualTo(successor.name());
        assertThat(json(absent.get(ACCOUNTS + "/covers")).path("items")).hasSize(1);
    }

    @Test
    void aHandoverThatCannotBeWholeIsNotBegun() {
        Person administrator = People.administrator();
        Person leaver = People.colleague(administrator, "leaver", ",\"school\":\"law\"");
        Person successor = People.colleague(administrator, "next", ",\"school\":\"physics\"");
        Person stranger = People.administrator();
        String path = ACCOUNTS + "/" + leaver.name() + "/handovers";

        assertRefused(
                administrator.call("POST", path, "{\"to\":\"%s\"}".formatted(successor.name())), 409, "schools-differ");
        assertRefused(administrator.call("POST", path, "{\"to\":\"%s\"}".formatted(stranger.name())), 404, "not-found");
        assertRefused(
                administrator.call("POST", path, "{\"to\":\"%s\"}".formatted(leaver.name())), 400, "invalid-field");
        assertRefused(administrator.call("POST", path, "{}"), 400, "invalid-field");
        assertThat(leaver.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void rightsOfTheOperatorsAccountsStandInTheOperatorsFile() {
        assertRefused(
                People.operations("PUT", ACCOUNTS + "/chen/rights", "{\"administrator\":true}"),
                409,
                "account-provisioned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%s", "/%s/state", "/%s/rights", "/%s/handovers", "/%s/password-resets"})
    void accountsOfAnotherOrganisationAreNotThere(String path) {
        Person administrator = People.administrator();
        Person stranger = People.administrator();
        String target = ACCOUNTS + path.formatted(administrator.name());
        String method = path.endsWith("rights") ? "PUT" : path.endsWith("%s") ? "GET" : "POST";
        String body = path.endsWith("rights")
                ? "{\"administrator\":false}"
                : path.endsWith("handovers") ? "{\"to\":\"%s\"}".formatted(stranger.name()) : DEACTIVATED;

        HttpResponse<String> response =
                method.equals("GET") ? stranger.get(target) : stranger.call(method, target, body);

        assertRefused(response, 404, "not-found");
        assertThat(administrator.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void aMachineOfAUniversityAndATokenOfNobodyAdministerNothing() {
        assertRefused(People.client("beida", "GET", ACCOUNTS, ""), 403, "not-administrator");
        assertRefused(People.client("beida", "GET", ACCOUNTS + "/me", ""), 403, "session-needed");
        assertRefused(People.client("beida", "GET", ACCOUNTS + "/trail", ""), 403, "not-administrator");
        assertThat(People.browser()
                        .get(ACCOUNTS, "Authorization", "Bearer not-a-token")
                        .statusCode())
                .isEqualTo(401);
        assertThat(People.browser().get(ACCOUNTS).statusCode()).isEqualTo(401);
        assertThat(People.browser().get(ACCOUNTS + "/nobody/nothing").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aChangeByASessionNeedsItsCsrfToken() {
        Person administrator = People.administrator();

        HttpResponse<String> forged = administrator
                .browser()
                .post(
                        ACCOUNTS + "/" + administrator.name() + "/password-resets",
                        "",
                        "Content-Type",
                        "application/json");

        assertRefused(forged, 403, "csrf-token-missing");
    }

    @Test
    void aCallByAnotherMethodNamesThoseThereAre() {
        HttpResponse<String> refused = People.operations("DELETE", ACCOUNTS, "");

        assertRefused(refused, 405, "method-not-allowed");
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET");
        assertThat(json(refused).path("remedy").asString()).isEqualTo("Call it by GET.");
    }

    @Test
    void operationsListsEveryAccountByPages() {
        String org = People.administrator().org();

        JsonNode ofOne = json(People.operations("GET", ACCOUNTS + "?org=" + org, ""));
        JsonNode firstPage = json(People.operations("GET", ACCOUNTS + "?limit=2", ""));
        JsonNode secondPage = json(People.operations(
                "GET", ACCOUNTS + "?limit=2&cursor=" + firstPage.path("next").asString(), ""));

        assertThat(ofOne.path("items")).hasSize(1);
        assertThat(firstPage.path("items")).hasSize(2);
        assertThat(secondPage.path("items").path(0).path("name").asString())
                .isGreaterThan(firstPage.path("items").path(1).path("name").asString());
        assertRefused(People.operations("GET", ACCOUNTS + "?limit=0", ""), 400, "invalid-field");
        assertRefused(People.operations("GET", ACCOUNTS + "/trail?cursor=x", ""), 400, "invalid-field");
    }

    @Test
    void theTrailSaysWhoDidWhatAndIsReadInTheOrganisationOnly() {
        Person administrator = People.administrator();
        Person colleague = People.colleague(administrator, "wang");
        state(administrator, colleague.name(), DEACTIVATED);
        Person stranger = People.administrator();

        JsonNode trail = json(administrator.get(ACCOUNTS + "/trail")).path("items");

        assertThat(trail.valueStream().map(act -> act.path("act").asString()))
                .containsExactly("DEACTIVATED", "INVITATION_ACCEPTED", "INVITED", "INVITATION_ACCEPTED", "INVITED");
        assertThat(trail.path(0).path("by").asString()).isEqualTo(administrator.name());
        assertThat(trail.path(0).path("account").asString()).isEqualTo(colleague.name());
        assertThat(trail.path(4).path("by").asString()).isEqualTo("watch");
        assertThat(trail.toString()).doesNotContain("@example.org");
        assertThat(json(stranger.get(ACCOUNTS + "/trail")).path("items")).hasSize(2);
        JsonNode pages = json(administrator.get(ACCOUNTS + "/trail?limit=2"));
        assertThat(json(administrator.get(
                                ACCOUNTS + "/trail?cursor=" + pages.path("next").asString()))
                        .path("items"))
                .hasSize(3);
        assertThat(json(People.operations("GET", ACCOUNTS + "/trail?account=" + colleague.name(), ""))
                        .path("items"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account_act set by_name = 'nobody' returning 1",
                "delete from account_act returning 1",
                "with emptied as (select 1) select 1; truncate account_act"
            })
    void whatStandsInTheTrailStays(String sql) {
        People.administrator();

        assertThatThrownBy(() -> RunningConsole.query(People.DATABASE, sql))
                .hasStackTraceContaining("account_act is only added to");
    }

    @Test
    void thePageShowsAccountsInvitationsAndTheTrailAndDoesTheSame() {
        Person administrator = People.administrator();
        Person colleague = People.colleague(administrator, "feng");

        administrator.submit("/accounts/invitations", Map.of("email", "new@example.org", "school", "law"));
        assertThat(administrator.get("/accounts").body())
                .contains("Hand this link to the person", "/invitation?token=", "new@example.org", colleague.name());
        assertThat(administrator.get("/accounts?lang=zh").body())
                .contains("账户管理", "发出邀请")
                .doesNotContain("/invitation?token=", "??");
        administrator.get("/accounts?lang=en");
        administrator.submit("/accounts/" + administrator.name() + "/state", Map.of("active", "false"));
        assertThat(administrator.get("/accounts").body())
                .contains("The organisation would be left without an administrator.");
        administrator.submit("/accounts/" + colleague.name() + "/state", Map.of("active", "false"));
        assertThat(administrator.get("/accounts").body()).contains("deactivated", "Activate");

        Person other = People.colleague(administrator, "other");
        assertThat(other.browser().get("/accounts", "Accept", "text/html").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theCallsAreDescribedWithThoseOfTheServices() {
        JsonNode whole = json(People.browser().get("/v3/api-docs"));
        JsonNode own = json(People.browser().get("/v3/api-docs/console"));

        assertThat(Stream.of(
                        "",
                        "/me",
                        "/trail",
                        "/{name}",
                        "/{name}/rights",
                        "/{name}/state",
                        "/{name}/handovers",
                        "/{name}/password-resets",
                        "/invitations",
                        "/invitations/{invitation}",
                        "/invitations/{invitation}/links",
                        "/covers",
                        "/covers/{cover}"))
                .allSatisfy(path -> {
                    assertThat(whole.path("paths").has(ACCOUNTS + path))
                            .as(path)
                            .isTrue();
                    assertThat(own.path("paths").has(ACCOUNTS + path)).as(path).isTrue();
                });
        assertThat(WrittenApi.differences("console", own)).isEmpty();
        assertThat(own.path("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
        assertThat(whole.path("components").path("schemas").has("AccountAnswer"))
                .isTrue();
        assertThat(People.browser().get("/swagger-ui.html").body()).contains("/api/v1/accounts/{name}/handovers");
    }

    private static HttpResponse<String> state(Person administrator, String name, String body) {
        return administrator.call("POST", ACCOUNTS + "/" + name + "/state", body);
    }

    private static String cover(Person absent, String deputy) {
        HttpResponse<String> named = absent.call("POST", ACCOUNTS + "/covers", """
                {"deputy":"%s","from":"2026-01-01","until":"2026-12-31"}
                """.formatted(deputy)
                .replace("2026-12-31", CoverIT.today().plusDays(30).toString())
                .replace("2026-01-01", CoverIT.today().toString()));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
        return json(named).path("id").asString();
    }
}
