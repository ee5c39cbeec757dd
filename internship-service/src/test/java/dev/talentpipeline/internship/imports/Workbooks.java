package dev.talentpipeline.internship.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as people have them, and as nobody should. */
public final class Workbooks {

    private static final int DIRECTORY_ENTRY = 0x02014b50;

    /** Of the size of a part within its entry in the directory of an archive. */
    private static final int SIZE_OFFSET = 24;

    private Workbooks() {}

    public static byte[] workbook(Consumer<Worksheet> fill) {
        return sheets(workbook -> fill.accept(workbook.newWorksheet("Sheet1")));
    }

    public static byte[] sheets(Consumer<Workbook> fill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The workbook with one of its parts changed, or made of nothing. */
    public static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Path file = Files.write(Files.createTempFile("workbook", null), workbook);
            try (ZipFile in = new ZipFile(file.toFile());
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    byte[] content = in.getInputStream(entry).readAllBytes();
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(
                            entry.getName().equals(part)
                                    ? change.apply(new String(content, UTF_8)).getBytes(UTF_8)
                                    : content);
                    zip.closeEntry();
                }
                if (in.getEntry(part) == null) {
                    zip.putNextEntry(new ZipEntry(part));
                    zip.write(change.apply("").getBytes(UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The workbook with its only sheet changed. */
    public static byte[] sheet(byte[] workbook, UnaryOperator<String> change) {
        return changed(workbook, "xl/worksheets/sheet1.xml", change);
    }

    /** The workbook with one more part. */
    public static byte[] with(byte[] workbook, String part, String content) {
        return changed(workbook, part, nothing -> content);
    }

    /** A sheet of 64 MiB in some 64 KiB. */
    public static byte[] bomb() {
        return changed(
                workbook(sheet -> sheet.value(0, 0, "学号")),
                "xl/worksheets/sheet1.xml",
                sheet -> sheet + " ".repeat(64 * 1024 * 1024));
    }

    /** A workbook of so many parts. */
    public static byte[] ofParts(int parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts; i++) {
                zip.putNextEntry(new ZipEntry(i == 0 ? "xl/workbook.xml" : "xl/media/" + i));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The workbook with a first part of which its directory says that it is so large. */
    public static byte[] claiming(byte[] workbook, long bytes) {
        ByteBuffer claiming = ByteBuffer.wrap(workbook.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 0;
        while (claiming.getInt(entry) != DIRECTORY_ENTRY) {
            entry++;
        }
        claiming.putInt(entry + SIZE_OFFSET, (int) bytes);
        return claiming.array();
    }

    /** A file of students. */
    public static Table.Source source(Path file) {
        return new Table.Source(file, ImportKind.STUDENTS, List.of("number"), null);
    }

    public static byte[] withEntity() {
        return changed(
                workbook(sheet -> sheet.value(0, 0, "学号")),
                "xl/worksheets/sheet1.xml",
                sheet -> sheet.replaceFirst(
                        "\\?>", "?><!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"));
    }
}
