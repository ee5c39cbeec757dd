package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import dev.talentpipeline.stack.client.StudentBody;
import dev.talentpipeline.stack.demo.LoadProgress.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Posts the demo market over HTTP, each part as the organisation that owns it: the programme if there is none, then
 * internships, then students, whose choices need the internships' ids.
 *
 * <p>A new programme is held until everybody is in it, as one would do it with a cohort of one's own: nobody is matched with half of a market, and nobody waits for a machine that has only just begun.
 *
 * <p>Everything is a PUT under the owner's own number, so loading again changes nothing and completes what an earlier
 * run left out; but it also sets back what somebody changed in between. Waits for a busy or starting server; the first
 * refusal ends it.
 */
public final class DemoLoader {

    public static final String PROGRAMME = "demo";

    private static final String PATH = "/api/v1/programmes/" + PROGRAMME;
    private static final String NOT_LOADED = "The demo programme was not loaded";
    private static final int IN_FLIGHT = 8;
    /** Set up, then held. */
    private static final long VERSION_HELD_HERE = 2;

    private final PipelineClient client;
    private final DemoMarket market;
    private final PatientRequests requests;

    public DemoLoader(PipelineClient client, DemoMarket market) {
        this(client, market, BackOff.ABOUT_A_MINUTE);
    }

    public DemoLoader(PipelineClient client, DemoMarket market, BackOff backOff) {
        this.client = client;
        this.market = market;
        this.requests = new PatientRequests(backOff, NOT_LOADED);
    }

    /**
     * Loads the market and returns when everything is acknowledged.
     *
     * @param progress told of each acknowledged part, on the calling thread
     * @return false if there was nothing to do because the programme is closed
     * @throws DemoLoadException if the platform refused a part or could not be reached
     */
    public boolean load(Consumer<LoadProgress> progress) throws InterruptedException {
        Found found = openProgramme();
        if (found == Found.CLOSED) {
            return false;
        }
        progress.accept(new LoadProgress(Step.PROGRAMME, 1, 1));
        Map<String, String> internshipIds = postInternships(progress);
        postStudents(internshipIds, progress);
        if (found == Found.HELD_HERE) {
            become("RUNNING");
        }
        return true;
    }

    /** How the programme is before it is filled. */
    private enum Found {
        /** Held by this loader, now or in an earlier run that did not come to its end. */
        HELD_HERE,
        AS_OTHERS_WANT_IT,
        CLOSED
    }

    private Found openProgramme() {
        PipelineSession operations = client.operations();
        Reply existing = requests.answered("GET", PATH, () -> operations.get(PATH));
        if (existing.status() == 404) {
            put(operations, PATH, programme());
            become("HELD");
            return Found.HELD_HERE;
        }
        if (!existing.successful()) {
            throw requests.refused("GET", PATH, existing);
        }
        return switch (existing.body().path("state").asString("")) {
            case "CLOSED" -> Found.CLOSED;
            // A version further on, somebody else has had a say.
            case "HELD" ->
                existing.body().path("version").asLong(0) == VERSION_HELD_HERE
                        ? Found.HELD_HERE
                        : Found.AS_OTHERS_WANT_IT;
            default -> Found.AS_OTHERS_WANT_IT;
        };
    }

    private void become(String state) {
        String path = PATH + "/state";
        String key = UUID.randomUUID().toString();
        PipelineSession operations = client.operations();
        requests.successful("POST", path, () -> operations.post(path, Map.of("state", state), key));
    }

    private static Map<String, Object> programme() {
        return Map.of(
                "name", "Demo: AI and digital talent · 演示项目：人工智能与数字人才联合培养",
                "mode", "ROLLING",
                "clearingInterval", "PT1S",
                "responseWindow", "P7D",
                "lists", "FILLED",
                "offerPolicy", "AUTOMATIC",
                "universityEndorsement", false,
                "consentBy", "UNIVERSITY",
                "seed", "talent-pipeline-demo");
    }

    private Map<String, String> postInternships(Consumer<LoadProgress> progress) throws InterruptedException {
        Map<String, String> ids = new ConcurrentHashMap<>();
        List<Callable<Void>> posts = new ArrayList<>();
        for (DemoInternship internship : market.internships()) {
            posts.add(() -> {
                String path = PATH + "/internships/" + internship.reference();
                Reply reply = put(client.as(internship.company().id()), path, internship.body());
                ids.put(internship.reference(), id(reply, path));
                return null;
            });
        }
        runAll(posts, Step.INTERNSHIPS, progress);
        return ids;
    }

    private static String id(Reply reply, String path) {
        String id = reply.body().path("id").asString("");
        if (id.isEmpty()) {
            throw new DemoLoadException("The answer to PUT " + path + " has no id: " + reply.summary());
        }
        return id;
    }

    private void postStudents(Map<String, String> internshipIds, Consumer<LoadProgress> progress)
            throws InterruptedException {
        List<Callable<Void>> posts = new ArrayList<>();
        for (DemoStudent student : market.students()) {
            posts.add(() -> {
                PipelineSession university = client.as(student.university().id());
                StudentBody body = student.body();
                List<String> choices = body.preferences().stream()
                        .map(reference -> Objects.requireNonNull(internshipIds.get(reference), reference))
                        .toList();
                put(university, PATH + "/students/" + student.number(), body.withPreferences(choices));
                return null;
            });
        }
        runAll(posts, Step.STUDENTS, progress);
    }

    private Reply put(PipelineSession owner, String path, Object body) {
        return requests.successful("PUT", path, () -> owner.put(path, body));
    }

    private static void runAll(List<Callable<Void>> posts, Step step, Consumer<LoadProgress> progress)
            throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(
                IN_FLIGHT, Thread.ofVirtual().name("demo-loader-", 0).factory());
        try {
            CompletionService<Void> running = new ExecutorCompletionService<>(threads);
            posts.forEach(running::submit);
            for (int done = 1; done <= posts.size(); done++) {
                running.take().get();
                progress.accept(new LoadProgress(step, done, posts.size()));
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof DemoLoadException refusal
                    ? refusal
                    : new DemoLoadException(NOT_LOADED + ".", failure);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }
}
