package dev.talentpipeline.benchmarks.imports;

import static dev.talentpipeline.benchmarks.load.FileImport.expect;

import dev.talentpipeline.benchmarks.load.Cohort;
import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.benchmarks.load.TopicCount;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/**
 * A cohort by CSV through the front door of a running stack: upload and preview, commit, and the last profile on its topic. Beside it, in the
 * same run, 1,000 of the same students by a PUT each, and PostgreSQL's bare COPY of the same rows; and a file with one bad row in a hundred.
 */
public final class ImportBenchmark {

    private static final int USUAL_ROWS = 100_000;
    private static final int PUTS = 1_000;
    private static final int CONNECTIONS = 16;
    private static final int BAD_EVERY = 100;
    private static final Path PAGE = Path.of("docs", "benchmarks-import.md");

    private final PipelineSession operations;
    private final PipelineSession university;
    private final StackFile stack;
    private final Path directory;
    private final int rows;
    private final String run = UUID.randomUUID().toString().substring(0, 6);

    private ImportBenchmark(PipelineClient client, Path stackFile, int rows) {
        operations = client.operations();
        university = client.as(client.stack().clientWithRole("UNIVERSITY").org());
        stack = client.stack();
        directory = stackFile.toAbsolutePath().resolveSibling("");
        this.rows = rows;
    }

    /** Runs it against the stack that wrote the given {@code stack.json}, with the number of rows before it if there is one; writes the page. */
    public static void run(String... arguments) throws Exception {
        if (arguments.length == 0 || arguments.length > 2) {
            throw new IllegalArgumentException(
                    "arguments (%d) must be the number of rows, which may be left out, and the path of a running stack's stack.json."
                            .formatted(arguments.length));
        }
        int rows = arguments.length == 2 ? Integer.parseInt(arguments[0]) : USUAL_ROWS;
        Path stackFile = Path.of(arguments[arguments.length - 1]);
        try (PipelineClient client = PipelineClient.fromStackFile(stackFile)) {
            String page = new ImportBenchmark(client, stackFile, rows).measured();
            Files.writeString(PAGE, page);
            System.out.println(page);
        }
    }

    private String measured() throws InterruptedException, ExecutionException, IOException, SQLException {
        ImportFigures figures = new ImportFigures(rows, PUTS, CONNECTIONS);
        String programme = programme("bench-import-" + run);
        Cohort cohort = new Cohort("b" + run);
        byte[] file = cohort.csv(rows, 0);
        figures.fileBytes = file.length;
        try (ServiceHeap heap = new ServiceHeap(URI.create(
                        "http://127.0.0.1:%d/actuator/prometheus".formatted(port("INTERNSHIP_SERVICE", 18081))));
                TopicCount profiles = new TopicCount(stack.kafka(), "student-profiles", programme + "/")) {
            long began = System.nanoTime();
            FileImport upload = FileImport.read(university, programme, "STUDENTS", file);
            figures.previewMs = millisSince(began);
            long commit = System.nanoTime();
            upload.commit();
            figures.commitMs = millisSince(commit);
            profiles.await(rows);
            figures.tellingMs = millisSince(commit) - figures.commitMs;
            figures.heapMebibytes = heap.highestMebibytes();
            figures.heapMaximumMebibytes = heap.maximumMebibytes();
        }
        figures.putsMs = puts(programme("bench-puts-" + run), new Cohort("p" + run));
        figures.copyMs = BareCopy.milliseconds(directory, file);
        bad(figures, programme("bench-bad-" + run), new Cohort("x" + run));
        return figures.page();
    }

    private static int port(String part, int usual) {
        return Integer.parseInt(System.getenv().getOrDefault("PIPELINE_PORT_" + part, Integer.toString(usual)));
    }

    /** A programme that nobody clears meanwhile, so that the import alone is measured. */
    private String programme(String id) {
        expect(operations.put("/api/v1/programmes/" + id, Map.of("name", "Import", "clearingInterval", "PT1H")));
        return id;
    }

    private long puts(String programme, Cohort cohort) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < PUTS; i++) {
                String path = "/api/v1/programmes/%s/students/%s".formatted(programme, cohort.number(i));
                Map<String, Object> body = cohort.body(i);
                answers.add(connections.submit(() -> expect(university.put(path, body))));
            }
            for (Future<JsonNode> answer : answers) {
                answer.get();
            }
        }
        return millisSince(began);
    }

    private void bad(ImportFigures figures, String programme, Cohort cohort) throws InterruptedException {
        String path = FileImport.read(university, programme, "STUDENTS", cohort.csv(rows, BAD_EVERY))
                .path();
        figures.badCommitStatus = university.post(path + "/commit", Map.of()).status();
        String cursor = "";
        do {
            JsonNode page = expect(university.get(path + "/rows?state=BAD&limit=200" + cursor));
            figures.badListed += page.get("items").size();
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        figures.enteredDespite = expect(university.get("/api/v1/programmes/%s/students?limit=1".formatted(programme)))
                .get("items")
                .size();
        university.delete(path);
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
