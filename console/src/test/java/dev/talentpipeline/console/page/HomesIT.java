package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubbedDesks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That nothing waits is said only where everything was looked at, to its end. */
class HomesIT {

    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String MORE = "{\"items\":[],\"next\":\"c2\"}";

    private final StubbedDesks desks = new StubbedDesks();

    @Test
    void aUniversityIsToldWhatIsCertain() {
        String counts = "{\"entries\":0,\"noProfile\":0,\"outOfMarket\":0,\"inMarket\":0,\"matched\":0}";
        desks.answers().put("/api/v1/organisations/beida/roll-standing", """
                {"all":{"entries":0,"unclaimed":%s,"claimed":%s,"consentAwaited":0},"items":[]}""".formatted(counts, counts));

        assertSaid(
                "li",
                "/university",
                "Nothing waits for you today.",
                "programmes/spring/endorsements",
                "programmes/spring/offers",
                "programmes/spring/internships",
                "organisations",
                "programmes/spring/imports");
    }

    @Test
    void aFileWithRowsToMendIsNotSaidToWaitForEntering() {
        desks.answers().put("/api/v1/programmes/spring/imports", """
                {"items":[{"id":"m-1","state":"READY","rows":{"read":9,"done":0,"new":9,"changed":0,"unchanged":0,"bad":0},"possible":["COMMIT","CANCEL"]},
                  {"id":"m-2","state":"READY","rows":{"read":9,"done":0,"new":9,"changed":0,"unchanged":0,"bad":2},"possible":["CANCEL"]},
                  {"id":"m-3","state":"READY","rows":{"read":9,"done":0,"new":9,"changed":0,"unchanged":0,"bad":3},"possible":["CANCEL"]}],"next":null}""");

        assertThat(StubbedDesks.words(desks.signedIn("li").get("/university").body()))
                .contains("wait for you to enter them: 1", "rows to correct before they can be entered: 2");
    }

    @Test
    void aCompanyIsToldWhatIsCertain() {
        assertSaid(
                "chen",
                "/company",
                "Nothing waits for you.",
                "programmes/spring/offers",
                "programmes/spring/meetings",
                "programmes/spring/placements");
    }

    private void assertSaid(String name, String home, String nothing, String... lists) {
        List<String> parts = Stream.of(lists).map("/api/v1/"::concat).toList();
        parts.forEach(part -> desks.answers().put(part, NONE));
        Browser person = desks.signedIn(name);
        assertThat(person.get(home).body()).contains(nothing);

        parts.forEach(part -> {
            desks.answers().remove(part);
            assertThat(person.get(home).body()).as("without " + part).doesNotContain(nothing);
            desks.answers().put(part, MORE);
            assertThat(person.get(home).body()).as("more of " + part).doesNotContain(nothing);
            desks.answers().put(part, NONE);
        });
    }
}
