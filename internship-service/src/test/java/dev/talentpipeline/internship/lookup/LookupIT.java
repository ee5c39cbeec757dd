package dev.talentpipeline.internship.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class LookupIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNumberLeadsToThePersonAndTheirStudentsAndTheLookIsOnTheirTrail() {
        String programme = market.programme();
        Entered student = market.student(programme);

        List<JsonNode> found = found(Market.UNIVERSITY, student.number());

        assertThat(found)
                .extracting(
                        one -> one.path("kind").asString(),
                        one -> one.path("id").asString(),
                        one -> one.path("programme").asString(null))
                .containsExactly(tuple("PERSON", student.person(), null), tuple("STUDENT", student.id(), programme));
        assertThat(found.getFirst().propertyNames()).containsExactlyInAnyOrder("kind", "id", "programme");
        JsonNode look = trail(student.person()).stream()
                .filter(entry -> entry.path("deed").asString().equals("LOOKED_UP"))
                .findFirst()
                .orElseThrow();
        assertThat(look.path("by").path("role").asString()).isEqualTo("OPERATIONS");
        assertThat(look.toString()).doesNotContain(student.number());
        assertThat(found(Market.COMPANY, student.number())).isEmpty();
        assertThat(found("another-university", student.number())).isEmpty();
    }

    @Test
    void aReferenceLeadsToTheInternship() {
        String programme = market.programme();
        String internship = market.internship(programme);
        String reference = jdbc.sql("select reference from internship where id = ?::uuid")
                .param(internship)
                .query(String.class)
                .single();

        assertThat(found(Market.COMPANY, reference))
                .extracting(
                        one -> one.path("kind").asString(),
                        one -> one.path("id").asString())
                .contains(tuple("INTERNSHIP", internship));
        assertThat(found(Market.UNIVERSITY, reference)).isEmpty();
    }

    @Test
    void onlyOperationsLooksUp() {
        Entered student = market.student(market.programme());
        String path = path(Market.UNIVERSITY, student.number());

        for (Api other : List.of(
                participants.university(Market.UNIVERSITY),
                participants.company(Market.COMPANY),
                participants.student(Market.UNIVERSITY, student.person()))) {
            assertThat(other.get(path).status()).isEqualTo(403);
        }
        assertThat(participants.operations().get("/lookups?called=1").status()).isEqualTo(400);
        assertThat(trail(student.person()))
                .noneMatch(entry -> entry.path("deed").asString().equals("LOOKED_UP"));
    }

    private List<JsonNode> found(String organisation, String called) {
        Api.Answer answer = participants.operations().get(path(organisation, called));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("found").valueStream().toList();
    }

    private static String path(String organisation, String called) {
        return "/lookups?organisation=%s&called=%s".formatted(organisation, called);
    }

    private List<JsonNode> trail(String person) {
        return participants
                .operations()
                .get("/audit?person=" + person)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
