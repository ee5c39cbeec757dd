package dev.talentpipeline.console.access;

import static dev.talentpipeline.console.Browser.claims;
import static dev.talentpipeline.console.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever has no link that holds gets another by mail. */
class FreshLinksIT {

    private final StudentsDoor door = new StudentsDoor();

    @Test
    void aUsedLinkSaysWhomToAskForAnother() {
        String link = StudentsDoor.linkOf(door.ask());
        door.somebody().get(link);
        door.internship.answers(200, "application/json", """
                {"id":"beida","kind":"UNIVERSITY","nameEn":"Yanyuan University","contactEmail":"careers@example.edu.cn"}""");

        HttpResponse<String> used = door.somebody().get(link);

        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body())
                .contains(
                        "This link has been used",
                        "mailto:careers@example.edu.cn?subject=A%20new%20link",
                        "If no mail comes, Yanyuan University helps:",
                        "Mail me a new link");
        Asked asked = door.internship.lastAsked();
        assertThat(asked.uri()).isEqualTo("/api/v1/organisations/beida");
        assertThat(claims(asked.header("Authorization").orElseThrow())
                        .path("sub")
                        .asString())
                .isEqualTo("console-links");
        door.internship.answers(404, "application/problem+json", "{}");
        assertThat(door.somebody().get(link).body())
                .contains("You can have a fresh one mailed to you.")
                .doesNotContain("mailto:");
    }

    @Test
    void aLinkThatSaysWhoseItIsIsRenewedByOnePress() {
        String link = StudentsDoor.linkOf(door.ask());
        door.somebody().get(link);
        door.internship.answers(404, "application/problem+json", "{}");
        Browser student = door.somebody();
        String used = student.get(link).body();
        assertThat(used).doesNotContain("type=\"email\"");
        door.internship.answers(202, "application/json", "");

        HttpResponse<String> renewed =
                student.submit("/enter/links", used, Map.of("token", link.substring(link.indexOf('=') + 1)));

        assertThat(renewed.body()).contains("Check your e-mail");
        Asked asked = door.internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /api/v1/roll-claims/renewals");
        assertThat(json(asked.body()).path("person").asString()).isEqualTo("p-1");
        assertThat(student.submit("/enter/links", used, Map.of("token", "forged"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(door.internship.lastAsked().body()).has("person"))
                .as("a forged one is nobody's")
                .isFalse();
    }

    @Test
    void whoHasNoLinkSaysWhereTheyAreReachedAndIsToldTheSameWhoeverTheyAre() {
        Browser student = door.somebody();
        assertThat(student.get("/sign-in").body()).contains("href=\"/enter/links\"");
        String page = student.get("/enter/links").body();
        door.internship.answers(202, "application/json", "");

        HttpResponse<String> asked = student.submit("/enter/links?lang=zh", page, Map.of("email", " li@example.org "));

        assertThat(asked.body()).contains("请查收邮件");
        assertThat(json(door.internship.lastAsked().body()))
                .isEqualTo(json("{\"email\":\"li@example.org\",\"language\":\"ZH\"}"));
        door.internship.answers(400, "application/problem+json", "{}");
        HttpResponse<String> malformed = student.submit("/enter/links?lang=en", page, Map.of("email", "li"));
        assertThat(malformed.statusCode()).isEqualTo(422);
        assertThat(malformed.body()).contains("This is not an e-mail address.", "value=\"li\"");
        HttpResponse<String> ofAnOldLink =
                student.submit("/enter/links?lang=en", page, Map.of("secret", "s+1", "email", "li"));
        assertThat(ofAnOldLink.body()).contains("class=\"language\" href=\"/enter/links?secret=s%2B1&amp;lang=zh\"");
        assertThat(student.get("/enter/links?secret=s%2B1&lang=en").body()).contains("name=\"secret\" value=\"s+1\"");
        door.internship.answers(503, "application/problem+json", "{}");
        assertThat(student.submit("/enter/links", page, Map.of("email", "a@example.org"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoAsksForLinksTooOftenWaits() {
        door.internship.answers(202, "application/json", "");
        Browser somebody = door.somebody();
        String page = somebody.get("/enter/links").body();
        Map<String, String> form = Map.of("email", "often@example.org");
        for (int i = 0; i < 3; i++) {
            assertThat(somebody.submit("/enter/links", page, form).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> held = somebody.submit("/enter/links", page, Map.of("email", "OFTEN@example.org"));

        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValue("Retry-After")).hasValue("120");
        assertThat(held.body()).contains("Links were asked for too often.");
        assertThat(door.internship.asked()).hasSize(3);
        assertThat(somebody.submit("/enter/links", page, Map.of("email", "other@example.org"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkThatWasMailedOpensTheStudentsOwnSessionByAPress() {
        door.internship.answers(200, "application/json", StudentsDoor.CLAIM);
        Browser student = door.somebody();
        String page = student.get("/enter/by-mail?secret=s-3").body();
        assertThat(door.internship.asked()).as("looking opens nothing").isEmpty();

        HttpResponse<String> in = student.submit("/enter/by-mail", page, Map.of("secret", "s-3"));

        assertThat(in.headers().firstValue("Location")).hasValue("/student");
        Asked asked = door.internship.lastAsked();
        assertThat(asked.method() + " " + asked.uri() + " " + asked.body())
                .isEqualTo("POST /api/v1/access-links {\"secret\":\"s-3\"}");
        door.internship.answers(409, "application/problem+json", "{}");
        Browser second = door.somebody();
        String again = second.get("/enter/by-mail?secret=s-3").body();
        HttpResponse<String> used = second.submit("/enter/by-mail", again, Map.of("secret", "s-3"));
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body()).contains("This link has been used", "Mail me a new link", "value=\"s-3\"");
        assertThat(second.get("/student").statusCode()).as("no session").isEqualTo(302);
    }
}
