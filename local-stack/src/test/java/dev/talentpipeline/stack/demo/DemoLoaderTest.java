package dev.talentpipeline.stack.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.StubConsole;
import dev.talentpipeline.stack.client.StubConsole.Answer;
import dev.talentpipeline.stack.client.StubConsole.Request;
import dev.talentpipeline.stack.demo.LoadProgress.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DemoLoaderTest {

    private static final DemoMarket WHOLE = DemoMarket.generate(106, Year.of(2027));
    private static final DemoMarket MARKET =
            new DemoMarket(WHOLE.internships(), WHOLE.students().subList(0, 20));
    private static final BackOff BRIEF = new BackOff(3, Duration.ofMillis(1), Duration.ofMillis(2));

    @Test
    void postsEachPartAsItsOwnerAndInternshipsFirst() throws Exception {
        try (StubConsole console = console(new Platform());
                PipelineClient client = new PipelineClient(console.stack())) {
            // given
            List<LoadProgress> progress = new ArrayList<>();

            // when
            boolean loaded = new DemoLoader(client, MARKET, BRIEF).load(progress::add);

            // then
            assertThat(loaded).isTrue();
            List<Request> puts =
                    console.requests("PUT", "/api/v1/programmes/demo").toList();
            assertThat(puts).hasSize(1 + 150 + 20);
            assertThat(puts.getFirst().client()).isEqualTo("client-of-operations");
            assertThat(puts.subList(1, 151)).allMatch(put -> put.path().contains("/internships/"));
            assertThat(puts.subList(151, 171)).allMatch(put -> put.path().contains("/students/"));
            for (DemoInternship internship : MARKET.internships()) {
                assertThat(puts)
                        .filteredOn(put -> put.path().endsWith("/internships/" + internship.reference()))
                        .singleElement()
                        .extracting(Request::client)
                        .isEqualTo("client-of-" + internship.company().id());
            }
            assertThat(progress)
                    .startsWith(
                            new LoadProgress(Step.PROGRAMME, 1, 1),
                            new LoadProgress(Step.INTERNSHIPS, 1, 150),
                            new LoadProgress(Step.INTERNSHIPS, 2, 150))
                    .endsWith(new LoadProgress(Step.STUDENTS, 20, 20))
                    .hasSize(171);
        }
    }

    @Test
    void holdsANewProgrammeUntilEverybodyIsInIt() throws Exception {
        Platform platform = new Platform();
        List<String> changes = new CopyOnWriteArrayList<>();
        Function<Request, Answer> noting = request -> {
            if (!request.method().equals("GET")) {
                changes.add(request.method() + " " + request.path() + " "
                        + request.body().path("state").asString(""));
            }
            return platform.apply(request);
        };
        try (StubConsole console = console(noting);
                PipelineClient client = new PipelineClient(console.stack())) {
            load(client);

            assertThat(changes)
                    .hasSize(1 + 1 + 150 + 20 + 1)
                    .startsWith("PUT /api/v1/programmes/demo ", "POST /api/v1/programmes/demo/state HELD")
                    .endsWith("POST /api/v1/programmes/demo/state RUNNING");
        }
    }

    @Test
    void letsGoWhatAnEarlierRunHasLeftHeldAndNothingElse() throws Exception {
        assertThat(statesAskedForOf("HELD", 2)).containsExactly("RUNNING");
        assertThat(statesAskedForOf("HELD", 4)).isEmpty();
        assertThat(statesAskedForOf("RUNNING", 2)).isEmpty();
        assertThat(statesAskedForOf("PAUSED", 2)).isEmpty();
    }

    private static List<String> statesAskedForOf(String state, long version) throws Exception {
        Platform platform = new Platform();
        Function<Request, Answer> existing = request -> request.method().equals("GET")
                ? Answer.ok(Map.of("id", "demo", "state", state, "version", version))
                : platform.apply(request);
        try (StubConsole console = console(existing);
                PipelineClient client = new PipelineClient(console.stack())) {
            load(client);

            return console.requests("POST", "/api/v1/programmes/demo/state")
                    .map(request -> request.body().path("state").asString(""))
                    .toList();
        }
    }

    @Test
    void sendsChoicesAsIds() throws Exception {
        try (StubConsole console = console(new Platform());
                PipelineClient client = new PipelineClient(console.stack())) {
            load(client);

            for (DemoStudent student : MARKET.students()) {
                JsonNode sent = console.requests("PUT", "/students/" + student.number())
                        .findFirst()
                        .orElseThrow()
                        .body();
                assertThat(strings(sent.path("preferences")))
                        .isEqualTo(student.body().preferences().stream()
                                .map(Platform::idOf)
                                .toList());
                assertThat(sent.path("name").asString())
                        .isEqualTo(student.body().name());
            }
            assertThat(MARKET.students())
                    .anyMatch(student -> !student.body().preferences().isEmpty());
        }
    }

    @Test
    void loadingAgainPutsTheSameAndLeavesTheProgrammeAlone() throws Exception {
        try (StubConsole console = console(new Platform());
                PipelineClient client = new PipelineClient(console.stack())) {
            load(client);
            Map<String, JsonNode> first = bodies(console.requests("PUT", "/demo/"));
            load(client);
            Map<String, JsonNode> both = bodies(console.requests("PUT", "/demo/"));

            assertThat(both).isEqualTo(first).hasSize(170);
            assertThat(console.requests("PUT", "/demo/")).hasSize(2 * 170);
            assertThat(console.requests("PUT", "/api/v1/programmes/demo")
                            .filter(put -> put.path().endsWith("/demo")))
                    .hasSize(1);
        }
    }

    @Test
    void postsNothingIntoAClosedProgramme() throws Exception {
        Function<Request, Answer> closed = request -> Answer.ok(Map.of("id", "demo", "state", "CLOSED"));
        try (StubConsole console = console(closed);
                PipelineClient client = new PipelineClient(console.stack())) {
            assertThat(new DemoLoader(client, MARKET, BRIEF).load(step -> {})).isFalse();
            assertThat(console.requests("PUT", "/")).isEmpty();
        }
    }

    @Test
    void repeatsWhatMetABusyServer() throws Exception {
        Platform platform = new Platform();
        Set<String> met = ConcurrentHashMap.newKeySet();
        Function<Request, Answer> busyAtFirst = request -> met.add(request.method() + request.path())
                ? new Answer(503, Map.of("title", "Busy"))
                : platform.apply(request);
        try (StubConsole console = console(busyAtFirst);
                PipelineClient client = new PipelineClient(console.stack())) {
            load(client);

            assertThat(platform.stored()).hasSize(1 + 150 + 20);
        }
    }

    @Test
    void saysWhatWasRefusedAndWhyAndStops() throws Exception {
        Platform platform = new Platform();
        Function<Request, Answer> refusing = request -> request.path().contains("/internships/GULAN-001")
                ? new Answer(
                        422,
                        Map.of(
                                "title", "Unknown occupation",
                                "detail", "The catalogue has no such occupation.",
                                "field", "occupation",
                                "value", "ai-wizard",
                                "remedy", "Use one of: ai-engineer."))
                : platform.apply(request);
        try (StubConsole console = console(refusing);
                PipelineClient client = new PipelineClient(console.stack())) {
            assertThatThrownBy(() -> load(client))
                    .isInstanceOf(DemoLoadException.class)
                    .hasMessage("The demo programme was not loaded: PUT"
                            + " /api/v1/programmes/demo/internships/GULAN-001 was answered with 422 Unknown occupation:"
                            + " The catalogue has no such occupation. (occupation = ai-wizard) Use one of:"
                            + " ai-engineer.");
            assertThat(console.requests("PUT", "/internships/GULAN-001")).hasSize(1);
            assertThat(console.requests("PUT", "/students/")).isEmpty();
        }
    }

    @Test
    void saysThatThePlatformCannotBeReached() throws Exception {
        DemoLoader loader;
        try (StubConsole console = console(new Platform())) {
            loader = new DemoLoader(new PipelineClient(console.stack()), MARKET, BRIEF);
        }
        assertThatThrownBy(() -> loader.load(step -> {}))
                .isInstanceOf(DemoLoadException.class)
                .hasMessageStartingWith("The demo programme was not loaded: GET /api/v1/programmes/demo failed: ")
                .hasMessageContaining("ConnectException");
    }

    @Test
    void keepsEightRequestsInFlightAndNoMore() throws Exception {
        Platform platform = new Platform();
        CountDownLatch eight = new CountDownLatch(8);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Function<Request, Answer> counting = request -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                if (request.path().contains("/internships/")) {
                    eight.countDown();
                    assertThat(eight.await(10, SECONDS)).isTrue();
                }
                return platform.apply(request);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            } finally {
                inFlight.decrementAndGet();
            }
        };
        try (StubConsole console = console(counting);
                PipelineClient client = new PipelineClient(console.stack())) {
            load(client);

            assertThat(most).hasValue(8);
        }
    }

    private static void load(PipelineClient client) throws InterruptedException {
        new DemoLoader(client, MARKET, BRIEF).load(step -> {});
    }

    private static StubConsole console(Function<Request, Answer> api) throws IOException {
        Map<String, String> organisations = new LinkedHashMap<>();
        organisations.put("operations", "OPERATIONS");
        DemoOrganisations.all()
                .forEach(member -> organisations.put(member.id(), member.role().name()));
        return StubConsole.start(organisations, api);
    }

    private static Map<String, JsonNode> bodies(Stream<Request> requests) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        requests.forEach(request -> bodies.put(request.path(), request.body()));
        return bodies;
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** Keeps what is put under its path and answers it with an id. */
    private static final class Platform implements Function<Request, Answer> {

        private final Map<String, JsonNode> stored = new ConcurrentHashMap<>();

        static String idOf(String reference) {
            return "id-of-" + reference;
        }

        Map<String, JsonNode> stored() {
            return stored;
        }

        @Override
        public Answer apply(Request request) {
            if (request.method().equals("PUT")) {
                stored.put(request.path(), request.body());
            }
            if (request.method().equals("POST")) {
                return Answer.ok(Map.of("state", request.body().path("state").asString()));
            }
            if (!stored.containsKey(request.path())) {
                return new Answer(404, Map.of("title", "Not found"));
            }
            String name = request.path().substring(request.path().lastIndexOf('/') + 1);
            return Answer.ok(Map.of("id", idOf(name), "state", "RUNNING"));
        }
    }
}
