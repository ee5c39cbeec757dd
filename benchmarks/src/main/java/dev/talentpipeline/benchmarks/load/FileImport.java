package dev.talentpipeline.benchmarks.load;

import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One file on its way into a programme. */
public final class FileImport {

    private static final int LOOK_EVERY_MS = 100;

    private final PipelineSession session;
    private final String path;

    private FileImport(PipelineSession session, String path) {
        this.session = session;
        this.path = path;
    }

    /**
     * Sends a file, and returns when each of its rows has been looked at.
     *
     * @param kind STUDENTS or OPENINGS
     */
    public static FileImport read(PipelineSession session, String programme, String kind, byte[] file)
            throws InterruptedException {
        String imports = "/api/v1/programmes/%s/imports".formatted(programme);
        String id =
                expect(session.post(imports + "?kind=" + kind, file)).get("id").asString();
        FileImport upload = new FileImport(session, imports + "/" + id);
        upload.settle("READY");
        return upload;
    }

    /** Returns when all of it has been entered. */
    public void commit() throws InterruptedException {
        expect(session.post(path + "/commit", Map.of()));
        settle("COMMITTED");
    }

    public String path() {
        return path;
    }

    private void settle(String state) throws InterruptedException {
        while (true) {
            JsonNode found = expect(session.get(path));
            switch (found.get("state").asString()) {
                case String reached
                when reached.equals(state) -> {
                    return;
                }
                case "READING", "COMMITTING" -> Thread.sleep(LOOK_EVERY_MS);
                default -> throw new IllegalStateException("import must become %s: %s".formatted(state, found));
            }
        }
    }

    /** The body of an answer, which must be a good one. */
    public static JsonNode expect(Reply reply) {
        if (!reply.successful()) {
            throw new IllegalStateException("The request must succeed: " + reply.summary());
        }
        return reply.body();
    }
}
