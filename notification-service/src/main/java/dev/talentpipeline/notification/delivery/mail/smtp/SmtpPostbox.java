package dev.talentpipeline.notification.delivery.mail.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.notification.delivery.mail.Mail;
import dev.talentpipeline.notification.delivery.mail.Postbox;
import dev.talentpipeline.notification.delivery.mail.Posting;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Posts over SMTP and keeps connections for the next mails. What the server says to the recipient decides: a reply of
 * 5xx there is final, every other trouble passes. A mail waits for its turn before the dot that ends it: until then the server throws away what it has
 * as soon as the connection ends. Used by several threads, each of which has a connection to itself while it posts.
 *
 * <p>The connection that was used last is used next, so that few mails need few; one that was not needed for a while is hung up before the server does, since a mail finds out too late
 * that it did.
 */
final class SmtpPostbox implements Postbox {

    static {
        // Where no class is named, the whole class path is searched for one, several times for each mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** Servers wait for minutes. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

    private static final String SOCKETS = "mail.smtp.socketFactory";
    private static final String SOCKS_PROXY = "mail.smtp.socks.host";

    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl server;
    private final Session session;
    private final InternetAddress from;
    private final InstantSource clock;
    /** The one that was used last comes first. */
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    private record Idle(Transport transport, Instant since) {

        boolean isStale(Instant now) {
            return since.plus(LONGEST_IDLE).isBefore(now);
        }
    }

    SmtpPostbox(JavaMailSenderImpl server, String from, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        usePromptSockets(server.getJavaMailProperties());
        this.session = server.getSession();
        this.from = sender(from);
    }

    /** Sessions are made of these later. What an operator has chosen stays, and so does the way by a SOCKS proxy, which a factory of one's own would leave. */
    private static void usePromptSockets(Properties settings) {
        if (!settings.containsKey(SOCKETS + ".class") && !settings.containsKey(SOCKS_PROXY)) {
            settings.put(SOCKETS, new PromptSockets());
            settings.put(SOCKETS + ".fallback", "false");
        }
    }

    @Override
    public Optional<Posting> post(Mail mail, Turn turn) {
        InternetAddress to;
        try {
            to = new InternetAddress(mail.recipient(), true);
        } catch (AddressException e) {
            return Optional.of(new Posting.Refused("The address is not an e-mail address."));
        }
        Transport transport;
        try {
            transport = connected();
        } catch (MessagingException e) {
            return Optional.of(new Posting.Unreachable(reason(e, mail)));
        }
        try {
            transport.sendMessage(message(mail, to, turn), new Address[] {to});
            keep(transport);
            return Optional.of(new Posting.Accepted());
        } catch (MessagingException e) {
            SMTPAddressFailedException refused = addressFault(e);
            if (refused == null || refused.getReturnCode() < TEMPORARY) {
                // Not an answer about the recipient; nobody knows in which state the conversation was left.
                close(transport);
                return e.getNextException() instanceof WithheldException
                        ? Optional.empty()
                        : Optional.of(new Posting.Deferred(reason(e, mail)));
            }
            keep(transport);
            return Optional.of(
                    refused.getReturnCode() >= PERMANENT
                            ? new Posting.Refused(reason(refused, mail))
                            : new Posting.Deferred(reason(refused, mail)));
        } catch (RuntimeException | Error e) {
            close(transport);
            throw e;
        }
    }

    @Override
    public void hangUp() {
        for (Idle each = idle.poll(); each != null; each = idle.poll()) {
            close(each.transport());
        }
    }

    private void keep(Transport transport) {
        idle.push(new Idle(transport, clock.instant()));
    }

    /** Those that were used longest ago are the last. Whoever looks at one has it alone meanwhile. */
    private void hangUpStale() {
        Instant now = clock.instant();
        for (Idle last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (!last.isStale(now)) {
                idle.addLast(last);
                return;
            }
            close(last.transport());
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It was to be closed, and it is.
            return;
        }
    }

    private Transport connected() throws MessagingException {
        hangUpStale();
        Idle kept = idle.poll();
        Transport transport = kept == null ? session.getTransport("smtp") : kept.transport();
        if (kept == null) {
            try {
                transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            } catch (MessagingException e) {
                close(transport);
                throw e;
            }
        }
        return transport;
    }

    private MimeMessage message(Mail mail, InternetAddress to, Turn turn) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(mail.letter().text(), UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(mail.letter().html(), UTF_8.name(), "html");

        var message = new WaitingMessage(session, mail.messageId(), turn);
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(mail.letter().subject(), UTF_8.name());
        message.setSentDate(Date.from(mail.date()));
        message.setHeader("References", mail.threadId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setContentLanguage(new String[] {mail.language().code()});
        // The last alternative is the one preferred.
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private static InternetAddress sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            if (address.getPersonal() != null) {
                address.setPersonal(address.getPersonal(), UTF_8.name());
            }
            return address;
        } catch (AddressException | java.io.UnsupportedEncodingException e) {
            throw new IllegalArgumentException(
                    "from (" + from + ") must be an address. Maybe talentpipeline.mail.from lacks its domain.", e);
        }
    }

    private static @Nullable SMTPAddressFailedException addressFault(MessagingException fault) {
        Exception next = fault;
        while (next instanceof MessagingException outer) {
            if (outer instanceof SMTPAddressFailedException address) {
                return address;
            }
            next = outer.getNextException();
        }
        return null;
    }

    /** The innermost message, which is the server's own reply, without the address that servers like to repeat. */
    private static String reason(MessagingException fault, Mail mail) {
        Exception deepest = fault;
        while (deepest instanceof MessagingException outer && outer.getNextException() != null) {
            deepest = outer.getNextException();
        }
        String message = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
        return message.replace(mail.recipient(), "the address").strip();
    }

    /** Keeps the Message-ID that it was given, where others are given a new one when they are saved, and does not end before its turn. */
    private static final class WaitingMessage extends MimeMessage {

        private final String messageId;
        private final Turn turn;

        WaitingMessage(Session session, String messageId, Turn turn) {
            super(session);
            this.messageId = messageId;
            this.turn = turn;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }

        /** The dot follows when this returns; where it throws, the connection is cut instead. */
        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            if (!turn.comes()) {
                throw new WithheldException();
            }
        }
    }

    private static final class WithheldException extends IOException {
        private static final long serialVersionUID = 1L;

        WithheldException() {
            super("The mail is not to be sent any more.");
        }
    }
}
