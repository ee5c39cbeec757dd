package dev.talentpipeline.internship.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Possible;
import dev.talentpipeline.internship.support.RunningService;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is said that a side could do in a meeting, or with a share code, is what it could. */
@RunningService
class PossibleActsInMeetingIT {

    private static final Instant AHEAD = Instant.parse("2100-03-01T09:00:00Z");

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("INVITED", Map.of()),
                Arguments.of("OPEN", Map.of("student", "PROPOSE_INTERVIEW", "company", "PROPOSE_INTERVIEW")),
                Arguments.of("ENDED", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theTwoWhoMeetProposeATime(String state, Map<String, String> told) {
        Meeters two = meeters();
        String meeting = in(state, two);

        Possible possible = Possible.at(
                () -> "/meetings/" + meeting,
                Map.of("PROPOSE_INTERVIEW", (side, path) -> two.propose(side, meeting, AHEAD)));

        assertThat(possible.holds(sides(two))).isEqualTo(told);
    }

    /** To show it changes no meeting: what it is answered says whether it was done. */
    @ParameterizedTest
    @CsvSource({"INVITED, 409", "OPEN, 200", "ENDED, 409"})
    void onlyTheStudentShowsADossier(String state, int answered) {
        Meeters two = meeters();
        String path = "/meetings/" + in(state, two);

        sides(two).forEach((name, side) -> {
            boolean themselves = name.equals("student");
            assertThat(side.get(path).json().path("possible").toString().contains("\"SHARE_DOSSIER\""))
                    .as(name)
                    .isEqualTo(themselves && answered == 200);
            assertThat(side.post(path + "/dossier", Map.of("share", true)).status())
                    .as(name)
                    .isEqualTo(themselves ? answered : 403);
        });
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, REVOKE", "REVOKED,", "EXPIRED,", "REDEEMED,"})
    void aCodeIsRevokedWhileItCanBeRedeemed(String state, String told) {
        Map<String, Api> student = new LinkedHashMap<>();
        Meeters[] latest = {meeters()};
        student.put("student", latest[0].own());
        String path = "/programmes/%s/students/%s/share-codes"
                .formatted(latest[0].programme(), latest[0].student().id());

        Possible possible = new Possible(
                () -> {
                    String code = latest[0].shareCode();
                    String id = jdbc.sql("select id from share_code where hash = ?")
                            .param(ShareCode.hash(code))
                            .query(String.class)
                            .single();
                    switch (state) {
                        case "REVOKED" -> latest[0].own().delete(path + "/" + id);
                        case "EXPIRED" ->
                            jdbc.sql("update share_code set expires_at = now() - interval '1 second' where hash = ?")
                                    .param(ShareCode.hash(code))
                                    .update();
                        case "REDEEMED" -> Meeters.redeem(latest[0].company(), code);
                        default -> {}
                    }
                    return id;
                },
                (reader, id) -> code(reader.get(path).json(), id),
                Map.of("REVOKE", (reader, id) -> reader.delete(path + "/" + id)));

        assertThat(possible.holds(student)).isEqualTo(told == null ? Map.of() : Map.of("student", told));
    }

    private static JsonNode code(JsonNode list, String id) {
        return list.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Meeters meeters() {
        return Meeters.in(participants, market, market.programme());
    }

    private static String in(String state, Meeters two) {
        if (state.equals("INVITED")) {
            return two.invited();
        }
        String meeting = two.met();
        if (state.equals("ENDED")) {
            assertThat(two.decide(two.own(), meeting, "END", "no-fit").text("state"))
                    .isEqualTo("ENDED");
        }
        return meeting;
    }

    private static Map<String, Api> sides(Meeters two) {
        Map<String, Api> sides = new LinkedHashMap<>();
        sides.put("student", two.own());
        sides.put("company", two.company());
        sides.put("university", two.university());
        return sides;
    }
}
