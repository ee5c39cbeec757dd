package dev.talentpipeline.stack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerEngineTest {

    private static final List<String> IMAGES = List.of("broker:1", "database:2");

    @TempDir
    private Path directory;

    @Test
    void isUsedWhenItHasEveryImage() throws IOException {
        assertThat(engine("exit 0").has(IMAGES)).isTrue();
    }

    @Test
    void isNotUsedWhenItLacksAnImageOrDoesNotAnswer() throws IOException {
        assertThat(engine("exit 1").has(IMAGES)).isFalse();
    }

    @Test
    void isNotUsedWhenThereIsNone() {
        assertThat(new ContainerEngine(directory.resolve("missing").toString()).has(IMAGES))
                .isFalse();
    }

    @Test
    void isAskedForTheImagesAndNeverToPullThem() throws IOException {
        Path asked = directory.resolve("asked");

        engine("echo \"$@\" > " + asked).has(IMAGES);

        assertThat(asked).hasContent("image inspect --format {{.Id}} broker:1 database:2");
    }

    private ContainerEngine engine(String script) throws IOException {
        Path program = directory.resolve("engine");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new ContainerEngine(program.toString());
    }
}
