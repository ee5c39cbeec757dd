package dev.talentpipeline.internship.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What comes with {@code If-Match} changes only what its caller saw. */
@RunningService
class SeenVersionIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Test
    void ofTwoWhoChangeWhatBothSawOnlyTheFirstDoes() {
        String path = "/programmes/" + market.programme();
        String seen = university().get(path).etag();

        Api.Answer first = put(path, Map.of("name", "First"), seen);
        Api.Answer second = put(path, Map.of("name", "Second"), seen);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("type")).endsWith("/version-changed");
        assertThat("\"%d\"".formatted(second.json().path("version").asLong())).isEqualTo(first.etag());
        assertThat(university().get(path).text("name")).isEqualTo("First");
        assertThat(put(path, Map.of("name", "Third"), "\"1\", " + first.etag()).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsThereInAnyVersionIsChangedAndWhatIsNotIsNotMade() {
        String there = "/programmes/" + market.programme();
        String fresh = "/programmes/" + Participants.newProgramme();

        assertThat(put(there, Map.of("name", "Any"), "*").status()).isEqualTo(200);
        assertThat(put(fresh, Map.of("name", "New"), "*").status()).isEqualTo(412);
        assertThat(university().get(fresh).status()).isEqualTo(404);
    }

    @Test
    void ofTwoWhoMakeTheSameOnlyTheFirstDoes() {
        String programme = market.programme();
        String number = "n" + programme;
        String path = "/programmes/%s/students/%s".formatted(programme, number);

        Api.Answer first = make(path, Bodies.student());
        Api.Answer second = make(path, Bodies.with(Bodies.student(), "major", "Other"));

        assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text("type")).endsWith("/version-changed");
        assertThat(second.json().path("version").asLong()).isEqualTo(1);
        assertThat(make("/programmes/%s/students/%s".formatted(programme, first.text("id")), Bodies.student())
                        .status())
                .as("by its id")
                .isEqualTo(412);
        assertThat(university().get(path).text("major"))
                .isEqualTo(Bodies.student().get("major"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "none"})
    void onlyThatThereIsNoneAtAllIsAskedFor(String seen) {
        Api.Answer refused = university()
                .send(
                        "PUT",
                        "/programmes/" + Participants.newProgramme(),
                        Map.of("name", "New"),
                        Map.of("If-None-Match", seen));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("field")).isEqualTo("If-None-Match");
    }

    private Api.Answer make(String path, Object body) {
        return university().send("PUT", path, body, Map.of("If-None-Match", "*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"%s\"", "\"0%s\""})
    void onlyTheVeryTagMatches(String form) {
        String path = "/programmes/" + market.programme();
        String version = university().get(path).etag().replace("\"", "");

        assertThat(put(path, Map.of("name", "Other"), form.formatted(version)).status())
                .isEqualTo(412);
    }

    @Test
    void whatCannotBeReadOrIsNotLookedAtIsRefused() {
        String path = "/programmes/" + market.programme();

        Api.Answer malformed = put(path, Map.of("name", "Other"), "7");
        Api.Answer ignored =
                university().send("POST", path + "/dry-run", Map.of("name", "Other"), Map.of("If-Match", "\"7\""));
        Api.Answer none =
                university().send("POST", path + "/dry-run", Map.of("name", "Other"), Map.of("If-None-Match", "*"));

        assertThat(none.text("type")).endsWith("/version-not-checked");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.text("type")).endsWith("/malformed-parameter");
        assertThat(ignored.status()).isEqualTo(400);
        assertThat(ignored.text("type")).endsWith("/version-not-checked");
    }

    /** Whatever says in the API's description that it looks at If-Match does. */
    @Test
    void everyCallThatIsDescribedToLookDoes() {
        Placed placed = placing.started();
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED")));
        String programme = "/programmes/" + placed.programme();
        String joint = "/programmes/"
                + market.programme(Bodies.with(
                        Bodies.with(Bodies.programme(), "universities", List.of(Market.UNIVERSITY)),
                        "companies",
                        List.of(Market.COMPANY)));
        String student = programme + "/students/" + placed.student().number();
        String internship = programme + "/internships/" + placed.internship();
        String school = market.school("mathematics");
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("PUT /programmes/{programme}", new Call(university(), programme, Map.of("name", "Other")));
        calls.put(
                "POST /programmes/{programme}/state",
                new Call(university(), programme + "/state", Map.of("state", "HELD")));
        calls.put("PUT /programmes/{programme}/students/{student}", new Call(university(), student, Bodies.student()));
        calls.put("DELETE /programmes/{programme}/students/{student}", new Call(university(), student, null));
        calls.put(
                "PUT /programmes/{programme}/internships/{internship}",
                new Call(placing.company(), internship, Bodies.internship()));
        calls.put(
                "DELETE /programmes/{programme}/internships/{internship}",
                new Call(placing.company(), internship, null));
        calls.put(
                "PUT /organisations/{organisation}",
                new Call(university(), "/organisations/" + Market.UNIVERSITY, Bodies.university(Market.UNIVERSITY)));
        calls.put(
                "PUT /organisations/{organisation}/schools/{school}",
                new Call(
                        university(),
                        "/organisations/%s/schools/%s".formatted(Market.UNIVERSITY, school),
                        Map.of("nameZh", "数学", "nameEn", "Mathematics")));
        calls.put(
                "PUT /calendars/{calendar}",
                new Call(participants.operations(), "/calendars/china", Map.of("zone", "Asia/Shanghai")));
        calls.put(
                "PUT /programmes/{programme}/joint-records/{record}",
                new Call(university(), joint + "/joint-records/graphs", project()));
        calls.put("PUT /offers/{offer}/agreement", new Call(university(), placed.agreement(), Placing.agreement()));
        calls.put(
                "PUT /placements/{placement}/employment-agreement",
                new Call(
                        university(),
                        placed.path() + "/employment-agreement",
                        Map.of("number", "E-" + placed.programme(), "workplace", "北京市海淀区")));

        calls.put(
                "PUT /organisations/{organisation}/roll/{entry}",
                new Call(
                        university(),
                        "/organisations/%s/roll/%s"
                                .formatted(Market.UNIVERSITY, placed.student().number()),
                        Map.of("name", "Li Lei")));
        String unclaimed = "/organisations/%s/roll/u%s".formatted(Market.UNIVERSITY, placed.programme());
        assertThat(university().put(unclaimed, Map.of("name", "Lin Tao")).status())
                .isEqualTo(201);
        calls.put("DELETE /organisations/{organisation}/roll/{entry}", new Call(university(), unclaimed, null));
        String template = "/organisations/%s/export-templates/seen-version".formatted(Market.UNIVERSITY);
        Map<String, Object> columns = Map.of("columns", List.of(Map.of("heading", "备注", "text", "无")));
        assertThat(university().put(template, columns).status()).isEqualTo(201);
        calls.put(
                "PUT /organisations/{organisation}/export-templates/{template}",
                new Call(university(), template, columns));
        calls.put(
                "DELETE /organisations/{organisation}/export-templates/{template}",
                new Call(university(), template, null));
        calls.put(
                "PUT /import-vocabularies/{kind}",
                new Call(university(), "/import-vocabularies/students", Map.of("columns", Map.of())));
        String record = joint + "/joint-records/trees";
        assertThat(university().put(record, project()).status()).isEqualTo(201);
        calls.put("DELETE /programmes/{programme}/joint-records/{record}", new Call(university(), record, null));
        Map<String, Object> certificate = Map.of("level", "SENIOR", "number", "C-1", "issuedOn", "2026-05-20");
        assertThat(placing.student(placed)
                        .put("/people/me/certificates/ai-engineer", certificate)
                        .status())
                .isEqualTo(201);
        calls.put(
                "PUT /people/{person}/certificates/{occupation}",
                new Call(placing.student(placed), "/people/me/certificates/ai-engineer", certificate));
        calls.put(
                "DELETE /people/{person}/certificates/{occupation}",
                new Call(placing.student(placed), "/people/me/certificates/ai-engineer", null));
        calls.put(
                "POST /people/{person}/certificates/{occupation}/decisions",
                new Call(
                        university(),
                        "/people/%s/certificates/ai-engineer/decisions"
                                .formatted(placed.student().person()),
                        Map.of("decision", "VERIFY")));

        List<String> unchecked = new ArrayList<>();
        calls.forEach((operation, call) -> {
            Api.Answer answer = call.by()
                    .send(operation.split(" ")[0], call.path(), call.body(), Map.of("If-Match", "\"987654321\""));
            if (answer.status() != 412) {
                unchecked.add(operation + ": " + answer.json());
            }
            if (operation.startsWith("PUT ")) {
                boolean isThere = call.by().get(call.path()).status() == 200;
                Api.Answer made = call.by().send("PUT", call.path(), call.body(), Map.of("If-None-Match", "*"));
                if (made.status() != 412 && (isThere || made.status() != 201)) {
                    unchecked.add(operation + " made: " + made.json());
                }
            }
        });

        assertThat(unchecked).isEmpty();
        assertThat(calls.keySet()).containsExactlyInAnyOrderElementsOf(described());
    }

    private record Call(Api by, String path, @Nullable Object body) {}

    private Set<String> described() {
        Set<String> operations = new TreeSet<>();
        JsonNode paths = participants.operations().description().path("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    for (JsonNode parameter : operation.getValue().path("parameters")) {
                        if (parameter.path("name").asString().equals("If-Match")) {
                            operations.add(operation.getKey().toUpperCase(Locale.ROOT)
                                    + path.getKey().replaceFirst("/api/v1", " "));
                        }
                    }
                }));
        return operations;
    }

    private static Map<String, Object> project() {
        return Map.of(
                "kind",
                "PROJECT",
                "titleZh",
                "图",
                "titleEn",
                "Graphs",
                "organisation",
                Market.UNIVERSITY,
                "startsOn",
                "2027-01-01",
                "endsOn",
                "2027-12-31",
                "skills",
                List.of());
    }

    private Api.Answer put(String path, Object body, String seen) {
        return university().send("PUT", path, body, Map.of("If-Match", seen));
    }

    private Api university() {
        return participants.university(Market.UNIVERSITY);
    }
}
