package dev.talentpipeline.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.StubConsole;
import dev.talentpipeline.stack.client.StubConsole.Answer;
import dev.talentpipeline.stack.client.StubConsole.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnteringMembersTest {

    private static final BackOff BRIEF = new BackOff(3, Duration.ofMillis(1), Duration.ofMillis(2));
    private static final String FUYU = "/api/v1/organisations/co-fuyu-cloud";

    private final Map<String, Map<String, Object>> stored = new ConcurrentHashMap<>();

    @Test
    void entersEverybodyOnceAndVerifiesTheCompanies() throws Exception {
        try (StubConsole console = console(this::answer);
                PipelineClient client = new PipelineClient(console.stack())) {
            new EnteringMembers(client, BRIEF).enterAll();
            new EnteringMembers(client, BRIEF).enterAll();

            assertThat(console.requests("PUT", "/organisations/")).hasSize(12).allSatisfy(put -> {
                assertThat(put.client()).isEqualTo("client-of-operations");
                assertThat(put.body().path("creditCode").isMissingNode())
                        .isEqualTo(put.body().path("kind").asString().equals("UNIVERSITY"));
            });
            assertThat(console.requests("POST", "/decisions"))
                    .hasSize(8)
                    .allSatisfy(post ->
                            assertThat(post.body().path("decision").asString()).isEqualTo("VERIFY"));
        }
    }

    @Test
    void leavesWhatSomebodyDecidedAndCompletesWhatAnEarlierRunLeftOut() throws Exception {
        stored.put(FUYU, Map.of("state", "SUSPENDED"));
        String left = "/api/v1/organisations/co-gulan-intelligence";
        stored.put(left, Map.of("state", "ENTERED", "creditCode", DemoOrganisations.GULAN_INTELLIGENCE.creditCode()));
        try (StubConsole console = console(this::answer);
                PipelineClient client = new PipelineClient(console.stack())) {
            new EnteringMembers(client, BRIEF).enterAll();

            assertThat(console.requests("PUT", FUYU)).isEmpty();
            assertThat(console.requests("POST", FUYU)).isEmpty();
            assertThat(console.requests("PUT", left)).isEmpty();
            assertThat(console.requests("POST", left)).hasSize(1);
        }
    }

    @Test
    void saysWhatWasRefused() throws Exception {
        try (StubConsole console = console(request -> new Answer(403, Map.of("title", "Forbidden")));
                PipelineClient client = new PipelineClient(console.stack())) {
            assertThatThrownBy(() -> new EnteringMembers(client, BRIEF).enterAll())
                    .isInstanceOf(DemoLoadException.class)
                    .hasMessageStartingWith(
                            "The members of the demo were not entered: GET /api/v1/organisations/univ-linjiang-tech was answered with 403");
        }
    }

    /** The check character of GB 32100-2015, worked out here by itself: the platform takes no other. */
    @Test
    void everyCompanyHasASoundCodeOfItsOwn() {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var codes = new HashSet<String>();
        for (DemoOrganisation company : DemoOrganisations.companies()) {
            String code = String.valueOf(company.creditCode());
            int sum = IntStream.range(0, 18)
                    .map(at -> alphabet.indexOf(code.charAt(at))
                            * java.math.BigInteger.valueOf(3)
                                    .pow(at)
                                    .mod(java.math.BigInteger.valueOf(31))
                                    .intValue())
                    .limit(17)
                    .sum();
            assertThat((sum + alphabet.indexOf(code.charAt(17))) % 31).as(code).isZero();
            codes.add(code);
        }
        assertThat(codes).hasSize(8);
    }

    private static StubConsole console(Function<Request, Answer> api) throws IOException {
        return StubConsole.start(Map.of("operations", "OPERATIONS"), api);
    }

    private Answer answer(Request request) {
        String path = request.path();
        return switch (request.method()) {
            case "PUT" -> {
                String code = request.body().path("creditCode").asString("");
                stored.put(path, code.isEmpty() ? Map.of() : Map.of("state", "ENTERED", "creditCode", code));
                yield Answer.ok(stored.get(path));
            }
            case "POST" -> {
                stored.put(path.replace("/decisions", ""), Map.of("state", "VERIFIED"));
                yield Answer.ok(Map.of("state", "VERIFIED"));
            }
            default ->
                stored.containsKey(path) ? Answer.ok(stored.get(path)) : new Answer(404, Map.of("title", "Not found"));
        };
    }
}
