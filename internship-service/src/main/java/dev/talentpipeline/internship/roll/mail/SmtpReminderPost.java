package dev.talentpipeline.internship.roll.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.internship.roll.ClaimReminder;
import dev.talentpipeline.internship.roll.ReminderPost;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands reminders to the mail server and keeps the connection for the next. What the server says to the recipient decides: a reply of 5xx there
 * is final, every other trouble passes. Neither addresses nor links are logged. Used by one thread.
 */
final class SmtpReminderPost implements ReminderPost {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpReminderPost.class);

    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl server;
    private final Session session;
    private final InternetAddress from;
    private final String console;
    private final Clock clock;
    private @Nullable Transport open;

    /**
     * @param from whom the mails are from; its domain is that of their Message-IDs
     * @param console the origin of the page that links lead to
     */
    SmtpReminderPost(JavaMailSenderImpl server, InternetAddress from, String console, Clock clock) {
        this.server = server;
        this.session = server.getSession();
        this.from = from;
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Handover post(Letter letter) {
        InternetAddress to;
        try {
            to = new InternetAddress(letter.to(), true);
        } catch (AddressException e) {
            LOG.info("Reminder {} has an address that is none", letter.reminder());
            return Handover.REFUSED;
        }
        Transport transport;
        try {
            transport = connected();
        } catch (MessagingException e) {
            hangUp();
            LOG.warn("The mail server cannot be reached: {}", e.getClass().getSimpleName());
            return Handover.UNREACHABLE;
        }
        try {
            transport.sendMessage(message(letter, to), new Address[] {to});
            return Handover.TAKEN;
        } catch (MessagingException e) {
            int reply = replyToTheAddress(e);
            LOG.info("Reminder {} was not taken: {}", letter.reminder(), reply);
            if (reply < TEMPORARY) {
                // Not an answer about the recipient; nobody knows in which state the conversation was left.
                hangUp();
            }
            return reply >= PERMANENT ? Handover.REFUSED : Handover.DEFERRED;
        }
    }

    /** Gives the connection back while there is nothing to send. */
    void hangUp() {
        Transport transport = open;
        open = null;
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException e) {
                // It was to be closed, and it is.
                return;
            }
        }
    }

    private Transport connected() throws MessagingException {
        Transport transport = open;
        if (transport == null || !transport.isConnected()) {
            transport = session.getTransport("smtp");
            open = transport;
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        }
        return transport;
    }

    private static String page(ClaimReminder.Purpose purpose) {
        return switch (purpose) {
            case CLAIM -> "/claim";
            case ACCESS -> "/enter/by-mail";
        };
    }

    private MimeMessage message(Letter letter, InternetAddress to) throws MessagingException {
        ReminderText words = ReminderText.of(letter, console + page(letter.purpose()) + "?secret=" + letter.secret());
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        MimeMessage message = new IdentifiedMessage(session, "<claim-%s@%s>".formatted(letter.reminder(), domain));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(words.subject(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language().name().toLowerCase(Locale.ROOT)});
        message.setText(words.text(), UTF_8.name());
        message.saveChanges();
        return message;
    }

    /** What the server replied to the address; 0 if the trouble is another. */
    private static int replyToTheAddress(MessagingException fault) {
        Exception next = fault;
        while (next instanceof MessagingException outer) {
            if (outer instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            next = outer.getNextException();
        }
        return 0;
    }

    /** Keeps the Message-ID that it was given, where others are given a new one when they are saved. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String messageId;

        IdentifiedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
