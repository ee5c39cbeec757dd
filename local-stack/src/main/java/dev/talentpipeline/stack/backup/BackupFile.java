package dev.talentpipeline.stack.backup;

import dev.talentpipeline.stack.backup.Manifest.PackedFile;
import dev.talentpipeline.stack.process.ProcessException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that was read to its end and found to be what its manifest says. */
final class BackupFile {

    private final Path file;
    private final Manifest manifest;

    private BackupFile(Path file, Manifest manifest) {
        this.file = file;
        this.manifest = manifest;
    }

    /**
     * Reads all of the file and compares it with its checksums.
     *
     * @throws ProcessException if it is no backup, is damaged, or is of a newer format
     */
    static BackupFile checked(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ProcessException("%s is not there. Maybe the name is misspelt.".formatted(file));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(Manifest.NAME);
            if (entry == null) {
                throw noBackup(file.toString(), "it has no manifest");
            }
            Manifest manifest = Manifest.read(zip.getInputStream(entry).readAllBytes(), file.toString());
            for (PackedFile part : manifest.parts()) {
                check(zip, part, file);
            }
            return new BackupFile(file, manifest);
        } catch (ZipException e) {
            throw noBackup(file.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ProcessException("%s could not be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    static ProcessException noBackup(String file, String why) {
        return new ProcessException(
                "%s must be a whole file that ./pipeline backup wrote, but %s. Maybe it was cut off while it was copied: take it again from where it was kept."
                        .formatted(file, why));
    }

    private static void check(ZipFile zip, PackedFile part, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw damaged(file, part, "is missing");
        }
        try {
            if (!copy(zip, entry, OutputStream.nullOutputStream()).equals(part.sha256())) {
                throw damaged(file, part, "has another checksum than when it was written");
            }
        } catch (IOException e) {
            throw damaged(file, part, "cannot be read (" + e.getMessage() + ")");
        }
    }

    private static ProcessException damaged(Path file, PackedFile part, String how) {
        return new ProcessException(
                "%s is damaged: %s in it %s. Restore another backup, or another copy of this one; nothing was changed."
                        .formatted(file, part.name(), how));
    }

    private static String copy(ZipFile zip, ZipEntry entry, OutputStream to) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(to, digest)) {
            in.transferTo(out);
        }
        return Digests.hexadecimal(digest);
    }

    Manifest manifest() {
        return manifest;
    }

    /** Unpacks what is below one folder of the backup, or one file of it, into the directory. */
    void unpack(String part, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String directory : manifest.directories()) {
                if (isBelow(part, directory)) {
                    Files.createDirectories(place(directory, into));
                }
            }
            for (PackedFile each : manifest.parts()) {
                if (isBelow(part, each.name())) {
                    Path place = place(each.name(), into);
                    Files.createDirectories(place.getParent());
                    copy(zip, zip.getEntry(each.name()), Files.newOutputStream(place));
                }
            }
        }
    }

    private static boolean isBelow(String part, String name) {
        return name.equals(part) || name.startsWith(part + "/");
    }

    private static Path place(String name, Path into) {
        Path place = into.resolve(name).normalize();
        if (!place.startsWith(into)) {
            throw noBackup(name, "it would be unpacked elsewhere");
        }
        return place;
    }
}
