package dev.talentpipeline.notification.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.notification.inbox.Channel;
import dev.talentpipeline.notification.inbox.Notice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a mail. It follows from person, event and channel alone, so that a mail sent again after a crash carries
 * the id that it carried before, and mail systems that recognise repetitions drop it.
 *
 * <pre>
 *   &lt; 6ff1ce7e-…-9d0a . 2       . 9f86d081884c7d65 @ notices.talentpipeline.example &gt;
 *     subject           version   SHA-256 of person/subject/version/channel, first 16 hex digits
 * </pre>
 */
final class MessageId {

    private static final int HASH_DIGITS = 16;

    private MessageId() {}

    static String of(Notice notice, String domain) {
        String identity = String.join(
                "/",
                notice.personId(),
                notice.subject(),
                String.valueOf(notice.subjectVersion()),
                Channel.EMAIL.name());
        return "<" + notice.subject() + "." + notice.subjectVersion() + "." + hash(identity) + "@" + domain + ">";
    }

    /** Names the conversation about a subject, so that all mails about one offer are shown together. */
    static String thread(Notice notice, String domain) {
        return "<" + notice.subject() + "@" + domain + ">";
    }

    private static String hash(String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
