package dev.talentpipeline.internship.imports.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.imports.Fault;
import dev.talentpipeline.internship.imports.UnusableFileException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * How a text is written: UTF-8 if all of it is, with or without a byte order mark; otherwise GB18030, as Excel saves on a Chinese Windows, if
 * all of it is. Found in one pass over the whole file, so that a fault at its end is known before its first row is used.
 *
 * @param unclosedQuote whether a quotation mark is left over
 * @param openEnded whether its last line has no end
 */
record TextForm(
        Charset charset, boolean mark, char delimiter, int firstLine, boolean unclosedQuote, boolean openEnded) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String DELIMITERS = ",;\t";
    private static final int LONGEST_HEADER_CHARS = 64 * 1024;

    static TextForm of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(3);
        }
        boolean mark =
                head.length == 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF;
        if (head.length >= 2 && ((head[0] & 0xFF) ^ (head[1] & 0xFF)) == 1 && (head[0] & 0xFF) >= 0xFE) {
            throw wrongEncoding("The file is written in UTF-16.", 1);
        }
        Scan scan = Scan.of(file, UTF_8);
        Charset charset = UTF_8;
        if (scan.faultyLine() > 0) {
            Scan other = mark ? scan : Scan.of(file, GB18030);
            if (other.faultyLine() > 0) {
                throw wrongEncoding(
                        "The file is neither UTF-8 (see line %d) nor GB18030 (see line %d)."
                                .formatted(scan.faultyLine(), other.faultyLine()),
                        Math.max(scan.faultyLine(), other.faultyLine()));
            }
            charset = GB18030;
            scan = other;
        }
        return delimited(file, charset, mark, scan);
    }

    private static UnusableFileException wrongEncoding(String detail, int row) {
        return new UnusableFileException(new Fault(
                "wrong-encoding", detail, row, null, "Save it as CSV UTF-8 (逗号分隔 UTF-8) or as XLSX, and upload that."));
    }

    /** What was found in a pass; the line is 0 where all of it can be read. */
    private record Scan(int faultyLine, long quotes, char last) {

        static Scan of(Path file, Charset charset) throws IOException {
            long quotes = 0;
            char last = '\n';
            char[] buffer = new char[16 * 1024];
            try (Reader reader = strict(file, charset)) {
                for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                    for (int i = 0; i < read; i++) {
                        char c = buffer[i];
                        if (isStrange(c, charset)) {
                            return new Scan(lineOf(file, charset), quotes, last);
                        }
                        quotes += c == '"' ? 1 : 0;
                        last = c;
                    }
                }
                return new Scan(0, quotes, last);
            } catch (CharacterCodingException e) {
                return new Scan(lineOf(file, charset), quotes, last);
            }
        }

        /**
         * Whether nobody has written the character: one that is none yet, or that everybody may give a meaning of their own, comes out of
         * GB18030 where the text is of another encoding.
         */
        private static boolean isStrange(int c, Charset charset) {
            int type = Character.getType(c);
            return c == 0
                    || (charset.equals(GB18030) && (type == Character.UNASSIGNED || type == Character.PRIVATE_USE));
        }

        /** The first line that cannot be read; in both encodings the byte of a line break is part of no other character. */
        private static int lineOf(Path file, Charset charset) throws IOException {
            int number = 1;
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                for (int b = in.read(); b >= 0; b = in.read()) {
                    line.write(b);
                    if (b == '\n') {
                        if (!isReadable(line.toByteArray(), charset)) {
                            return number;
                        }
                        line.reset();
                        number++;
                    }
                }
            }
            return number;
        }

        private static boolean isReadable(byte[] line, Charset charset) {
            try {
                return decoder(charset).decode(ByteBuffer.wrap(line)).chars().noneMatch(c -> isStrange(c, charset));
            } catch (CharacterCodingException e) {
                return false;
            }
        }
    }

    static Reader strict(Path file, Charset charset) throws IOException {
        return new InputStreamReader(Files.newInputStream(file), decoder(charset));
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The delimiter is the most frequent of the first line, outside of quotation marks; Excel's own line about it says so itself. */
    private static TextForm delimited(Path file, Charset charset, boolean mark, Scan scan) throws IOException {
        boolean unclosed = scan.quotes() % 2 == 1;
        boolean openEnded = scan.last() != '\n' && scan.last() != '\r';
        try (BufferedReader reader = new BufferedReader(strict(file, charset))) {
            if (mark) {
                reader.skip(1);
            }
            String line = firstLine(reader);
            if (line.length() == 5 && line.startsWith("sep=")) {
                return new TextForm(charset, mark, line.charAt(4), 2, unclosed, openEnded);
            }
            return new TextForm(charset, mark, mostFrequent(line), 1, unclosed, openEnded);
        }
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int c = reader.read(); c >= 0 && line.length() < LONGEST_HEADER_CHARS; c = reader.read()) {
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                if (!line.toString().isBlank()
                        && line.chars().anyMatch(each -> DELIMITERS.indexOf(each) >= 0 || each == '=')) {
                    break;
                }
                line.setLength(0);
            } else {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static char mostFrequent(String line) {
        char best = ',';
        long most = 0;
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char delimiter = DELIMITERS.charAt(i);
            long count = outsideOfQuotes(line).filter(c -> c == delimiter).count();
            if (count > most) {
                best = delimiter;
                most = count;
            }
        }
        return best;
    }

    private static IntStream outsideOfQuotes(String line) {
        return line.replaceAll("\"[^\"]*\"?", "").chars();
    }

    String delimiterShown() {
        return delimiter == '\t' ? "TAB" : String.valueOf(delimiter);
    }
}
