package dev.talentpipeline.stack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.stack.process.ProcessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes requests of later commands over a socket that only its owner can open. A request is one line of words; the answer is lines of text, each
 * after a mark:
 *
 * <pre>
 * restart mail\n      -&gt;      " mail is ready after 0.8 s.\n"      or      "!There is no part mial. …\n"
 * </pre>
 */
final class ControlServer implements AutoCloseable {

    static final char TEXT = ' ';
    static final char FAILURE = '!';

    private static final Pattern SPACES = Pattern.compile(" +");

    /** Carries out a request. */
    interface Handler {

        /**
         * Returns when the request has been carried out, and throws what the asker is to read when it cannot be.
         *
         * @param words the request
         * @param reply receives the answer, line by line
         */
        void handle(List<String> words, Consumer<String> reply);
    }

    private final ServerSocketChannel listener;
    private final Path socket;
    private final Handler handler;

    private ControlServer(ServerSocketChannel listener, Path socket, Handler handler) {
        this.listener = listener;
        this.socket = socket;
        this.handler = handler;
    }

    /** Listens from now on; each request is handled by a thread of its own. */
    static ControlServer open(Path socket, Handler handler) {
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            ControlServer server = new ControlServer(listener, socket, handler);
            Thread.ofVirtual().name("control").start(server::acceptAll);
            return server;
        } catch (IOException e) {
            throw new ProcessException(
                    "The control socket %s could not be opened: %s".formatted(socket, e.getMessage()), e);
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel client = listener.accept();
                Thread.ofVirtual().name("control-request").start(() -> serve(client));
            }
        } catch (ClosedChannelException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                BufferedReader in = new BufferedReader(Channels.newReader(client, UTF_8));
                PrintWriter out = new PrintWriter(Channels.newWriter(client, UTF_8), true)) {
            String request = in.readLine();
            if (request == null) {
                return;
            }
            try {
                handler.handle(
                        SPACES.splitAsStream(request).toList(),
                        reply -> reply.lines().forEach(line -> out.println(TEXT + line)));
            } catch (ProcessException | UsageException e) {
                String.valueOf(e.getMessage()).lines().forEach(line -> out.println(FAILURE + line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
