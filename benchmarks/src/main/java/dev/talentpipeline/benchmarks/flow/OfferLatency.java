package dev.talentpipeline.benchmarks.flow;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import dev.talentpipeline.stack.client.StackFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * From the PUT of a pair's second party to its offer visible over HTTP, on a running stack: one pair after the other in a programme of its
 * own, so that each offer waits for a clearing of its own and not for the queue before it.
 */
public final class OfferLatency {

    private static final int WARM_UP_PAIRS = 40;
    private static final int PAIRS = 200;
    private static final long GIVE_UP_MS = 30_000;

    private final PipelineSession operations;
    private final PipelineSession university;
    private final PipelineSession company;
    private final String programme = "latency-" + UUID.randomUUID().toString().substring(0, 8);

    private OfferLatency(PipelineClient client) {
        operations = client.operations();
        university = client.as(organisation(client, "UNIVERSITY"));
        company = client.as(organisation(client, "COMPANY"));
    }

    /** Runs it against the stack that wrote the given {@code stack.json} and prints what was seen. */
    public static void run(String... arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("arguments (%d) must be one: the path of a running stack's stack.json."
                    .formatted(arguments.length));
        }
        try (PipelineClient client = PipelineClient.fromStackFile(Path.of(arguments[0]))) {
            System.out.println(new OfferLatency(client).measured());
        }
    }

    private String measured() {
        expect(operations.put(
                "/api/v1/programmes/" + programme, Map.of("name", "Latency", "clearingInterval", "PT0.2S")));
        long[] latenciesMs = new long[PAIRS];
        for (int pair = -WARM_UP_PAIRS; pair < PAIRS; pair++) {
            long latencyMs = pair(pair + WARM_UP_PAIRS);
            if (pair >= 0) {
                latenciesMs[pair] = latencyMs;
            }
        }
        Arrays.sort(latenciesMs);
        return "PUT of the second party to the offer visible over HTTP, %d pairs, clearingInterval 200 ms: p50 %d ms, p90 %d ms, p99 %d ms, max %d ms"
                .formatted(
                        PAIRS,
                        percentile(latenciesMs, 50),
                        percentile(latenciesMs, 90),
                        percentile(latenciesMs, 99),
                        latenciesMs[PAIRS - 1]);
    }

    private long pair(int number) {
        String student = expect(university.put(path("/students/L" + number), student(number)))
                .get("id")
                .asString();
        long began = System.nanoTime();
        expect(company.put(path("/internships/L" + number), internship(number)));
        while (expect(university.get(path("/offers?student=" + student)))
                .get("items")
                .isEmpty()) {
            if (millisSince(began) > GIVE_UP_MS) {
                throw new IllegalStateException(
                        "pair (%d) must have an offer within %d ms.".formatted(number, GIVE_UP_MS));
            }
        }
        return millisSince(began);
    }

    private String path(String below) {
        return "/api/v1/programmes/" + programme + below;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** The smallest value that so many per cent of the sorted values do not exceed. */
    private static long percentile(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }

    private static JsonNode expect(Reply reply) {
        if (!reply.successful()) {
            throw new IllegalStateException("The request must succeed: " + reply.summary());
        }
        return reply.body();
    }

    private static String organisation(PipelineClient client, String role) {
        return client.stack().clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> student(int number) {
        return Map.ofEntries(
                Map.entry("name", "Student " + number),
                Map.entry("email", "l" + number + "@latency.example.org"),
                Map.entry("phone", "+86-000-0000-0000"),
                Map.entry("language", "en"),
                Map.entry("degree", "MASTER"),
                Map.entry("major", "computer-science"),
                Map.entry("graduatesOn", "2027-06-30"),
                Map.entry("skills", List.of(Map.of("id", "python", "level", 4))),
                Map.entry("occupations", List.of("ai-engineer")),
                Map.entry("regions", List.of("CN-BJ")),
                Map.entry("availableFrom", "2027-01-01"),
                Map.entry("availableUntil", "2027-12-31"),
                Map.entry("daysPerWeek", 5),
                Map.entry("consent", true));
    }

    private static Map<String, Object> internship(int number) {
        return Map.ofEntries(
                Map.entry("title", "Internship " + number),
                Map.entry("description", "With a mentor."),
                Map.entry("occupation", "ai-engineer"),
                Map.entry("region", "CN-BJ"),
                Map.entry("startsOn", "2027-03-01"),
                Map.entry("weeks", 16),
                Map.entry("daysPerWeek", 4),
                Map.entry("stipend", 4000),
                Map.entry("seats", 1),
                Map.entry("minimumDegree", "BACHELOR"),
                Map.entry("requiredSkills", List.of(Map.of("id", "python", "level", 3))));
    }
}
