package dev.talentpipeline.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    @Test
    void givesTheLastLinesOldestFirst() throws IOException {
        Path log = log(IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList());

        assertThat(LogFile.lastLines(log, 2)).containsExactly("line 99998", "line 99999");
    }

    @Test
    void givesFewerLinesWhenThereAreFewer() throws IOException {
        assertThat(LogFile.lastLines(log(List.of("only")), 20)).containsExactly("only");
        assertThat(LogFile.lastLines(directory.resolve("missing.log"), 20)).isEmpty();
    }

    @Test
    void shortensALineThatWouldFillTheScreen() throws IOException {
        assertThat(LogFile.lastLines(log(List.of("x".repeat(10_000))), 1))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(401).endsWith("…"));
    }

    @Test
    void rotatesALogThatHasGrownAndLeavesASmallOne() throws IOException {
        Path log = log(List.of("old", "old"));

        LogFile.rotate(log, 100);
        assertThat(log).exists();

        LogFile.rotate(log, 3);
        assertThat(log).doesNotExist();
        assertThat(directory.resolve("worker.log.1")).hasContent("old\nold");
    }

    private Path log(List<String> lines) throws IOException {
        return Files.write(directory.resolve("worker.log"), lines);
    }
}
