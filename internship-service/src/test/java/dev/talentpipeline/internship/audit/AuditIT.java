package dev.talentpipeline.internship.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.kit.security.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class AuditIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Placing placing;

    @Test
    void tellsWhoBroughtAboutEachStateOfAnOffer() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        var proposal = Matcher.proposal(programme, 1, student.id(), internship);
        String cause = matcher.emit(proposal);
        String offer = proposal.getOfferId();
        market.awaitState(offer, "EXTENDED");
        participants
                .student(Market.UNIVERSITY, student.person())
                .send(
                        "POST",
                        "/offers/%s/decisions".formatted(offer),
                        Map.of("decision", "ACCEPT"),
                        Map.of("X-Correlation-Id", "accepting-" + offer));
        market.decideAsCompany(offer, "RELEASE", "project-stopped");

        List<JsonNode> entries = entries(participants.operations(), "?entity=" + offer);

        assertThat(entries)
                .extracting(
                        entry -> entry.path("deed").asString(),
                        entry -> entry.path("version").asString(),
                        entry -> entry.path("facts").path("state").asString(),
                        entry -> entry.path("by").path("role").asString(),
                        entry -> entry.path("by").path("subject").asString())
                .containsExactly(
                        tuple("CHANGED", "1", "EXTENDED", "MATCHING", "matching-service"),
                        tuple("CHANGED", "2", "ACCEPTED", "STUDENT", "test-tsinghua"),
                        tuple("CHANGED", "3", "CONFIRMED", "STUDENT", "test-tsinghua"),
                        tuple("RELEASE_ASKED", "", "CONFIRMED", "COMPANY", "test-acme-ai"));
        assertThat(entries.getFirst().path("causation").asString()).isEqualTo(cause);
        assertThat(entries.get(1).path("correlation").asString()).isEqualTo("accepting-" + offer);
        assertThat(entries.get(1).path("facts").toString())
                .contains(
                        programme,
                        student.id(),
                        student.person(),
                        internship,
                        "\"startsOn\":\"2027-03-01\"",
                        "\"endsOn\":\"2027-08-29\"",
                        "\"daysPerWeek\":\"4\"");
        // and a reason, which somebody wrote, is not on it
        assertThat(entries.toString()).doesNotContain("project-stopped");
    }

    @Test
    void whatIsOnItLeadsToTheStatesThatTheTablesHold() {
        String programme = market.programme();
        String internship = market.internship(programme);
        Entered first = market.student(programme);
        Entered second = market.student(programme);
        market.decide(first, market.offer(programme, first, internship), "ACCEPT");
        market.offer(programme, second, internship);
        participants
                .university(Market.UNIVERSITY)
                .delete("/programmes/%s/students/%s".formatted(programme, second.id()));

        Map<String, String> replayed = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        for (JsonNode entry : entries(participants.operations(), "?kind=OFFER")) {
            String id = entry.path("id").asString();
            if (programme.equals(entry.path("facts").path("programme").asString())
                    && entry.path("deed").asString().equals("CHANGED")) {
                assertThat(entry.path("version").asLong()).isEqualTo(versions.merge(id, 1L, Long::sum));
                replayed.put(id, entry.path("facts").path("state").asString());
            }
        }

        Map<String, String> held = new HashMap<>();
        jdbc.sql("select id, state from offer where programme = ?")
                .param(programme)
                .query(row -> {
                    held.put(row.getString("id"), row.getString("state"));
                });
        assertThat(held).hasSize(2).containsValues("CONFIRMED", "RESCINDED");
        assertThat(replayed).isEqualTo(held);
        assertThat(entries(participants.operations(), "?entity=" + internship)
                        .getFirst()
                        .path("facts")
                        .path("seats")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void tellsWhoActedOnWhoseBehalf() {
        String programme = Participants.newProgramme();
        participants
                .usedBy("colleague", Role.UNIVERSITY, Market.UNIVERSITY)
                .put("/programmes/" + programme, Bodies.programme());

        JsonNode by = entries(participants.operations(), "?entity=" + programme)
                .getFirst()
                .path("by");

        assertThat(by.toString())
                .isEqualTo(
                        "{\"role\":\"UNIVERSITY\",\"subject\":\"colleague\",\"onBehalfOf\":\"test-tsinghua\",\"org\":\"tsinghua\"}");
    }

    @Test
    void holdsActsThatMakeNoVersion() {
        String programme = market.programme();
        Entered student = market.student(programme);
        participants.university(Market.UNIVERSITY).post("/people/" + student.person() + "/access", null);

        assertThat(entries(participants.student(Market.UNIVERSITY, student.person()), ""))
                .extracting(
                        entry -> entry.path("deed").asString(),
                        entry -> entry.path("entity").asString())
                .containsExactly(
                        tuple("CHANGED", "PERSON"), tuple("CHANGED", "STUDENT"), tuple("ACCESS_GRANTED", "PERSON"));
        // while a refused act leaves nothing
        participants.university("pku").post("/people/" + student.person() + "/access", null);
        assertThat(entries(participants.operations(), "?person=" + student.person()))
                .hasSize(3);
    }

    @Test
    void holdsWhoDraftedAndSignedAnAgreement() {
        Placed drafted = placing.drafted(placing.confirmed());
        placing.university().put(drafted.agreement(), Placing.agreement());
        placing.sign(placing.company(), drafted);
        assertThat(placing.sign(placing.company(), drafted).status()).isEqualTo(409);
        placing.sign(placing.student(drafted), drafted);

        assertThat(entries(placing.student(drafted), "?kind=AGREEMENT"))
                .extracting(
                        entry -> entry.path("deed").asString(),
                        entry -> entry.path("version").asString(),
                        entry -> entry.path("facts").path("offer").asString(),
                        entry -> entry.path("facts").path("revision").asString(),
                        entry -> entry.path("facts").path("party").asString(),
                        entry -> entry.path("by").path("role").asString())
                .containsExactly(
                        tuple("AGREEMENT_DRAFTED", "1", drafted.offer(), "1", "UNIVERSITY", "UNIVERSITY"),
                        tuple("AGREEMENT_REVISED", "2", drafted.offer(), "2", "UNIVERSITY", "UNIVERSITY"),
                        tuple("AGREEMENT_SIGNED", "3", drafted.offer(), "2", "COMPANY", "COMPANY"),
                        tuple("AGREEMENT_SIGNED", "4", drafted.offer(), "2", "STUDENT", "STUDENT"));
        assertThat(entries(participants.company("other-co"), "?kind=AGREEMENT")).isEmpty();
    }

    @Test
    void holdsWhatIsEnteredForEverybody() {
        Api operations = participants.operations();
        String id = "x-" + UUID.randomUUID();
        Map<String, Object> words = Map.of("en", "x", "zh", "y");
        Map<String, Object> days = Map.of("zone", "Asia/Shanghai", "holidays", List.of("2027-10-03"));
        Map<String, Object> names = Map.of("nameZh", "y", "nameEn", "x");
        Api university = participants.university(id);
        university.put("/organisations/" + id, Bodies.university(id));
        // once for each that changes something, and once more that does not
        for (int i = 0; i < 2; i++) {
            operations.put("/calendars/" + id, days);
            operations.put("/catalogue/reasons/VETO/" + id, words);
            university.put("/organisations/%s/schools/ai".formatted(id), names);
        }
        operations.put("/catalogue/reasons/VETO/" + id, Map.of("en", "z", "zh", "y"));
        assertThat(university.put("/calendars/" + id, days).status()).isEqualTo(403);

        assertThat(deeds(operations, id)).containsExactly("CHANGED CALENDAR OPERATIONS");
        assertThat(deeds(operations, "VETO/" + id))
                .containsExactly("REASON_ENTERED REASON OPERATIONS", "REASON_CHANGED REASON OPERATIONS");
        assertThat(deeds(university, id + "/ai")).containsExactly("CHANGED SCHOOL UNIVERSITY");
    }

    private static List<String> deeds(Api reader, String entity) {
        return entries(reader, "?entity=" + entity).stream()
                .map(entry -> "%s %s %s"
                        .formatted(
                                entry.path("deed").asString(),
                                entry.path("entity").asString(),
                                entry.path("by").path("role").asString()))
                .toList();
    }

    @Test
    void anOrganisationReadsWhatConcernsItsOwn() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String internship = market.internship(programme);
        String offer = market.offer(programme, student, internship);
        String rejected =
                market.admitted(Matcher.proposal(programme, 2, student.id(), internship, 1, 9, 1), "REJECTED STALE");

        Api company = participants.company(Market.COMPANY);
        assertThat(entries(company, "?entity=" + offer).toString())
                .contains("EXTENDED", student.id())
                .doesNotContain(student.person());
        assertThat(entries(company, "?entity=" + student.id())).isEmpty();
        // who exactly did it stays with their own
        assertThat(entries(company, "?entity=" + programme)).isEmpty();
        market.decide(student, offer, "DECLINE");
        assertThat(entries(company, "?entity=" + offer).getLast().path("by").toString())
                .isEqualTo("{\"role\":\"STUDENT\",\"org\":\"tsinghua\"}");
        assertThat(entries(participants.university(Market.UNIVERSITY), "?entity=" + offer)
                        .getLast()
                        .path("by")
                        .path("subject")
                        .asString())
                .isEqualTo("test-tsinghua");
        // others, of the same kind or not, see nothing of it
        assertThat(List.of(participants.company("other-co"), participants.university("pku")))
                .allSatisfy(
                        other -> assertThat(entries(other, "?entity=" + offer)).isEmpty());
        assertThat(entries(company, "?entity=" + rejected)).isEmpty();
        assertThat(entries(participants.operations(), "?entity=" + rejected)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set deed = 'READ' where entity_id = ?",
                "update audit set by_subject = 'somebody' where entity_id = ?",
                "update audit set by_subject = 'erased' where entity_id = ?",
                "delete from audit where entity_id = ?"
            })
    void isOnlyAddedTo(String attempt) {
        String programme = market.programme();

        assertThatThrownBy(() -> jdbc.sql(attempt).param(programme).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThat(entries(participants.operations(), "?entity=" + programme)).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        Api.Answer answer = participants.operations().get("/audit?from=yesterday&person=wang&cursor=x&limit=0");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("from", "person", "cursor", "limit");
        assertThat(entries(participants.operations(), "?from=2100-01-01T00:00:00Z"))
                .isEmpty();
        assertThat(participants
                        .operations()
                        .get("/audit?entity=" + UUID.randomUUID())
                        .json()
                        .path("items"))
                .isEmpty();
    }

    /** All pages of it. */
    private static List<JsonNode> entries(Api reader, String query) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            Api.Answer page = reader.get("/audit" + (query.isEmpty() ? "?" : query + "&") + "limit=200" + cursor);
            assertThat(page.status()).as(page.json().toString()).isEqualTo(200);
            page.json().path("items").forEach(entries::add);
            cursor = page.json().path("next").isNull() ? "" : "&cursor=" + page.text("next");
        } while (!cursor.isEmpty());
        return entries;
    }
}
