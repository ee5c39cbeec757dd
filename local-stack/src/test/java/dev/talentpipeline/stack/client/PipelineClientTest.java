package dev.talentpipeline.stack.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.stack.client.StubConsole.Answer;
import dev.talentpipeline.stack.client.StubConsole.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineClientTest {

    private static final Map<String, String> ORGANISATIONS =
            Map.of("univ-a", "UNIVERSITY", "co-b", "COMPANY", "operations", "OPERATIONS");

    @Test
    void asksForOneTokenPerClientAndKeepsIt() throws IOException {
        try (StubConsole console = console(request -> Answer.ok(Map.of()));
                PipelineClient client = new PipelineClient(console.stack())) {
            // when
            client.as("univ-a").get("/api/v1/programmes");
            client.as("univ-a").get("/api/v1/programmes");
            client.as("co-b").get("/api/v1/programmes");
            client.operations().get("/api/v1/programmes");

            // then
            assertThat(console.tokensGiven()).isEqualTo(3);
            assertThat(console.requests("GET", "/").map(Request::client))
                    .containsExactly("client-of-univ-a", "client-of-univ-a", "client-of-co-b", "client-of-operations");
        }
    }

    @Test
    void takesANewTokenWhenTheOldOneIsRefused() throws IOException {
        Function<Request, Answer> secondTokenOnly = request ->
                request.authorization().endsWith("-token-2") ? Answer.ok(Map.of()) : new Answer(401, Map.of());
        try (StubConsole console = console(secondTokenOnly);
                PipelineClient client = new PipelineClient(console.stack())) {
            assertThat(client.as("univ-a").get("/api/v1/programmes").status()).isEqualTo(200);
            assertThat(console.tokensGiven()).isEqualTo(2);
        }
    }

    @Test
    void answersARefusalOfEveryTokenAsItIs() throws IOException {
        try (StubConsole console = console(request -> new Answer(401, Map.of()));
                PipelineClient client = new PipelineClient(console.stack())) {
            assertThat(client.as("univ-a").get("/api/v1/programmes").status()).isEqualTo(401);
            assertThat(client.bearing("student").get("/api/v1/programmes").status())
                    .isEqualTo(401);
            assertThat(console.requests("GET", "/").map(Request::authorization))
                    .containsExactly(
                            "Bearer client-of-univ-a-token-1", "Bearer client-of-univ-a-token-2", "Bearer student");
        }
    }

    @Test
    void saysWhichClientWasGivenNoToken() throws IOException {
        try (StubConsole console = console(request -> Answer.ok(Map.of()))) {
            StackFile stack = console.stack();
            StackFile wrong = new StackFile(
                    stack.console(),
                    stack.kafka(),
                    stack.registry(),
                    stack.smtp(),
                    stack.mail(),
                    List.of(new StackFile.Client("client-of-univ-a", "guess", "UNIVERSITY", "univ-a")),
                    List.of());
            try (PipelineClient client = new PipelineClient(wrong)) {
                PipelineSession session = client.as("univ-a");
                assertThatThrownBy(() -> session.get("/api/v1/programmes"))
                        .isInstanceOf(TokenRefusedException.class)
                        .hasMessageContaining("client-of-univ-a")
                        .hasMessageContaining("401");
            }
        }
    }

    @Test
    void sendsDatesAsTextAndLeavesAbsentFieldsOut() throws IOException {
        InternshipBody remoteOnly = new InternshipBody(
                "Title",
                "Text",
                "ai-engineer",
                null,
                true,
                LocalDate.of(2027, 3, 1),
                12,
                4,
                4_000,
                2,
                Degree.BACHELOR,
                List.of(),
                List.of(new SkillLevel("python", 2)),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                null);
        try (StubConsole console = console(request -> Answer.ok(Map.of()));
                PipelineClient client = new PipelineClient(console.stack())) {
            client.as("co-b").put("/api/v1/programmes/p/internships/r", remoteOnly);

            var sent = console.requests("PUT", "/").findFirst().orElseThrow().body();
            assertThat(sent.has("region")).isFalse();
            assertThat(sent.has("applyBy")).isFalse();
            assertThat(sent.path("startsOn").asString()).isEqualTo("2027-03-01");
            assertThat(sent.path("minimumDegree").asString()).isEqualTo("BACHELOR");
            assertThat(sent.path("requiredSkills").toString()).isEqualTo("[{\"id\":\"python\",\"level\":2}]");
        }
    }

    @Test
    void postsUnderAnIdempotencyKeyOfItsOwnUnlessGivenOne() throws IOException {
        try (StubConsole console = console(request -> Answer.ok(Map.of()));
                PipelineClient client = new PipelineClient(console.stack())) {
            PipelineSession session = client.anonymous();
            session.post("/api/v1/a", Map.of());
            session.post("/api/v1/a", Map.of());
            session.post("/api/v1/a", Map.of(), "mine");

            List<String> keys =
                    console.requests("POST", "/").map(Request::idempotencyKey).toList();
            assertThat(keys).doesNotHaveDuplicates().doesNotContain("").endsWith("mine");
        }
    }

    @Test
    void readsTheFileOfARunningStack(@TempDir Path directory) throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("stack.json"), """
                {"console":"http://localhost:8080","kafka":"127.0.0.1:18092","registry":"http://127.0.0.1:18085",
                 "smtp":"127.0.0.1:18025","mail":"http://127.0.0.1:18026","somethingNew":1,
                 "clients":[{"id":"c","secret":"s","role":"OPERATIONS","org":"operations"}],
                 "users":[{"name":"ops","password":"p","role":"OPERATIONS","org":"operations"}]}
                """);

        // when
        StackFile stack = StackFile.read(file);

        // then
        assertThat(stack)
                .isEqualTo(new StackFile(
                        URI.create("http://localhost:8080"),
                        "127.0.0.1:18092",
                        URI.create("http://127.0.0.1:18085"),
                        "127.0.0.1:18025",
                        URI.create("http://127.0.0.1:18026"),
                        List.of(new StackFile.Client("c", "s", "OPERATIONS", "operations")),
                        List.of(new StackFile.User("ops", "p", "OPERATIONS", "operations"))));
        assertThatThrownBy(() -> stack.clientOf("univ-a")).hasMessageContaining("univ-a");
    }

    @Test
    void saysInOneLineWhatAProblemIs() throws IOException {
        Answer problem = new Answer(
                422,
                Map.of(
                        "title", "Unknown skill",
                        "detail", "No such skill in the catalogue.",
                        "field", "skills[0].id",
                        "value", "pytorh",
                        "remedy", "Use one of: pytorch."));
        try (StubConsole console = console(request -> problem);
                PipelineClient client = new PipelineClient(console.stack())) {
            assertThat(client.anonymous().get("/api/v1/a").summary())
                    .isEqualTo("422 Unknown skill: No such skill in the catalogue. (skills[0].id = pytorh)"
                            + " Use one of: pytorch.");
        }
    }

    @Test
    void aConnectionThatFailsIsAnException() throws IOException {
        StackFile gone;
        try (StubConsole console = console(request -> Answer.ok(Map.of()))) {
            gone = console.stack();
        }
        try (PipelineClient client = new PipelineClient(gone)) {
            Stream.of(client.anonymous(), client.as("univ-a"))
                    .forEach(session -> assertThatThrownBy(() -> session.get("/api/v1/programmes"))
                            .isInstanceOf(UncheckedIOException.class));
        }
    }

    private static StubConsole console(Function<Request, Answer> api) throws IOException {
        return StubConsole.start(ORGANISATIONS, api);
    }
}
