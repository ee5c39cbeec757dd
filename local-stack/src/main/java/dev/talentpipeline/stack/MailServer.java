package dev.talentpipeline.stack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * An SMTP server on loopback that takes every message and delivers none. {@link #messages()} lists every single delivery, doubles included, and
 * so does {@code GET /messages} of its web server, optionally for one address ({@code ?to=}) or a part of them ({@code ?from=POSITION&most=COUNT}); {@code GET /messages/received} lists them without what was in them, {@code GET /messages/count} says how many there are,
 * and {@code GET /} shows them to people.
 *
 * <p>Tests of a service run it within their own JVM; the local stack runs it as a process by {@link #main}.
 */
public final class MailServer implements AutoCloseable {

    static {
        // Where no class is named, the whole class path is searched for one, many times for each message.
        System.setProperty(StreamProvider.class.getName(), "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final Mailbox mailbox;
    private final GreenMail smtp;
    private final HttpServer web;

    private MailServer(Mailbox mailbox, int smtpPort, int webPort) {
        this.mailbox = mailbox;
        this.smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            this.web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), webPort), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running server on free ports whose messages are thrown away in the end. */
    public static MailServer start() {
        try {
            Path file = Files.createTempFile("talent-pipeline-mail-", ".jsonl");
            file.toFile().deleteOnExit();
            return start(file, 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A running server that keeps its messages.
     *
     * @param file holds the messages of earlier runs and receives new ones
     * @param smtpPort 0 for a free one
     * @param webPort 0 for a free one
     */
    public static MailServer start(Path file, int smtpPort, int webPort) {
        MailServer server = new MailServer(Mailbox.open(file), smtpPort, webPort);
        server.smtp.start();
        server.smtp.getUserManager().setMessageDeliveryHandler(server.new Capture());
        server.web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.web.createContext("/", new MailPages(server.mailbox));
        server.web.start();
        return server;
    }

    /** Runs a server until it is killed: {@code MailServer FILE SMTP_PORT WEB_PORT}. */
    public static void main(String[] arguments) {
        start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    public int webPort() {
        return web.getAddress().getPort();
    }

    /** Every delivery, newest last. */
    public List<CapturedMessage> messages() {
        return mailbox.messages();
    }

    @Override
    public void close() {
        smtp.stop();
        web.stop(0);
        try {
            mailbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a delivery down before the sender hears that it was taken. */
    private final class Capture implements MessageDeliveryHandler {

        @Override
        public GreenMailUser handle(MovingMessage message, MailAddress to) throws MessagingException {
            try {
                mailbox.add(MimeReader.read(
                        message.getMessage(), to.getEmail(), Clock.systemUTC().instant()));
            } catch (IOException e) {
                throw new MessagingException("The message could not be written down.", e);
            }
            return new Recipient(to.getEmail());
        }
    }

    /** Somebody whose messages are in the mailbox already: the SMTP server keeps no copies of its own. */
    private record Recipient(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }

        @Override
        public void deliver(MovingMessage message) {
            // It is captured.
        }

        @Override
        public void deliver(MimeMessage message) {
            // It is captured.
        }

        @Override
        public void create() {
            // There is nothing to be made.
        }

        @Override
        public void delete() {
            // There is nothing to be removed.
        }

        @Override
        public String getPassword() {
            throw nobodySignsIn();
        }

        @Override
        public void setPassword(String password) {
            throw nobodySignsIn();
        }

        @Override
        public void authenticate(String password) {
            throw nobodySignsIn();
        }

        private static UnsupportedOperationException nobodySignsIn() {
            return new UnsupportedOperationException("Nobody signs in to a server that captures.");
        }
    }
}
