package dev.talentpipeline.internship.imports.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before anything of it is kept in memory: how many parts it has, how large they say they are, how much smaller
 * they were packed, whether they keep what they say, and that none of their XML declares a document type, by which entities come in.
 */
final class WorkbookCheck {

    private static final int MOST_PARTS = 1_000;
    private static final long LARGEST_BYTES = 1024L * 1024 * 1024;
    private static final long LARGEST_TEXTS_BYTES = 64L * 1024 * 1024;
    private static final int HIGHEST_RATIO = 150;
    /** Below it any ratio is harmless. */
    private static final long SMALL_BYTES = 1024L * 1024;

    private static final String DOCTYPE = "<!DOCTYPE";
    private static final String ENTITY = "<!ENTITY";

    private WorkbookCheck() {}

    static void check(Path file) throws IOException {
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            if (workbook.getEntry("xl/workbook.xml") == null) {
                throw unusable(
                        "unreadable-file",
                        "The file is an archive, but not a workbook.",
                        "Save it as XLSX or as CSV UTF-8.");
            }
            if (workbook.size() > MOST_PARTS) {
                throw bomb("has %d parts".formatted(workbook.size()));
            }
            long bytes = 0;
            for (ZipEntry part : Collections.list(workbook.entries())) {
                checkSize(part);
                bytes += part.getSize();
            }
            if (bytes > LARGEST_BYTES) {
                throw bomb("is %d bytes unpacked".formatted(bytes));
            }
            for (ZipEntry part : Collections.list(workbook.entries())) {
                if (isXml(part.getName())) {
                    checkContent(workbook, part);
                }
            }
        } catch (ZipException e) {
            throw unusable(
                    "broken-file",
                    "The workbook is cut off or damaged (%s).".formatted(e.getMessage()),
                    "Open it in a spreadsheet, save it, and upload it again.");
        }
    }

    private static void checkSize(ZipEntry part) {
        long size = part.getSize();
        if (size < 0
                || size > LARGEST_BYTES
                || (part.getName().endsWith("sharedStrings.xml") && size > LARGEST_TEXTS_BYTES)) {
            throw bomb("has a part of %d bytes unpacked (%s)".formatted(size, part.getName()));
        }
        if (size > SMALL_BYTES && size / Math.max(1, part.getCompressedSize()) > HIGHEST_RATIO) {
            throw bomb("has a part that was packed to less than 1/%d (%s)".formatted(HIGHEST_RATIO, part.getName()));
        }
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    private static void checkContent(ZipFile workbook, ZipEntry part) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        String end = "";
        try (InputStream in = workbook.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String text = new String(buffer, 0, read, ISO_8859_1);
                boolean begins = text.startsWith("<") || text.startsWith("\u00EF\u00BB\u00BF");
                if ((bytes == 0 && !begins) || text.indexOf(0) >= 0) {
                    throw unusable(
                            "broken-file",
                            "The workbook has a part that is not XML in UTF-8 (%s).".formatted(part.getName()),
                            "Open it in a spreadsheet, save it, and upload it again.");
                }
                bytes += read;
                if (bytes > part.getSize()) {
                    throw bomb("has a part that is larger than it says (%s)".formatted(part.getName()));
                }
                String seen = end + text;
                if (seen.contains(DOCTYPE) || seen.contains(ENTITY)) {
                    throw unusable(
                            "forbidden-xml",
                            "The workbook declares a document type or an entity (%s), as no spreadsheet does."
                                    .formatted(part.getName()),
                            "Open it in a spreadsheet, save it, and upload that.");
                }
                end = text.substring(Math.max(0, text.length() - DOCTYPE.length()));
            }
        }
    }

    private static UnusableFileException bomb(String what) {
        return unusable(
                "spreadsheet-bomb",
                "The workbook %s.".formatted(what),
                "Keep only the sheet with the rows, and save it as XLSX or as CSV UTF-8.");
    }

    static UnusableFileException unusable(String type, String detail, String remedy) {
        return new UnusableFileException(new Fault(type, detail, null, null, remedy));
    }
}
