package dev.talentpipeline.console.university;

import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.StubbedDesks.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a university brings in and takes out: files, its roll, destinations. */
class UniversityFilesIT {

    private final StubbedDesks desks = new StubbedDesks();
    private final Map<String, String> answers = desks.answers();
    private final Browser li = desks.signedIn("li");

    @Test
    void whatAPageListsIsToBeHadAsAFileWithWhatNarrowsThePage() {
        String spring = "/api/v1/programmes/spring";
        Map<String, String> files = Map.of(
                "students?state=ACTIVE&standing=&name=%E7%8E%8B&major=",
                spring + "/students?name=%E7%8E%8B&amp;state=ACTIVE&amp;",
                "offers",
                spring + "/offers?",
                "endorsements",
                spring + "/endorsements?",
                "meetings?state=",
                spring + "/meetings?",
                "placements?state=STARTED",
                spring + "/placements?state=STARTED&amp;",
                "openings",
                spring + "/internships?state=WAITING&amp;",
                "companies?state=ENTERED",
                "/api/v1/organisations?kind=COMPANY&amp;state=ENTERED&amp;",
                "roll?claimed=false&school=",
                "/api/v1/organisations/beida/roll?claimed=false&amp;",
                "destinations?number=2024&name=wang",
                "/api/v1/organisations/beida/destinations?number=2024&amp;name=wang&amp;",
                "outcomes",
                "/api/v1/organisations/beida/roll-standing?programme=spring&amp;");
        files.forEach((page, file) -> assertThat(li.get("/university/" + page).body())
                .as(page)
                .contains("href=\"" + file + "format=XLSX&amp;language=en\" download"));
    }

    @Test
    void aFileWithABadRowShowsWhatIsWrongInItsPlaceAndCannotBeEntered() {
        answers.put("/api/v1/programmes/spring/imports/m-1", """
                {"id":"m-1","state":"READY","rows":{"read":2,"done":0,"new":1,"changed":0,"unchanged":0,"bad":1},
                 "columns":[{"at":1,"name":"学号","field":"number","taught":false},{"at":2,"name":"证件号","field":null,"taught":false}],
                 "skills":[{"text":"炼丹","skill":null,"nearest":["deep-learning"],"rows":1}],
                 "possible":["CANCEL","READ_AGAIN"],"leftOut":[{"path":"work[].summary","times":3},{"path":"sheet[经济学院]","times":240},{"path":"skills[] (row 512 …)","times":7}],"createdAt":"2026-11-29T10:00:00Z","expiresAt":"2026-11-29T11:00:00Z"}""");
        answers.put("/api/v1/programmes/spring/imports/m-1/rows", """
                {"items":[{"line":3,"standing":"BAD","anchor":"2024","values":{"name":"李","occupations":"ai-engineer"},"kept":[],
                  "problems":[{"column":"email","value":"bad","remedy":"Give one address."}]}],"next":null}""");

        String page = li.get("/university/imports/m-1?programme=spring").body();

        assertThat(desks.asked())
                .extracting(Asked::uri)
                .contains("/api/v1/programmes/spring/imports/m-1/rows?state=BAD&limit=25");
        assertThat(words(page))
                .contains("E-mail “bad” Give one address.", "To correct 1", "AI engineer")
                .contains(
                        "Left out",
                        "work[].summary 3 times",
                        "Sheet 经济学院, with 240 rows",
                        "7 more skills that were not recognised, from row 512 on");
        assertThat(page).doesNotContain("/commit\"");

        assertThat(page).contains("name=\"columns.2\"", "name=\"skill.0\"");
    }

