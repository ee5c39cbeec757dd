package dev.talentpipeline.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every delivery, in order. Each is written to a file, one JSON object a line, before the sender hears that it was taken, so that what was
 * acknowledged survives the death of the server. Any thread may use it.
 */
final class Mailbox implements Closeable {

    private static final JsonMapper JSON = new JsonMapper();

    private final OutputStream file;
    private final List<CapturedMessage> messages;

    private Mailbox(OutputStream file, List<CapturedMessage> messages) {
        this.file = file;
        this.messages = messages;
    }

    /** Opens the mailbox of a file, which is created when it is not there. */
    static Mailbox open(Path file) {
        List<CapturedMessage> messages = new ArrayList<>();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.flatMap(Mailbox::parse).forEach(messages::add);
                }
            }
            return new Mailbox(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that a kill cut short was never acknowledged: its sender sends it again. */
    private static Stream<CapturedMessage> parse(String line) {
        try {
            return line.isBlank() ? Stream.empty() : Stream.of(JSON.readValue(line, CapturedMessage.class));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    void add(CapturedMessage message) throws IOException {
        // The line break comes first, so that a line that was cut short spoils no other.
        add(message, ("\n" + JSON.writeValueAsString(message)).getBytes(UTF_8));
    }

    private synchronized void add(CapturedMessage message, byte[] line) throws IOException {
        file.write(line);
        messages.add(message);
    }

    synchronized int count() {
        return messages.size();
    }

    /** Some of the deliveries, oldest first; that at position 0 is the oldest of all. */
    synchronized List<CapturedMessage> from(int position, int most) {
        int begin = Math.min(position, messages.size());
        return List.copyOf(messages.subList(begin, begin + Math.min(most, messages.size() - begin)));
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** All deliveries, newest last. */
    synchronized List<CapturedMessage> messages() {
        return List.copyOf(messages);
    }
}
