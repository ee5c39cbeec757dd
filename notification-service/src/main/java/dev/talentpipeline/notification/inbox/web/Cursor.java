package dev.talentpipeline.notification.inbox.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.notification.inbox.InboxPages.Position;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A position in the list as callers carry it: opaque to them, instant and id to us. */
final class Cursor {

    private Cursor() {}

    static String of(Position position) {
        String plain = position.createdAt() + "/" + position.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    static Position parse(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int slash = plain.indexOf('/');
            return new Position(Instant.parse(plain.substring(0, slash)), UUID.fromString(plain.substring(slash + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw (ProblemException)
                    Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "The cursor was not made here.")
                            .field("cursor")
                            .value(cursor)
                            .remedy("Send the \"next\" of the page before, or no cursor for the first page.")
                            .asException()
                            .initCause(e);
        }
    }
}
