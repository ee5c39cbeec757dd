package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.identity.InvitationIT.assertRefused;
import static dev.talentpipeline.console.identity.People.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.identity.People.Person;
import dev.talentpipeline.console.identity.cover.Cover;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CoverIT {

    private static final String COVERS = "/api/v1/accounts/covers";

    static LocalDate today() {
        return LocalDate.now(Cover.CALENDAR);
    }

    @Test
    void aDeputySwitchesAndServicesSeeBoth() {
        // given
        Person absent = People.administrator();
        Person deputy = People.colleague(absent, "deputy", ",\"school\":\"law\"");
        Person third = People.colleague(absent, "third");
        String cover = json(name(absent, deputy, today(), today().plusDays(3)))
                .path("id")
                .asString();
        People.internship().answers(200, "application/json", "{\"items\":[],\"next\":null}");
        deputy.get("/api/v1/programmes");
        assertThat(asked().has("act")).isFalse();
        String before = deputy.browser().cookie("TALENTPIPELINE").orElseThrow().getValue();

        // when
        assertThat(location(deputy.submit("/account/acting", Map.of("cover", cover))))
                .isEqualTo("/");

        // then
        deputy.get("/api/v1/programmes");
        assertThat(asked().path("sub").asString()).isEqualTo(absent.name());
        assertThat(asked().path("act").toString()).isEqualTo("{\"sub\":\"" + deputy.name() + "\"}");
        assertThat(asked().has("school")).isFalse();
        assertThat(deputy.browser().cookie("TALENTPIPELINE").orElseThrow().getValue())
                .isNotEqualTo(before);
        assertThat(deputy.get("/university").body())
                .contains(deputy.name() + " acts for " + absent.name(), "Act for myself again");

        // and what is done to accounts is recorded under both names
        deputy.call(
                "PUT", "/api/v1/accounts/" + third.name() + "/rights", "{\"administrator\":false,\"school\":\"law\"}");
        JsonNode act = json(absent.get("/api/v1/accounts/trail")).path("items").path(0);
        assertThat(act.path("act").asString()).isEqualTo("RIGHTS_CHANGED");
        assertThat(act.path("by").asString()).isEqualTo(deputy.name());
        assertThat(act.path("onBehalfOf").asString()).isEqualTo(absent.name());

        // and they go back to being themselves
        deputy.submit("/account/acting/end", Map.of());
        deputy.get("/api/v1/programmes");
        assertThat(asked().path("sub").asString()).isEqualTo(deputy.name());
        assertThat(asked().has("act")).isFalse();
        assertThat(json(absent.get("/api/v1/accounts/trail?account=" + absent.name()))
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("act").asString()))
                .startsWith("ACTING_ENDED", "ACTING_STARTED", "COVER_NAMED");
    }

    @Test
    void aCoverThatIsEndedStopsTheNextActAndDoesNotDoItAsOneself() {
        Person absent = People.administrator();
        Person deputy = People.colleague(absent, "deputy");
        String cover = json(name(absent, deputy, today(), today())).path("id").asString();
        deputy.submit("/account/acting", Map.of("cover", cover));
        People.internship().answers(200, "application/json", "{}");

        absent.call("DELETE", COVERS + "/" + cover, "");

        assertRefused(deputy.get("/api/v1/programmes"), 403, "cover-not-current");
        assertThat(People.internship().asked()).isEmpty();
        deputy.get("/api/v1/programmes");
        assertThat(asked().path("sub").asString()).isEqualTo(deputy.name());
        deputy.submit("/account/acting", Map.of("cover", cover));
        assertThat(deputy.get("/account").body()).contains("You do not act for anybody by this cover today.");
    }

    @Test
    void aCoverHoldsFromItsFirstDayToItsLast() {
        Person absent = People.administrator();
        Person deputy = People.colleague(absent, "deputy");
        String later = json(name(absent, deputy, today().plusDays(1), today().plusDays(2)))
                .path("id")
                .asString();

        deputy.submit("/account/acting", Map.of("cover", later));
        assertThat(deputy.get("/account").body()).contains("You do not act for anybody by this cover today.");

        // when its last day passes while somebody acts by it
        String current = json(name(absent, deputy, today(), today())).path("id").asString();
        deputy.submit("/account/acting", Map.of("cover", current));
        RunningConsole.query(
                People.DATABASE,
                "update cover set from_day = from_day - 2, until_day = until_day - 1 where id = ?::uuid returning id::text",
                current);
        assertThat(location(deputy.get("/university"))).isEqualTo("/account?coverOver");
        assertThat(deputy.get("/account?coverOver").body()).contains("The cover is over, so this was not done.");
    }

    @Test
    void whoActsChangesNeitherOfTheTwoAccounts() {
        Person absent = People.administrator();
        Person deputy = People.colleague(absent, "deputy");
        Person third = People.colleague(absent, "third");
        String cover = json(name(absent, deputy, today(), today())).path("id").asString();
        String other = json(name(third, deputy, today(), today())).path("id").asString();
        deputy.submit("/account/acting", Map.of("cover", cover));
        String accounts = "/api/v1/accounts/";

        assertRefused(
                deputy.call("PUT", accounts + deputy.name() + "/rights", "{\"administrator\":true}"),
                403,
                "not-while-acting");
        assertRefused(deputy.call("POST", accounts + absent.name() + "/password-resets", ""), 403, "not-while-acting");
        assertRefused(name(deputy, third, today(), today()), 403, "not-while-acting");
        assertThat(deputy.submit(
                                "/account/password",
                                Map.of("currentPassword", People.PASSWORD, "newPassword", "four other words here"))
                        .body())
                .contains("A deputy does not do this for an absent colleague.");
        deputy.submit("/account/acting", Map.of("cover", other));
        assertThat(deputy.get("/account").body()).contains("This cannot be done while acting for a colleague.");
    }

    @Test
    void aDeputyGivesNothingThatOutlastsTheCover() {
        Person absent = People.administrator();
        Person deputy = People.colleague(absent, "deputy");
        Person third = People.colleague(absent, "third");
        String invited = json(absent.call(
                        "POST", "/api/v1/accounts/invitations", "{\"email\":\"somebody@example.org\"}"))
                .path("id")
                .asString();
        String cover = json(name(absent, deputy, today(), today())).path("id").asString();
        deputy.submit("/account/acting", Map.of("cover", cover));
        String accounts = "/api/v1/accounts/";

        assertRefused(
                deputy.call("POST", accounts + "invitations", "{\"email\":\"own@example.org\",\"administrator\":true}"),
                403,
                "not-while-acting");
        assertRefused(deputy.call("POST", accounts + "invitations/" + invited + "/links", ""), 403, "not-while-acting");
        assertRefused(deputy.call("POST", accounts + third.name() + "/password-resets", ""), 403, "not-while-acting");
        assertRefused(
                deputy.call("PUT", accounts + third.name() + "/rights", "{\"administrator\":true}"),
                403,
                "not-while-acting");
        // but an administrator's work on others goes on
        assertThat(deputy.call(
                                "PUT",
                                accounts + third.name() + "/rights",
                                "{\"administrator\":false,\"school\":\"law\"}")
                        .statusCode())
                .isEqualTo(200);
        assertRefused(
                deputy.call("PUT", accounts + third.name() + "/rights", "{\"administrator\":false}"),
                403,
                "not-while-acting");
    }

    @Test
    void onlyAColleagueIsNamedAndOnlyForAPeriodThatIs() {
        Person absent = People.administrator();
        Person colleague = People.colleague(absent, "colleague");
        Person stranger = People.administrator();

        assertRefused(name(absent, stranger, today(), today()), 400, "invalid-field");
        assertRefused(name(absent, absent, today(), today()), 400, "invalid-field");
        HttpResponse<String> over = name(absent, colleague, today().minusDays(3), today().minusDays(1));
        assertRefused(over, 400, "invalid-field");
        assertThat(json(over).path("field").asString()).isEqualTo("until");
        assertRefused(name(absent, colleague, today().plusDays(2), today().plusDays(1)), 400, "invalid-field");
        assertRefused(name(absent, colleague, today(), today().plusDays(400)), 400, "invalid-field");
        assertRefused(absent.call("POST", COVERS, "{\"deputy\":\"x\",\"from\":\"soon\"}"), 400, "malformed-body");
        assertRefused(People.client("beida", "POST", COVERS, "{\"deputy\":\"li\"}"), 403, "session-needed");
    }

    @Test
    void anAdministratorNamesADeputyForSomebodyWhoIsIllAndNobodyElseDoes() {
        Person administrator = People.administrator();
        Person ill = People.colleague(administrator, "ill");
        Person deputy = People.colleague(administrator, "deputy");
        Person stranger = People.administrator();
        String body = "{\"account\":\"%s\",\"deputy\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(ill.name(), deputy.name(), today(), today());

        assertRefused(deputy.call("POST", COVERS, body), 403, "not-administrator");
        assertRefused(stranger.call("POST", COVERS, body), 404, "not-found");
        HttpResponse<String> named = administrator.call("POST", COVERS, body);
        assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
        assertThat(json(administrator.get(COVERS + "?account=" + ill.name())).path("items"))
                .hasSize(1);
        assertRefused(stranger.get(COVERS + "?account=" + ill.name()), 404, "not-found");
        String id = json(named).path("id").asString();
        assertRefused(stranger.call("DELETE", COVERS + "/" + id, ""), 404, "not-found");
        assertThat(deputy.call("DELETE", COVERS + "/" + id, "").statusCode()).isEqualTo(204);
    }

    @Test
    void aDeputyWhoIsNamedTwiceForTheSameDaysIsOneAlsoAtTheSameMoment() throws Exception {
        Person absent = People.administrator();
        Person deputy = People.colleague(absent, "deputy");
        Callable<HttpResponse<String>> naming = () -> name(absent, deputy, today(), today().plusDays(1));

        // when two ask at once, and neither knows of the other's cover yet
        Set<String> ids;
        try (RowLock account = RowLock.of("account", "name", absent.name());
                ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<HttpResponse<String>>> named = List.of(two.submit(naming), two.submit(naming));
            account.awaitWaiting(2);
            account.release();
            ids = new HashSet<>(List.of(id(named.get(0).get()), id(named.get(1).get()), id(naming.call())));
        }

        // then
        assertThat(ids).hasSize(1);
        assertThat(json(absent.get(COVERS)).path("items")).hasSize(1);
        assertThat(json(absent.get("/api/v1/accounts/trail?account=" + absent.name()))
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("act").asString())
                        .filter("COVER_NAMED"::equals))
                .hasSize(1);
        assertThatThrownBy(() -> RunningConsole.query(People.DATABASE, """
                                insert into cover (id, account, deputy, from_day, until_day, named_by)
                                select gen_random_uuid(), account, deputy, from_day, until_day, named_by
                                from cover where account = ? returning id::text
                                """, absent.name()))
                .hasMessageContaining("cover_named_once");

        // and other days are another cover, and so are the same ones once it was ended
        assertThat(ids).doesNotContain(id(name(absent, deputy, today(), today())));
        absent.call("DELETE", COVERS + "/" + ids.iterator().next(), "");
        assertThat(ids).doesNotContain(id(naming.call()));
    }

    @Test
    void whoeverTakesOverACoverThatTheyHaveAlreadyHasItOnce() {
        Person administrator = People.administrator();
        Person absent = People.colleague(administrator, "absent");
        Person leaving = People.colleague(administrator, "leaving");
        Person successor = People.colleague(administrator, "successor");
        name(absent, leaving, today(), today().plusDays(1));
        name(absent, leaving, today(), today().plusDays(2));
        name(absent, successor, today(), today().plusDays(1));

        HttpResponse<String> handedOver = administrator.call(
                "POST",
                "/api/v1/accounts/" + leaving.name() + "/handovers",
                "{\"to\":\"%s\"}".formatted(successor.name()));

        assertThat(handedOver.statusCode()).as(handedOver.body()).isEqualTo(200);
        assertThat(json(absent.get(COVERS))
                        .path("items")
                        .valueStream()
                        .map(cover -> cover.path("deputy").asString() + " until "
                                + cover.path("until").asString()))
                .containsExactlyInAnyOrder(
                        successor.name() + " until " + today().plusDays(1),
                        successor.name() + " until " + today().plusDays(2));
    }

    private static String id(HttpResponse<String> named) {
        assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
        return json(named).path("id").asString();
    }

    private static HttpResponse<String> name(Person absent, Person deputy, LocalDate from, LocalDate until) {
        return absent.call(
                "POST",
                COVERS,
                "{\"deputy\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}".formatted(deputy.name(), from, until));
    }

    private static JsonNode asked() {
        return claims(People.internship().lastAsked().header("Authorization").orElseThrow());
    }
}
