package dev.talentpipeline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the API shows to be typed into a shell is typed into a shell, in order, and none of it is refused. */
@Order(Turn.FIRST_FROM_THE_END)
class ApiPageIT {

    private static final Pattern SHELL = Pattern.compile("(?ms)^```bash\\R(.*?)^```");

    /** A refusal ends the script, with the problem as its last words. */
    private static final String BEFORE = """
            set -euo pipefail
            curl() { command curl --fail-with-body "$@"; }
            """;

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void everyCommandOfThePageIsAnswered() throws IOException, InterruptedException {
        RunningStack stack = RunningStack.shared();
        Path checkout = stack.launcher().checkout();
        String page = Files.readString(checkout.resolve("docs/api.md"));
        String commands = SHELL.matcher(page)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace(
                        "http://localhost:8080",
                        stack.client().stack().console().toString());
        assertThat(commands.split("curl ")).hasSizeGreaterThan(15);
        Files.createDirectory(folder.resolve(".pipeline"));
        Files.copy(stack.stackFile(), folder.resolve(".pipeline/stack.json"));
        Files.writeString(folder.resolve("students.csv"), """
                number,name,email,degree,major,availableFrom,availableUntil
                20240002,Wu Anran,wu.anran@students.example.org,MASTER,computer-science,2027-01-01,2027-12-31
                """);
        Files.writeString(folder.resolve("resume.json"), """
                {"basics":{"name":"Lin Xiaoyu","email":"lin.xiaoyu@students.example.org"},"skills":[{"name":"Python"}]}
                """);
        Path output = folder.resolve("output");

        Process shell = new ProcessBuilder("bash", "-c", BEFORE + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        boolean ended = shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        assertThat(ended).as(Files.readString(output)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
    }
}
