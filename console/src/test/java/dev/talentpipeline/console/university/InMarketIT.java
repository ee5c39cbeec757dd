package dev.talentpipeline.console.university;

import static dev.talentpipeline.console.Browser.json;
import static dev.talentpipeline.console.StubbedDesks.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedDesks;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMarketIT {

    private static final String STUDENT = "/api/v1/programmes/spring/students/s-1";
    private static final String PAGE = "/university/students/s-1?programme=spring";

    private final StubbedDesks desks = new StubbedDesks();
    private final Map<String, String> answers = desks.answers();
    private final Browser li = desks.signedIn("li");

    @Test
    void aStudentIsWithdrawnOnceItWasReadWhatThatDoes() {
        answers.put("DELETE " + STUDENT, "{\"id\":\"s-1\",\"version\":8,\"state\":\"WITHDRAWN\"}");
        String page = li.get(PAGE).body();

        HttpResponse<String> done =
                li.submit("/university/students/s-1/withdrawal", page, Map.of("programme", "spring"));

        assertThat(words(page))
                .contains("Withdraw 王小明?", "offers that they have not accepted are taken back")
                .doesNotContain("Put back into the market");
        assertThat(done.headers().firstValue("Location")).hasValue(PAGE);
        assertThat(desks.asked("DELETE")).extracting(Asked::uri).containsExactly(STUDENT);
        assertThat(li.get(PAGE).body()).contains("The student is withdrawn from the programme.");
    }

    @Test
    void whoeverIsPausedOrWithdrawnIsPutBackAsTheyAre() {
        for (String state : new String[] {"PAUSED", "WITHDRAWN"}) {
            answers.put(STUDENT, """
                    {"id":"s-1","version":7,"state":"%s","name":"王小明","email":"w@example.org","degree":"MASTER","major":"AI","skills":[{"id":"java","level":4}],
                     "preferences":["i-2"],"onlyThese":true,"consent":false,"consentAwaited":true,"attestedSkills":[{"id":"cad","level":2,"source":"COURSE"}]}""".formatted(state));
            String page = li.get(PAGE).body();

            HttpResponse<String> done =
                    li.submit("/university/students/s-1/return", page, Map.of("programme", "spring"));

            assertThat(words(page)).as(state).contains("Put back into the market");
            assertThat(page.contains("/s-1/withdrawal\"")).isEqualTo(state.equals("PAUSED"));
            assertThat(done.headers().firstValue("Location")).hasValue(PAGE);
            Asked put = desks.asked("PUT").getLast();
            assertThat(put.uri()).isEqualTo(STUDENT);
            assertThat(put.header("If-Match")).hasValue("\"7\"");
            assertThat(json(put.body())).isEqualTo(json("""
                            {"name":"王小明","email":"w@example.org","degree":"MASTER","major":"AI","skills":[{"id":"java","level":4}],
                             "preferences":["i-2"],"onlyThese":true,"consent":true}"""));
            assertThat(li.get(PAGE).body()).contains("The student is in the market again.");
        }
    }

    @Test
    void whatTheServiceRefusesIsSaid() {
        answers.put("DELETE " + STUDENT, """
                {"type":"https://talentpipeline.dev/problems/forbidden","detail":"They are of another school."}""");
        String page = li.get(PAGE).body();

        li.submit("/university/students/s-1/withdrawal", page, Map.of("programme", "spring"));

        assertThat(li.get(PAGE).body())
                .contains("They are of another school.")
                .doesNotContain("The student is withdrawn from the programme.");
    }
}
