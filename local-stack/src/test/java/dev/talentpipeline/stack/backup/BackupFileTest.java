package dev.talentpipeline.stack.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {

    private static final Manifest ABOUT = new Manifest(
            Manifest.WHAT,
            Manifest.FORMAT,
            Instant.parse("2026-11-29T12:00:00Z"),
            "0.1.0",
            "cluster",
            Map.of("internship-service", Map.of("offers-0", 7L)),
            List.of(),
            List.of());

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeABackup() throws IOException {
        Path folder = directory.resolve("folder");
        Files.createDirectories(folder.resolve("postgres").resolve("empty"));
        Files.writeString(folder.resolve("postgres").resolve("rows"), "数字人才".repeat(1000));
        Files.writeString(folder.resolve("stack.json"), "{}");
        file = directory.resolve("backup");
        BackupWriter.write(folder, file, ABOUT);
    }

    @Test
    void isUnpackedAsItWasWithItsEmptyFolders() throws IOException {
        BackupFile backup = BackupFile.checked(file);

        backup.unpack("postgres", directory.resolve("out"));

        Path unpacked = directory.resolve("out").resolve("postgres");
        assertThat(unpacked.resolve("rows")).hasContent("数字人才".repeat(1000));
        assertThat(unpacked.resolve("empty")).isEmptyDirectory();
        assertThat(directory.resolve("out").resolve("stack.json")).doesNotExist();
        assertThat(backup.manifest().positions()).isEqualTo(ABOUT.positions());
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void refusesWhatIsNoBackup() throws IOException {
        Files.writeString(file, "spreadsheet");

        assertThatThrownBy(() -> BackupFile.checked(file))
                .hasMessageContaining("must be a whole file that ./pipeline backup wrote");
    }

    @Test
    void refusesWhatWasCutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

        assertThatThrownBy(() -> BackupFile.checked(file)).hasMessageContaining("Maybe it was cut off");
    }

    @Test
    void refusesWhatIsDamagedAndNamesThePart() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("postgres/rows"), "others");
        }

        assertThatThrownBy(() -> BackupFile.checked(file))
                .hasMessageContaining("postgres/rows in it has another checksum");
    }

    @Test
    void refusesANewerFormatAndNamesTheVersionThatReadsIt() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path manifest = zip.getPath(Manifest.NAME);
            Files.writeString(
                    manifest,
                    Files.readString(manifest)
                            .replace("\"format\" : 1", "\"format\" : 2")
                            .replace("0.1.0", "9.0"));
        }

        assertThatThrownBy(() -> BackupFile.checked(file))
                .hasMessageContaining("The format (2)")
                .hasMessageContaining("version 9.0");
    }

    @Test
    void refusesAPartThatWouldBeUnpackedElsewhere() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path manifest = zip.getPath(Manifest.NAME);
            Files.writeString(
                    manifest, Files.readString(manifest).replace("\"postgres/empty\"", "\"postgres/../../elsewhere\""));
        }
        BackupFile backup = BackupFile.checked(file);

        assertThatThrownBy(() -> backup.unpack("postgres", directory.resolve("out")))
                .hasMessageContaining("unpacked elsewhere");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }
}
