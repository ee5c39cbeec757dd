package dev.talentpipeline.stack.backup;

import dev.talentpipeline.stack.backup.Manifest.PackedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a folder into one zip file that only its owner can read, the manifest last. The file has its name only once it is whole:
 *
 * <pre>
 *   postgres/…      a base backup with the log that makes it consistent, and the superuser's password
 *   kafka/…         the broker's directory, as a stopped broker leaves it
 *   stack.json      clients and users with their secrets
 *   manifest.json   what every file must be
 * </pre>
 */
final class BackupWriter {

    private BackupWriter() {}

    /** Packs the folder; the manifest is made of what was packed. */
    static void write(Path folder, Path file, Manifest about) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        List<String> directories = new ArrayList<>();
        List<PackedFile> parts = new ArrayList<>();
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> paths = Files.walk(folder)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path path : paths.sorted().toList()) {
                String name = folder.relativize(path).toString();
                if (name.isEmpty()) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    directories.add(name);
                } else {
                    parts.add(pack(path, name, zip));
                }
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(new Manifest(
                            about.what(),
                            about.format(),
                            about.takenAt(),
                            about.platform(),
                            about.cluster(),
                            about.positions(),
                            directories,
                            parts)
                    .json());
            zip.closeEntry();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static PackedFile pack(Path path, String name, ZipOutputStream zip) throws IOException {
        MessageDigest digest = Digests.sha256();
        zip.putNextEntry(new ZipEntry(name));
        long bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.transferTo(new DigestOutputStream(zip, digest));
        }
        zip.closeEntry();
        return new PackedFile(name, bytes, Digests.hexadecimal(digest));
    }
}
