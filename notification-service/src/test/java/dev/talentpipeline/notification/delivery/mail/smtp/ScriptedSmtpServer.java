package dev.talentpipeline.notification.delivery.mail.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An SMTP server that answers recipients as it is told, and keeps every message as it came over the wire. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger hungUp = new AtomicInteger();

    ScriptedSmtpServer() {
        try {
            listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Answers this recipient so, instead of accepting. An empty reply hangs up. */
    void answer(String recipient, String reply) {
        replies.put(recipient, reply);
    }

    List<String> messages() {
        return messages;
    }

    int connections() {
        return connections.get();
    }

    /** How many clients took their leave. */
    int hungUp() {
        return hungUp.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
                var out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), ISO_8859_1))) {
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]", 2)[0];
                switch (command) {
                    case "RCPT" -> {
                        String reply = replies.getOrDefault(
                                line.substring(line.indexOf('<') + 1, line.indexOf('>')), "250 ok");
                        if (reply.isEmpty()) {
                            return;
                        }
                        say(out, reply);
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        String body = body(in);
                        if (body == null) {
                            return;
                        }
                        messages.add(body);
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        hungUp.incrementAndGet();
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client or the test has gone.
            return;
        }
    }

    /** What comes before the dot; null: none came. */
    private static @Nullable String body(BufferedReader in) throws IOException {
        var body = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return body.toString();
            }
            body.append(line).append("\r\n");
        }
        return null;
    }

    private static void say(BufferedWriter out, String reply) throws IOException {
        out.write(reply + "\r\n");
        out.flush();
    }
}
