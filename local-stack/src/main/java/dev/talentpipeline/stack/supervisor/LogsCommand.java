package dev.talentpipeline.stack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.stack.process.LogFile;
import dev.talentpipeline.stack.process.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the log of one process. */
final class LogsCommand {

    private static final int LINES = 200;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private LogsCommand() {}

    static int run(StackDirectory directory, List<String> arguments, PrintStream out) {
        boolean follow = arguments.contains("-f");
        List<String> names =
                arguments.stream().filter(argument -> !argument.equals("-f")).toList();
        if (names.size() != 1 || !Files.exists(directory.log(names.getFirst()))) {
            throw new UsageException("logs needs the name of a process that has a log: %s. Add -f to follow it."
                    .formatted(known(directory)));
        }
        Path log = directory.log(names.getFirst());
        try {
            long end = Files.size(log);
            LogFile.lastLines(log, LINES).forEach(out::println);
            while (follow) {
                end = show(log, end, out);
                Thread.sleep(POLL_INTERVAL);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static long show(Path log, long from, PrintStream out) throws IOException {
        try (FileChannel channel = FileChannel.open(log)) {
            // A log that was rotated begins anew.
            channel.position(channel.size() < from ? 0 : from);
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            while (channel.read(buffer) > 0) {
                written.write(buffer.array(), 0, buffer.flip().limit());
                buffer.clear();
            }
            String text = written.toString(UTF_8);
            // A line that is still being written is shown when it is whole.
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            whole.lines().flatMap(line -> LogLine.readable(line).stream()).forEach(out::println);
            out.flush();
            return channel.position() - (written.size() - whole.getBytes(UTF_8).length);
        }
    }

    private static String known(StackDirectory directory) {
        try (Stream<Path> logs = Files.list(directory.logs())) {
            return logs.map(log -> log.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
