package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory that takes long to make and is the same every time: it is made once a build, beside the programs of the {@link Installation}, and
 * copied from there. Several JVMs may need it at once: one makes it beside its place and moves it there whole.
 */
record MadeOnce(Path home) {

    /** Fills an empty directory. */
    interface Making {
        void fill(Path directory) throws IOException;
    }

    /** The directory, made by the given work if it is not there yet. */
    static MadeOnce at(Path home, Making making) {
        if (!Files.isDirectory(home)) {
            Path lock = home.resolveSibling(home.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(home)) {
                    Path unfinished = Files.createTempDirectory(home.getParent(), home.getFileName() + "-");
                    // The user namespace of the database sees these files as somebody else's.
                    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                    making.fill(unfinished);
                    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new ProcessException("%s could not be made: %s".formatted(home, e.getMessage()), e);
            }
        }
        return new MadeOnce(home);
    }

    /** Copies those of its files that are wanted into a directory, with everybody's rights to each. */
    void copyTo(Path directory, Predicate<Path> wanted) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(home)) {
            sources = files.filter(wanted).toList();
        }
        for (Path source : sources) {
            Path copy = directory.resolve(home.relativize(source).toString());
            if (!Files.isDirectory(copy)) {
                Files.copy(source, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
