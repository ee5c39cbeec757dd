package dev.talentpipeline.console.identity;

import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.identity.InvitationIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.identity.People.Person;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.exports.ListExports;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The lists of accounts as files, and with chosen fields. */
class AccountListsIT {

    private static final String ACCOUNTS = "/api/v1/accounts";

    @Test
    void everyListIsAFileWhoseColumnsHaveNamesInBothLanguages() {
        ExportedLists lists = new ExportedLists(
                People.console().bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class),
                People.console().bean("listExports", ListExports.class));

        assertThat(lists.all())
                .containsOnlyKeys(ACCOUNTS, ACCOUNTS + "/covers", ACCOUNTS + "/invitations", ACCOUNTS + "/trail");
        lists.areFilesWithNamedColumns();
    }

    @Test
    void anAdministratorTakesTheAccountsOutAndTheTrailSaysSo() {
        Person administrator = People.administrator();
        Person colleague = People.colleague(administrator, "wu", ",\"school\":\"law\"");

        HttpResponse<String> file = administrator.get(ACCOUNTS + "?format=CSV&language=ZH&fields=name,school");

        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("accounts.csv");
        assertThat(file.body().lines())
                .containsExactly("\uFEFF用户名,学院", administrator.name() + ",", colleague.name() + ",law");
        JsonNode act =
                json(administrator.get(ACCOUNTS + "/trail")).path("items").path(0);
        assertThat(act.path("act").asString()).isEqualTo("LIST_EXPORTED");
        assertThat(act.path("by").asString()).isEqualTo(administrator.name());
        assertThat(act.path("facts").path("list").asString()).isEqualTo("/accounts");
        assertThat(act.path("facts").path("rows").asString()).isEqualTo("2");
    }

    @Test
    void aFileHasAllPagesOfItsList() {
        Person administrator = People.administrator();
        List<String> guests = List.of("a", "b", "c");
        guests.forEach(guest -> administrator.call(
                "POST",
                ACCOUNTS + "/invitations",
                "{\"email\":\"%s-%s@example.org\"}".formatted(guest, administrator.org())));

        JsonNode file = json(administrator.get(ACCOUNTS + "/invitations?format=JSON&limit=1"));

        assertThat(file.path("next").isNull()).isTrue();
        assertThat(file.path("items")
                        .valueStream()
                        .map(item -> item.path("email").asString()))
                .containsExactlyInAnyOrderElementsOf(guests.stream()
                        .map(guest -> "%s-%s@example.org".formatted(guest, administrator.org()))
                        .toList());
        assertThat(file.toString()).doesNotContain("\"link\"");
    }

    @Test
    void whoMayNotSeeTheListMayNotHaveTheFile() {
        Person colleague = People.colleague(People.administrator(), "xu");

        assertRefused(colleague.get(ACCOUNTS + "?format=XLSX"), 403, "not-administrator");
        assertRefused(colleague.get(ACCOUNTS + "/trail?format=CSV"), 403, "not-administrator");
        assertRefused(People.browser().get(ACCOUNTS + "?format=CSV"), 401, "unauthenticated");
    }

    @Test
    void whatIsAskedForWronglyIsRefused() {
        Person administrator = People.administrator();

        assertRefused(administrator.get(ACCOUNTS + "?format=PDF"), 400, "invalid-fields");
        assertRefused(administrator.get(ACCOUNTS + "?fields=name,secret"), 400, "unknown-field");
        assertRefused(administrator.get(ACCOUNTS + "?organisation=x"), 400, "unknown-parameter");
        assertThat(json(administrator.get(ACCOUNTS + "?fields=name"))
                        .path("items")
                        .path(0)
                        .propertyNames())
                .containsExactly("name");
    }
}
