package dev.talentpipeline.stack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.stack.process.ProcessException;
import dev.talentpipeline.stack.supervisor.ControlClient.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    @TempDir
    private Path directory;

    private final List<String> answer = new ArrayList<>();

    @Test
    void carriesARequestAndItsAnswer() {
        try (ControlServer server = server()) {
            assertThat(server).isNotNull();
            assertThat(client().ask("restart mail", answer::add)).isEqualTo(Outcome.DONE);
            assertThat(answer).containsExactly("restart", "mail");
        }
    }

    @Test
    void carriesARefusalLineByLine() {
        try (ControlServer server = server()) {
            assertThat(server).isNotNull();
            assertThat(client().ask("fail", answer::add)).isEqualTo(Outcome.REFUSED);
            assertThat(answer).containsExactly("mail died.", "  its last line");
        }
    }

    @Test
    void findsNobodyWhereNoServerIsOrWasLeftBehind() throws IOException {
        assertThat(client().ask("status", answer::add)).isEqualTo(Outcome.NOBODY_THERE);

        Files.createFile(socket());
        assertThat(client().ask("status", answer::add)).isEqualTo(Outcome.NOBODY_THERE);
    }

    @Test
    void letsOnlyItsOwnerIn() throws IOException {
        try (ControlServer server = server()) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                    .isEqualTo("rw-------");
        }
        assertThat(socket()).doesNotExist();
    }

    private ControlServer server() {
        return ControlServer.open(socket(), (words, reply) -> {
            if (words.getFirst().equals("fail")) {
                throw new ProcessException("mail died.\n  its last line");
            }
            words.forEach(reply);
        });
    }

    private ControlClient client() {
        return new ControlClient(socket());
    }

    private Path socket() {
        return directory.resolve("control.sock");
    }
}
