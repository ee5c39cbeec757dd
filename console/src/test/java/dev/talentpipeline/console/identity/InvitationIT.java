package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.identity.People.PASSWORD;
import static dev.talentpipeline.console.identity.People.linkOf;
import static dev.talentpipeline.console.identity.People.location;
import static dev.talentpipeline.console.identity.People.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.RunningConsole;
import dev.talentpipeline.console.identity.People.Person;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InvitationIT {

    private static final String INVITATIONS = "/api/v1/accounts/invitations";

    @Test
    void operationsInvitesTheFirstAdministratorWhoInvitesTheOthersWithTheirRights() {
        Person administrator = People.administrator();
        Person counsellor = People.colleague(administrator, "wu", ",\"school\":\"software\"");

        JsonNode account = json(counsellor.get("/api/v1/accounts/me"));
        assertThat(account).isEqualTo(json("""
                {"name":"wu-%1$s","displayName":"Somebody","email":"wu-%1$s@example.org","role":"UNIVERSITY","org":"%1$s",
                 "school":"software","administrator":false,"active":true,"origin":"INVITED"}
                """.formatted(administrator.org())));

        // and the services hear of the school, and who administers
        People.internship().answers(200, "application/json", "{}");
        counsellor.get("/api/v1/programmes");
        JsonNode token =
                claims(People.internship().lastAsked().header("Authorization").orElseThrow());
        assertThat(token.path("school").asString()).isEqualTo("software");
        assertThat(token.has("administrator")).isFalse();
        assertThat(token.has("act")).isFalse();
        administrator.get("/api/v1/programmes");
        token = claims(People.internship().lastAsked().header("Authorization").orElseThrow());
        assertThat(token.path("administrator").asBoolean()).isTrue();
        assertThat(token.has("school")).isFalse();
    }

    @Test
    void whoeverInvitesGetsTheLinkOnceAndIsToldToHandItOver() {
        Person administrator = People.administrator();

        HttpResponse<String> invited =
                administrator.call("POST", INVITATIONS, "{\"email\":\"guest@example.org\",\"administrator\":true}");

        assertThat(invited.statusCode()).isEqualTo(201);
        assertThat(json(invited).path("state").asString()).isEqualTo("OPEN");
        assertThat(json(invited).path("link").asString()).startsWith("http://localhost:8080/invitation?token=");
        assertThat(json(invited).path("note").asString()).contains("hand this link to the person");
        JsonNode listed = json(administrator.get(INVITATIONS)).path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("email").asString()).isEqualTo("guest@example.org");
        assertThat(listed.path(0).has("link")).isFalse();
    }

    @Test
    void aLinkOpensOneAccountHoweverOftenItIsLookedAt() {
        Person administrator = People.administrator();
        String link = linkOf(invite(administrator));

        assertThat(People.browser().get(link).body()).contains("You are invited", administrator.org());
        assertThat(People.browser().get(link + "&lang=zh").body()).contains("您已受邀");
        assertThat(location(open(People.browser(), link, "once-" + administrator.org(), PASSWORD)))
                .isEqualTo("/");

        HttpResponse<String> again = People.browser().get(link);
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("This link does not work");
        assertThat(json(administrator.get(INVITATIONS)).path("items")).isEmpty();
    }

    @Test
    void onlyTheLatestLinkOpensAndNoneOfARevokedOrExpiredInvitationDoes() {
        Person administrator = People.administrator();
        HttpResponse<String> first = invite(administrator);
        String id = json(first).path("id").asString();

        HttpResponse<String> renewed = administrator.call("POST", INVITATIONS + "/" + id + "/links", "");
        assertThat(People.browser().get(linkOf(first)).statusCode()).isEqualTo(410);
        assertThat(People.browser().get(linkOf(renewed)).statusCode()).isEqualTo(200);

        RunningConsole.query(
                People.DATABASE, "update invitation set expires_at = now() where id = ?::uuid returning id::text", id);
        assertThat(People.browser().get(linkOf(renewed)).statusCode()).isEqualTo(410);
        HttpResponse<String> third = administrator.call("POST", INVITATIONS + "/" + id + "/links", "");
        assertThat(People.browser().get(linkOf(third)).statusCode()).isEqualTo(200);

        assertThat(administrator.call("DELETE", INVITATIONS + "/" + id, "").statusCode())
                .isEqualTo(204);
        assertThat(People.browser().get(linkOf(third)).statusCode()).isEqualTo(410);
        assertRefused(administrator.call("POST", INVITATIONS + "/" + id + "/links", ""), 409, "invitation-closed");
    }

    @Test
    void anAddressIsInvitedOnceAtATimeAndAnewOnceItsInvitationIsOver() {
        Person administrator = People.administrator();
        String id = json(invite(administrator)).path("id").asString();

        HttpResponse<String> second = invite(administrator);
        assertRefused(second, 409, "already-invited");
        assertThat(json(second).path("remedy").asString()).contains("Renew that invitation");

        RunningConsole.query(
                People.DATABASE, "update invitation set expires_at = now() where id = ?::uuid returning id::text", id);
        assertThat(invite(administrator).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"nowhere\"}                                              | 400 | invalid-field     | email",
                "{}                                                                   | 400 | invalid-field     | email",
                "{\"email\":\"a@b.org\",\"role\":\"STUDENT\"}                         | 400 | invalid-field     | role",
                "{\"email\":\"a@b.org\",\"role\":\"COMPANY\",\"org\":\"xinhe\"}       | 403 | not-administrator | org",
                "{\"email\":\"a@b.org\",\"org\":\"beida\"}                            | 403 | not-administrator | org",
                "{\"email\":\"a@b.org\",\"role\":\"OPERATIONS\"}                      | 403 | not-administrator |",
                "{\"email\":\"a@b.org\",\"school\":\"a/b\"}                           | 400 | invalid-field     | school",
                "{\"email\":\"a@b.org\",\"boss\":true}                                | 400 | malformed-body    | boss",
                "{\"email\":\"a@b.org\",\"role\":\"KING\"}                            | 400 | malformed-body    | role",
                "not json                                                             | 400 | malformed-body    |"
            })
    void anInvitationThatCannotBeIsRefusedWithItsField(String body, int status, String type, String field) {
        HttpResponse<String> refused = People.administrator().call("POST", INVITATIONS, body);

        assertRefused(refused, status, type);
        if (field != null) {
            assertThat(json(refused).path("field").asString()).isEqualTo(field);
        }
    }

    @Test
    void operationsInvitesOnlyAdministratorsIntoOrganisations() {
        assertRefused(
                People.operations(
                        "POST", INVITATIONS, "{\"email\":\"a@b.org\",\"role\":\"COMPANY\",\"org\":\"xinhe\"}"),
                400,
                "invalid-field");
        assertRefused(
                People.operations(
                        "POST", INVITATIONS, "{\"email\":\"a@b.org\",\"role\":\"COMPANY\",\"administrator\":true}"),
                400,
                "invalid-field");
    }

    @Test
    void invitationsOfAnotherOrganisationAreNotThere() {
        String id = json(invite(People.administrator())).path("id").asString();
        Person stranger = People.administrator();

        assertThat(json(stranger.get(INVITATIONS)).path("items")).isEmpty();
        assertRefused(stranger.call("DELETE", INVITATIONS + "/" + id, ""), 404, "not-found");
        assertRefused(stranger.call("POST", INVITATIONS + "/" + id + "/links", ""), 404, "not-found");
    }

    @Test
    void aWeakPasswordAndATakenNameAreSaidOnThePageAndUseNothingUp() {
        Person administrator = People.administrator();
        String link = linkOf(invite(administrator));
        Browser guest = People.browser();

        HttpResponse<String> weak = open(guest, link, "fresh-" + administrator.org(), "password1234");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body())
                .contains("id=\"password-fault\"", "nobody else would choose", "value=\"Somebody\"")
                .contains("value=\"fresh-" + administrator.org() + "\"")
                .doesNotContain("password1234");
        assertThat(open(guest, link, "beida", PASSWORD).body())
                .contains("Another account has this name.", "id=\"name-fault\"");
        assertThat(open(guest, link, "invitations", PASSWORD).body())
                .contains("One field needs another look.", "value=\"invitations\"");

        assertThat(location(open(guest, link, "fresh-" + administrator.org(), PASSWORD)))
                .isEqualTo("/");
    }

    @Test
    void anInvitationIsNoResetLinkAndNoStudentsLink() {
        String link = linkOf(invite(People.administrator()));
        String token = link.substring(link.indexOf('='));

        assertThat(People.browser().get("/password-reset?token" + token).statusCode())
                .isEqualTo(410);
        assertThat(People.browser().get("/enter?token" + token).statusCode()).isEqualTo(410);
        assertThat(People.browser().get(link + "x").statusCode()).isEqualTo(410);
    }

    private static HttpResponse<String> invite(Person administrator) {
        return administrator.call("POST", INVITATIONS, "{\"email\":\"guest@example.org\"}");
    }

    static void assertRefused(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(content -> assertThat(content).startsWith("application/problem+json"));
        assertThat(json(response).path("type").asString()).endsWith("/problems/" + type);
    }
}