    @Test
    void aColumnIsSetRightWithoutAnotherUpload() {
        ready("""
                {"at":1,"name":"学号","field":"number","taught":false},{"at":2,"name":"证件","field":"phone","taught":false},
                {"at":4,"name":"备注","field":null,"taught":false}""", """
                {"text":"炼丹","skill":null,"nearest":["deep-learning"],"rows":1}""");
        String page = li.get("/university/imports/m-1?programme=spring").body();
        assertThat(page).contains("<option value=\"phone\" selected=\"selected\">");
        Map<String, String> typed = fields(page);
        assertThat(typed)
                .containsEntry("columns.1", "number")
                .containsEntry("columns.2", "phone")
                .containsEntry("columns.4", "")
                .containsEntry("skill.0", "");
        typed.put("columns.2", "");
        typed.put("columns.4", "name");
        typed.put("remember", "true");

        HttpResponse<String> again = li.submit("/university/imports/m-1/readings", page, typed);

        assertThat(again.headers().firstValue("Location")).hasValue("/university/imports/m-1?programme=spring");
        Asked reading = desks.lastAsked();
        assertThat(reading.uri()).isEqualTo("/api/v1/programmes/spring/imports/m-1/readings");
        assertThat(json(reading.body()))
                .isEqualTo(
                        json(
                                "{\"columns\":{\"1\":\"number\",\"4\":\"name\"},\"skills\":{},\"occupations\":{},\"remember\":true}"));
        assertThat(reading.header("Idempotency-Key")).hasValue(typed.get("key"));

        answers.put("POST /api/v1/programmes/spring/imports/m-1/readings", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"columns.4","value":"number","remedy":"x"}]}""");
        typed.remove("remember");
        typed.put("columns.4", "number");
        typed.put("skill.0", "deep-learning 炼丹");
        HttpResponse<String> refused = li.submit("/university/imports/m-1/readings", page, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"column-4-fault\"", "Another column is taken for the same.")
                .contains("<option value=\"deep-learning 炼丹\" selected=\"selected\">");
        assertThat(json(desks.asked("POST").getLast().body()))
                .isEqualTo(
                        json(
                                "{\"columns\":{\"1\":\"number\",\"4\":\"number\"},\"skills\":{\"炼丹\":\"deep-learning\"},\"occupations\":{},\"remember\":false}"));
    }

    @Test
    void anOccupationIsSetRightWhetherItWasRecognisedOrNot() {
        ready("{\"at\":1,\"name\":\"学号\",\"field\":\"number\",\"taught\":false}", "");
        answers.computeIfPresent(
                "/api/v1/programmes/spring/imports/m-1", (path, file) -> file.replace("\"skills\":[]", """
                        "skills":[],"occupations":[{"text":"调参侠","nearest":["drone-pilot"],"rows":1},
                          {"text":"AI 工程师","occupation":"ai-engineer","nearest":["ai-engineer"],"rows":9}]"""));
        String page = li.get("/university/imports/m-1?programme=spring").body();
        assertThat(words(page)).contains("Occupations as recognised 调参侠 in 1 row not recognised: choose one");
        Map<String, String> typed = fields(page);
        assertThat(typed).containsEntry("occupation.0", "").containsEntry("occupation.1", "");
        typed.put("occupation.0", "drone-pilot 调参侠");
        typed.put("occupation.1", "iot-engineer AI 工程师");

        li.submit("/university/imports/m-1/readings", page, typed);

        assertThat(page).contains("value=\"drone-pilot 调参侠\"", "value=\"iot-engineer AI 工程师\"");
        assertThat(json(desks.lastAsked().body()).path("occupations"))
                .isEqualTo(json("{\"AI 工程师\":\"iot-engineer\",\"调参侠\":\"drone-pilot\"}"));
    }

    @Test
    void whichRowsGoToTheRollAloneIsSaidAndTheyAreShownByThemselves() {
        ready("{\"at\":1,\"name\":\"学号\",\"field\":\"number\",\"taught\":false}", "");
        answers.computeIfPresent(
                "/api/v1/programmes/spring/imports/m-1",
                (path, file) -> file.replace("\"bad\":0}", "\"bad\":0,\"rollOnly\":1}"));
        answers.put("/api/v1/programmes/spring/imports/m-1/rows", """
                {"items":[{"line":2,"standing":"NEW","anchor":"2024","values":{"name":"李"},"kept":[],"problems":[],"rollOnly":true}],"next":null}""");

        assertThat(words(li.get("/university/imports/m-1?programme=spring").body()))
                .contains("To the roll alone 1", "new to the roll alone");
        li.get("/university/imports/m-1?programme=spring&standing=ROLL");

        assertThat(desks.asked())
                .extracting(Asked::uri)
                .contains(
                        "/api/v1/programmes/spring/imports/m-1/rows?limit=25",
                        "/api/v1/programmes/spring/imports/m-1/rows?rollOnly=true&limit=25");
    }

    /** As many columns and unknown texts as a file may have, each text with characters that take nine bytes each in a form. */
    @Test
    void theLargestFileIsSetRightAsAnyOther() {
        ready(
                IntStream.rangeClosed(1, 500)
                        .mapToObj("{\"at\":%d,\"name\":\"列\",\"field\":\"researchTopics\",\"taught\":false}"::formatted)
                        .collect(Collectors.joining(",")),
                IntStream.range(0, 2_000)
                        .mapToObj(at -> "{\"text\":\"%s%04d\",\"skill\":null,\"nearest\":[%s],\"rows\":1}"
                                .formatted("技".repeat(196), at, at < 50 ? "\"deep-learning\"" : ""))
                        .collect(Collectors.joining(",")));
        String page = li.get("/university/imports/m-1?programme=spring").body();
        Map<String, String> typed = fields(page);
        for (int at = 0; at < 50; at++) {
            typed.put("skill." + at, "deep-learning %s%04d".formatted("技".repeat(196), at));
        }
        typed.put("remember", "true");

        HttpResponse<String> again = li.submit("/university/imports/m-1/readings", page, typed);

        assertThat(again.statusCode()).as(again.body()).isEqualTo(302);
        JsonNode sent = json(desks.lastAsked().body());
        assertThat(sent.path("columns").size()).isEqualTo(500);
        assertThat(sent.path("skills").size()).isEqualTo(50);
        assertThat(words(page)).as("is listed all the same").contains("技1999");
    }

    @Test
    void whatIsNotKeptIsNotReadAgain() {
        ready("{\"at\":1,\"name\":\"学号\",\"field\":\"number\",\"taught\":false}", "");
        answers.computeIfPresent(
                "/api/v1/programmes/spring/imports/m-1", (path, file) -> file.replace(",\"READ_AGAIN\"", ""));

        assertThat(li.get("/university/imports/m-1?programme=spring").body())
                .contains("学号", "/commit\"")
                .doesNotContain("/readings\"");
    }

    private void ready(String columns, String skills) {
        answers.put("/api/v1/programmes/spring/imports/m-1", """
                {"id":"m-1","state":"READY","rows":{"read":2,"done":0,"new":2,"changed":0,"unchanged":0,"bad":0},"columns":[%s],"skills":[%s],
                 "possible":["COMMIT","CANCEL","READ_AGAIN"],"createdAt":"2026-11-29T10:00:00Z","expiresAt":"2026-11-29T11:00:00Z"}""".formatted(columns, skills));
        answers.put("/api/v1/programmes/spring/imports/m-1/rows", "{\"items\":[],\"next\":null}");
        answers.put(
                "/api/v1/programmes/spring/imports/m-1/readings",
                "{\"id\":\"m-1\",\"state\":\"READING\",\"rows\":{\"read\":0,\"done\":0,\"new\":0,\"changed\":0,\"unchanged\":0,\"bad\":0}}");
    }

    /** What a browser would send of the form that has a file read again, untouched and without its box. */
    private static Map<String, String> fields(String page) {
        String form = page.substring(page.indexOf("/readings\""));
        form = form.substring(0, form.indexOf("</form>"));
        Map<String, String> fields = new TreeMap<>();
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"(?!_csrf)([^\"]+)\" value=\"([^\"]*)\"")
                .matcher(form);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        Matcher choice = Pattern.compile("(?s)<select[^>]* name=\"([^\"]+)\".*?</select>")
                .matcher(form);
        while (choice.find()) {
            Matcher chosen =
                    Pattern.compile("value=\"([^\"]*)\" selected=\"selected\"").matcher(choice.group());
            fields.put(choice.group(1), chosen.find() ? chosen.group(1) : "");
        }
        return fields;
    }

    @Test
    void aFileGoesToTheServiceAsItIs() {
        String page = li.get("/university/imports").body();
        answers.put(
                "/api/v1/programmes/spring/imports",
                "{\"id\":\"m-1\",\"state\":\"READING\",\"rows\":{\"read\":0,\"done\":0,\"new\":0,\"changed\":0,\"unchanged\":0,\"bad\":0}}");
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String body = part.formatted("_csrf", Browser.csrfToken(page))
                + part.formatted("programme", "spring")
                + part.formatted("key", UUID.randomUUID())
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n学号,姓名\n1,李\r\n--x--\r\n";

        HttpResponse<String> response =
                li.post("/university/imports", body, "Content-Type", "multipart/form-data; boundary=x");

        assertThat(response.headers().firstValue("Location")).hasValue("/university/imports/m-1?programme=spring");
        assertThat(desks.lastAsked().uri()).isEqualTo("/api/v1/programmes/spring/imports?kind=STUDENTS");
        assertThat(desks.lastAsked().body()).isEqualTo("学号,姓名\n1,李");
        assertThat(desks.lastAsked().header("Content-Length")).hasValue("19");
    }

    @Test
    void aRefusedFieldOfTheRollSaysSoAndKeepsWhatWasTyped() {
        answers.put("/api/v1/organisations/beida/roll/2024", """
                {"id":"e-1","number":"2024","name":"王小明","asked":0}""");
        String page = li.get("/university/roll/2024").body();
        answers.put("PUT /api/v1/organisations/beida/roll/2024", """
                {"type":"https://talentpipeline.dev/problems/invalid-fields","errors":[{"field":"email","value":"nowhere","remedy":"Give one address."}]}""");

        HttpResponse<String> response =
                li.submit("/university/roll/2024", page, Map.of("name", "王大明", "email", "nowhere"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(desks.asked("PUT"))
                .extracting(Asked::body)
                .containsExactly("{\"name\":\"王大明\",\"email\":\"nowhere\"}");
        assertThat(response.body()).contains("value=\"王大明\"", "value=\"nowhere\"", "id=\"email-fault\"");
    }

    @Test
    void aDestinationIsRecordedWithWhatTheAuthorityAsksFor() {
        answers.put("/api/v1/organisations/beida/roll/2024", """
                {"id":"e-1","number":"2024","name":"王小明","asked":0}""");
        answers.put("/api/v1/destination-kinds", "{\"items\":[],\"next\":null}");
        String list = "/api/v1/organisations/beida/roll/2024/destinations";
        answers.put(list, "{\"items\":[],\"next\":null}");
        String page = li.get("/university/destinations/2024").body();
        assertThat(page).contains("name=\"creditCode\"", "name=\"occupation\"");
        answers.put("POST " + list, "{\"id\":\"d-1\"}");

        li.submit(
                "/university/destinations/2024",
                page,
                Map.of(
                        "key", UUID.randomUUID().toString(),
                        "kind", "10",
                        "organisation", "Fuyu",
                        "creditCode", " 91310000MA1K35XH5T ",
                        "occupation", "ai-engineer"));

        assertThat(desks.asked("POST"))
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.body())
                                .isEqualTo(
                                        "{\"kind\":\"10\",\"organisation\":\"Fuyu\",\"creditCode\":\"91310000MA1K35XH5T\",\"occupation\":\"ai-engineer\"}"));
    }

    @Test
    void oneStudentIsEnteredByHandAndANumberThatIsThereIsNotWrittenOver() {
        String list = "/api/v1/programmes/spring/students";
        Map<String, String> typed = Map.of(
                "programme",
                "spring",
                "student",
                "2030",
                "name",
                "王大明",
                "email",
                "w@example.org",
                "degree",
                "MASTER",
                "major",
                "Law",
                "availableFrom",
                "2027-03-01",
                "availableUntil",
                "2027-09-01",
                "consent",
                "true");
        answers.put("PUT " + list + "/2030", """
                {"type":"https://talentpipeline.dev/problems/version-changed","detail":"It is there already, in version 3."}""");
        String page = li.get("/university/students/new?programme=spring").body();
        HttpResponse<String> taken = li.submit("/university/students/new", page, typed);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("This number is in the programme already", "value=\"王大明\"");
        assertThat(desks.asked("PUT").getLast().header("If-None-Match")).hasValue("*");
        Map<String, String> byId = new HashMap<>(typed);
        byId.put("student", "0d9f7a52-6f0b-4d6b-9d55-0a4a8f4c1e30");
        assertThat(li.submit("/university/students/new", page, byId).body()).contains("Give a student number.");
        assertThat(desks.asked("PUT")).hasSize(1);
        answers.put("PUT " + list + "/2030", "{\"id\":\"s-9\"}");

        HttpResponse<String> entered = li.submit("/university/students/new", page, typed);

        assertThat(entered.headers().firstValue("Location")).hasValue("/university/students/s-9?programme=spring");
        assertThat(desks.asked("PUT").getLast().body()).isEqualTo("""
                        {"name":"王大明","email":"w@example.org","degree":"MASTER","major":"Law","availableFrom":"2027-03-01",\
                        "availableUntil":"2027-09-01","remote":false,"consent":true}""");
    }

    @Test
    void schoolsAreListedAndEntered() {
        answers.put("/api/v1/organisations/beida/schools", """
                {"items":[{"id":"law","nameZh":"法学院","nameEn":"School of Law"}],"next":null}""");
        answers.put("PUT /api/v1/organisations/beida/schools/math", "{\"id\":\"math\"}");
        String page = li.get("/university/schools").body();

        HttpResponse<String> entered = li.submit(
                "/university/schools", page, Map.of("school", "math", "nameZh", "数学学院", "nameEn", "Mathematics"));

        assertThat(page).contains("School of Law", "/university/roll?school=law");
        assertThat(entered.headers().firstValue("Location")).hasValue("/university/schools");
        assertThat(desks.lastAsked().body()).contains("\"nameZh\":\"数学学院\"", "\"nameEn\":\"Mathematics\"");
    }

    @Test
    void theDestinationThatHoldsCanBeVerifiedVoidedAndReplaced() {
        String recorded = """
                {"id":"%s","state":"%s","kind":"10","kindEn":"Signed","organisation":"Fuyu"%s}""";
        answers.put("/api/v1/organisations/beida/roll/2024", """
                {"id":"e-1","number":"2024","name":"王小明","asked":0}""");
        answers.put("/api/v1/destination-kinds", "{\"items\":[],\"next\":null}");
        answers.put(
                "/api/v1/organisations/beida/roll/2024/destinations",
                "{\"items\":[%s,%s],\"next\":null}"
                        .formatted(
                                recorded.formatted("d-2", "CURRENT", ",\"possible\":[\"VERIFY\",\"VOID\"]"),
                                recorded.formatted("d-1", "SUCCEEDED", "")));

        String page = li.get("/university/destinations/2024").body();

        assertThat(page).contains("name=\"replaces\" value=\"d-2\"").doesNotContain("name=\"replaces\" value=\"d-1\"");
        assertThat(page).containsOnlyOnce("value=\"VERIFY\"").containsOnlyOnce("value=\"VOID\"");
        assertThat(words(page)).doesNotContain("CURRENT", "SUCCEEDED");

        answers.put(
                "/api/v1/organisations/beida/roll/2024/destinations",
                "{\"items\":[%s],\"next\":null}"
                        .formatted(recorded.formatted(
                                "d-3", "CURRENT", ",\"placement\":\"p-1\",\"verifiedAt\":\"2026-11-30T00:00:00Z\"")));
        assertThat(li.get("/university/destinations/2024").body())
                .as("of an agreement")
                .contains("name=\"replaces\" value=\"d-3\"")
                .doesNotContain("value=\"VERIFY\"", "value=\"VOID\"");
    }
}
