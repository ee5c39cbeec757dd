package dev.talentpipeline.kit.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.springframework.http.HttpStatus;

/**
 * A place in a list as callers carry it: opaque to them.
 *
 * @param at the instant by which the list is ordered
 * @param id what stands at that instant
 */
public record Cursor(Instant at, String id) {

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "/" + id).getBytes(UTF_8));
    }

    public static Cursor parse(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int slash = plain.indexOf('/');
            return new Cursor(Instant.parse(plain.substring(0, slash)), plain.substring(slash + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw unknown(cursor, e);
        }
    }

    /** The id as a number, where it is one. */
    public long number() {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw unknown(encoded(), e);
        }
    }

    private static ProblemException unknown(String cursor, Exception cause) {
        return (ProblemException)
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameter", "The cursor was not made here.")
                        .field("cursor")
                        .value(cursor)
                        .remedy("Send the \"next\" of the page before, or no cursor for the first page.")
                        .asException()
                        .initCause(cause);
    }
}
