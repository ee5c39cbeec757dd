package dev.talentpipeline.stack.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks a running supervisor. */
final class ControlClient {

    /** What came of a request. */
    enum Outcome {
        DONE,
        REFUSED,
        NOBODY_THERE
    }

    private final Path socket;

    ControlClient(Path socket) {
        this.socket = socket;
    }

    /** Sends a request and passes the answer on, line by line, until the supervisor has carried it out. */
    Outcome ask(String request, Consumer<String> answer) {
        if (!Files.exists(socket)) {
            return Outcome.NOBODY_THERE;
        }
        Outcome outcome = Outcome.DONE;
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                BufferedReader in = new BufferedReader(Channels.newReader(channel, UTF_8));
                PrintWriter out = new PrintWriter(Channels.newWriter(channel, UTF_8), true)) {
            out.println(request);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isEmpty() && line.charAt(0) == ControlServer.FAILURE) {
                    outcome = Outcome.REFUSED;
                }
                answer.accept(line.isEmpty() ? line : line.substring(1));
            }
            return outcome;
        } catch (IOException e) {
            return Outcome.NOBODY_THERE;
        }
    }
}
