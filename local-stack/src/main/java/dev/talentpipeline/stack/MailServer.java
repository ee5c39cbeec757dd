package dev.talentpipeline.stack;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
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
 * so does {@code GET /messages} of its web server, optionally for one address ({@code ?to=}) or a part of them ({@code ?from=POSITION&most=COUNT}); {@code GET /messages/count} says how many there are,
 * and {@code GET /} shows them to people.
 *
 * <p>Tests of a service run it within their own JVM; the local stack runs it as a process by {@link #main}.
 */
public final class MailServer implements AutoCloseable {

    /** Deliveries after which the SMTP server's own copies are thrown away: the mailbox has them. */
    private static final int COPIES_KEPT = 500;

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
    }

    /** Writes a delivery down before the sender hears that it was taken. */
    private final class Capture implements MessageDeliveryHandler {

        private int copies;

        @Override
        public synchronized GreenMailUser handle(MovingMessage message, MailAddress to)
                throws MessagingException, UserException {
            try {
                mailbox.add(MimeReader.read(
                        message.getMessage(), to.getEmail(), Clock.systemUTC().instant()));
                if (++copies % COPIES_KEPT == 0) {
                    smtp.purgeEmailFromAllMailboxes();
                }
            } catch (IOException e) {
                throw new MessagingException("The message could not be written down.", e);
            } catch (FolderException e) {
                throw new MessagingException("Old copies could not be thrown away.", e);
            }
            UserManager users = smtp.getUserManager();
            GreenMailUser known = users.getUserByEmail(to.getEmail());
            return known == null ? users.createUser(to.getEmail(), to.getEmail(), to.getEmail()) : known;
        }
    }
}
