package dev.talentpipeline.internship.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Somebody who uploads files into a programme, as the pages do. */
public final class Importing {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Api api;
    private final String path;

    public Importing(Api api, String programme) {
        this.api = api;
        this.path = "/programmes/" + programme + "/imports";
    }

    public Api.Answer upload(String kind, byte[] file, Map<String, String> headers) {
        return api.postFile(path + "?kind=" + kind, "application/octet-stream", file, headers);
    }

    /** Uploads the text and waits until it was read. */
    public JsonNode read(String kind, String text) {
        return read(kind, text, UTF_8);
    }

    public JsonNode read(String kind, String text, Charset charset) {
        return read(kind, text.getBytes(charset));
    }

    public JsonNode read(String kind, byte[] file) {
        Api.Answer answer = upload(kind, file, Map.of());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        return settled(answer.text("id"));
    }

    /** The import once nothing is being done with it. */
    public JsonNode settled(String id) {
        return await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> get(id),
                        found -> !found.path("state").asString().equals("READING")
                                && !found.path("state").asString().equals("COMMITTING"));
    }

    JsonNode get(String id) {
        return api.get(path + "/" + id).json();
    }

    Api.Answer tryCommit(String id) {
        return api.post(path + "/" + id + "/commit", null);
    }

    /** Commits it and waits for its end. */
    public JsonNode commit(JsonNode found) {
        Api.Answer answer = tryCommit(found.path("id").asString());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(202);
        return settled(found.path("id").asString());
    }

    Api.Answer cancel(String id) {
        return api.delete(path + "/" + id);
    }

    Api.Answer rows(JsonNode found, String query) {
        return api.get(path + "/" + found.path("id").asString() + "/rows" + query);
    }

    /** How many rows: new/changed/unchanged/bad. */
    public static String counts(JsonNode found) {
        JsonNode rows = found.path("rows");
        return "%d/%d/%d/%d"
                .formatted(
                        rows.path("new").asInt(),
                        rows.path("changed").asInt(),
                        rows.path("unchanged").asInt(),
                        rows.path("bad").asInt());
    }

    /** What is wrong with the first bad row, as {@code row column value: remedy}. */
    String firstProblem(JsonNode found) {
        JsonNode row = rows(found, "?state=BAD&limit=1").json().path("items").path(0);
        JsonNode problem = row.path("problems").path(0);
        return "%d %s %s: %s"
                .formatted(
                        row.path("line").asInt(),
                        problem.path("column").asString(),
                        problem.path("value").isNull()
                                ? "-"
                                : problem.path("value").asString(),
                        problem.path("remedy").asString());
    }

    public static String fields(JsonNode found) {
        return StreamSupport.stream(found.path("columns").spliterator(), false)
                .map(column -> column.path("name").asString() + "="
                        + (column.path("field").isNull()
                                ? "?"
                                : column.path("field").asString()))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
