package dev.talentpipeline.internship.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uploaded files on disk while they are read, each seen by this process only and gone afterwards. */
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String PREFIX = "import-";
    private static final int BEGINNING_BYTES = 8;

    private final Path directory;

    Uploads(Path directory) {
        this.directory = directory;
    }

    /** A file that was received whole. */
    record Upload(Path file, long bytes) {

        byte[] beginning() {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(BEGINNING_BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void forget() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("An upload that was read is left for the next sweep: {}", e.toString());
            }
        }
    }

    /** Keeps what comes; nothing if it breaks off. */
    Upload receive(InputStream content) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(
                directory,
                PREFIX,
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean whole = false;
        try {
            try (var out = Files.newOutputStream(file)) {
                content.transferTo(out);
            }
            Upload upload = new Upload(file, Files.size(file));
            whole = true;
            return upload;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Removes what a process that died has left. */
    void forgetOlderThan(Duration age, Instant now) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(PREFIX)
                        && Files.exists(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(age))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
