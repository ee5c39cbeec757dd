package dev.talentpipeline.stack.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log of one process. */
public final class LogFile {

    private static final int TAIL_BYTES = 256 * 1024;
    private static final int LINE_CHARACTERS = 400;

    private LogFile() {}

    /**
     * The last lines as people read them, oldest first and the longest of them shortened; none when there is no log. Reads only the end of the file.
     */
    public static List<String> lastLines(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            byte[] tail = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(tail);
            List<String> written = new String(tail, UTF_8).lines().toList();
            // Each is at least one line as people read it, so that those before these are not asked for.
            List<String> lines = written.subList(Math.max(0, written.size() - count), written.size()).stream()
                    .flatMap(line -> LogLine.readable(line).stream())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
                    .map(LogFile::shortened)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String line) {
        return line.length() <= LINE_CHARACTERS ? line : line.substring(0, LINE_CHARACTERS) + "…";
    }

    /** Moves a log above the size to {@code NAME.log.1}, whose former content is given up. */
    public static void rotate(Path log, long maximumBytes) {
        try {
            if (Files.exists(log) && Files.size(log) > maximumBytes) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
