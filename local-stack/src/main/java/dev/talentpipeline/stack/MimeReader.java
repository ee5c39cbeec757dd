package dev.talentpipeline.stack;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes from a MIME message what a reader of captured mail wants to see; attachments are left out. */
final class MimeReader {

    private MimeReader() {}

    static CapturedMessage read(MimeMessage message, String to, Instant receivedAt)
            throws MessagingException, IOException {
        String[] language = message.getContentLanguage();
        return new CapturedMessage(
                message.getMessageID(),
                to,
                Optional.ofNullable(message.getSubject()).orElse(""),
                receivedAt,
                language == null || language.length == 0 ? null : language[0],
                Optional.ofNullable(firstOf("text/plain", message)).orElse(""),
                firstOf("text/html", message));
    }

    private static @Nullable String firstOf(String mimeType, Part part) throws MessagingException, IOException {
        if (part.isMimeType(mimeType)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = firstOf(mimeType, inner);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
