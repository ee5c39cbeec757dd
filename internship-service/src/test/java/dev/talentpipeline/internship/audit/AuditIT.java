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
