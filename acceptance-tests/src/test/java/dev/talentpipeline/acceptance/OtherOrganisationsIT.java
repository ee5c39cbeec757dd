package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import dev.talentpipeline.stack.client.StackFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an organisation sees of another one's things: the same as of things that are not there. */
class OtherOrganisationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PipelineClient client = RunningStack.shared().client();

    @Test
    void anotherUniversitysStudentLooksLikeOneThatDoesNotExist() {
        // given
        Season season = Season.open(client, Map.of());
        JsonNode student = season.postStudent("S1", Map.of());
        PipelineSession other = other("UNIVERSITY");
        String id = student.get("id").asString();
        String unknown = "00000000-0000-4000-8000-000000000000";
        await("that the matcher has read of the student")
                .atMost(PATIENCE)
                .until(() -> season.university()
                                .get(season.path("/students/%s/ranking".formatted(id)))
                                .status()
                        == 200);

        // when
        List<Reply[]> pairs = Stream.of("/students/%s", "/students/%s/ranking")
                .map(path -> new Reply[] {
                    other.get(season.path(path.formatted(id))), other.get(season.path(path.formatted(unknown)))
                })
                .toList();

        // then
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair[0].status()).isEqualTo(404);
            assertThat(withoutInstance(pair[0], id)).isEqualTo(withoutInstance(pair[1], unknown));
        });
        assertThat(other.delete(season.path("/students/" + id)).status()).isEqualTo(404);
        assertThat(other.post("/api/v1/people/" + student.get("person").asString() + "/access", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(season.university().get(season.path("/students/S1")).status())
                .isEqualTo(200);
    }

    @Test
    void anotherCompanyNeitherChangesAnInternshipNorSeesItsCandidates() {
        // given
        Season season = Season.open(client, Map.of());
        String id = season.postInternship("R1", Map.of()).get("id").asString();
        PipelineSession other = other("COMPANY");

        // then
        assertThat(other.put(season.path("/internships/" + id), Season.internship("R1", Map.of("seats", 9)))
                        .successful())
                .isFalse();
        assertThat(other.get(season.path("/internships/" + id + "/candidates")).status())
                .isEqualTo(404);
        assertThat(Season.expect(season.company().get(season.path("/internships/R1")))
                        .get("seats")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRoleThatMayNotPostIsRefused() {
        Season season = Season.open(client, Map.of());
        assertThat(season.company()
                        .put(season.path("/students/S1"), Season.student("S1", Map.of()))
                        .status())
                .isEqualTo(403);
        assertThat(season.university()
                        .put(season.path("/internships/R1"), Season.internship("R1", Map.of()))
                        .status())
                .isEqualTo(403);
        assertThat(client.anonymous().get(season.path("/students")).status()).isEqualTo(401);
    }

    private PipelineSession other(String role) {
        return client.as(client.stack().clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .skip(1)
                .findFirst()
                .orElseThrow());
    }

    private static String withoutInstance(Reply reply, String id) {
        return reply.body().toString().replace(id, "ID").replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
