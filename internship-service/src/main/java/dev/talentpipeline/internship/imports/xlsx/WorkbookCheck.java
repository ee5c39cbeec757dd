package dev.talentpipeline.internship.imports.xlsx;

import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before anything of it is kept in memory: how many parts it has, how large they say they are, how much smaller
 * they were packed, whether they keep what they say, and what a reader would keep of their XML. It unpacks with the library with which the
 * reader does, so that both see the same parts.
 */
final class WorkbookCheck {

    private static final int MOST_PARTS = 1_000;
    private static final long LARGEST_BYTES = 1024L * 1024 * 1024;
    private static final int HIGHEST_RATIO = 150;
    /** Below it any ratio is harmless. */
    private static final long SMALL_BYTES = 1024L * 1024;

    /** Pictures may be XML with a document type. */
    private static final String PICTURES = "xl/media/";

    /** What begins the entry of a part in the directory of an archive. */
    private static final int DIRECTORY_ENTRY = 0x504B0102;

    private WorkbookCheck() {}

    /** Checks it; the answer is what its parts say of merged cells. */
    static Merges check(Path file) throws IOException {
        // Before the archive is opened: its directory is kept whole.
        if (directoryEntries(file) > MOST_PARTS) {
            throw bomb("has more than %d parts".formatted(MOST_PARTS));
        }
        try (ZipFile workbook = ZipFile.builder().setPath(file).get()) {
            if (workbook.getEntry("xl/workbook.xml") == null) {
                throw unusable(
                        "unreadable-file",
                        "The file is an archive, but not a workbook.",
                        "Save it as XLSX or as CSV UTF-8.");
            }
            List<ZipArchiveEntry> parts = Collections.list(workbook.getEntries());
            long bytes = 0;
            for (ZipArchiveEntry part : parts) {
                checkSize(part);
                bytes += part.getSize();
            }
            if (bytes > LARGEST_BYTES) {
                throw bomb("is %d bytes unpacked".formatted(bytes));
            }
            Merges merges = new Merges();
            for (ZipArchiveEntry part : parts) {
                checkContent(workbook, part, merges);
            }
            return merges;
        } catch (IOException | IllegalArgumentException e) {
            // Both are what the library throws at an archive that is none.
            throw damaged("is cut off or damaged (%s)".formatted(e.getMessage()));
        }
    }

    /** Whatever looks like an entry counts, wherever it stands: an archive need not say truly how many it has. */
    private static int directoryEntries(Path file) throws IOException {
        int entries = 0;
        int last = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    last = last << 8 | (buffer[i] & 0xFF);
                    entries += last == DIRECTORY_ENTRY ? 1 : 0;
                }
            }
        }
        return entries;
    }

    private static void checkSize(ZipArchiveEntry part) {
        long size = part.getSize();
        if (size < 0 || size > LARGEST_BYTES) {
            throw bomb("has a part of %d bytes unpacked (%s)".formatted(size, part.getName()));
        }
        if (size > SMALL_BYTES && size / Math.max(1, part.getCompressedSize()) > HIGHEST_RATIO) {
            throw bomb("has a part that was packed to less than 1/%d (%s)".formatted(HIGHEST_RATIO, part.getName()));
        }
    }

    /** Every part that could be read as XML is looked through, whatever its name. */
    private static void checkContent(ZipFile workbook, ZipArchiveEntry part, Merges merges) throws IOException {
        String name = part.getName();
        byte[] buffer = new byte[64 * 1024];
        PartCheck check = new PartCheck(name, part.getSize(), name.startsWith(PICTURES), merges);
        Tags tags = new Tags(check);
        try (InputStream in = workbook.getInputStream(part)) {
            int read = in.readNBytes(buffer, 0, buffer.length);
            boolean isXml = isXml(buffer, read);
            if (!isXml && (isCalledXml(name) || isWide(buffer, read))) {
                check.notUtf8();
            }
            for (long bytes = read; read > 0; bytes += read) {
                if (bytes > part.getSize()) {
                    throw bomb("has a part that is larger than it says (%s)".formatted(name));
                }
                if (isXml) {
                    tags.read(buffer, read);
                }
                read = in.readNBytes(buffer, 0, buffer.length);
            }
        }
        check.end(tags.bytes());
    }

    private static boolean isCalledXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    /** Whether it begins with a tag, after a byte order mark and blanks that it may have. */
    private static boolean isXml(byte[] beginning, int length) {
        boolean marked = length >= 3
                && (beginning[0] & 0xFF) == 0xEF
                && (beginning[1] & 0xFF) == 0xBB
                && (beginning[2] & 0xFF) == 0xBF;
        int at = marked ? 3 : 0;
        while (at < length && " \t\r\n".indexOf(beginning[at]) >= 0) {
            at++;
        }
        return at == length || beginning[at] == '<';
    }

    /** Whether it begins as XML does whose characters have two bytes or four. */
    private static boolean isWide(byte[] beginning, int length) {
        if (length < 4) {
            return false;
        }
        int two = (beginning[0] & 0xFF) << 8 | (beginning[1] & 0xFF);
        int next = (beginning[2] & 0xFF) << 8 | (beginning[3] & 0xFF);
        return two == 0xFEFF
                || two == 0xFFFE
                || two == '<'
                || (two == 0 && (next == 0xFEFF || next == 0xFFFE || next == '<'));
    }

    static UnusableFileException bomb(String what) {
        return unusable(
                "spreadsheet-bomb",
                "The workbook %s.".formatted(what),
                "Keep only the sheet with the rows, and save it as XLSX or as CSV UTF-8.");
    }

    static UnusableFileException damaged(String what) {
        return unusable(
                "broken-file",
                "The workbook %s.".formatted(what),
                "Open it in a spreadsheet, save it, and upload it again.");
    }

    static UnusableFileException forbidden(String part) {
        return unusable(
                "forbidden-xml",
                "The workbook declares a document type or an entity (%s), as no spreadsheet does.".formatted(part),
                "Open it in a spreadsheet, save it, and upload that.");
    }

    static UnusableFileException unusable(String type, String detail, String remedy) {
        return new UnusableFileException(new Fault(type, detail, null, null, remedy));
    }
}
