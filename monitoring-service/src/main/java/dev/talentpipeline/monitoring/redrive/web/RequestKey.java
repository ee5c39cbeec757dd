package dev.talentpipeline.monitoring.redrive.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.kit.security.Caller;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What {@code Idempotency-Key} makes of a request that begins a redrive: the id of the redrive. So the same request begins it once, for as long as it is on record.
 */
final class RequestKey {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private RequestKey() {}

    /** An id of the caller's own; without a key one that no other request has. */
    static UUID id(Caller caller, @Nullable String key) {
        if (key == null) {
            return UUID.randomUUID();
        }
        if (!SHAPE.matcher(key).matches()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "malformed-idempotency-key", "The idempotency key is malformed.")
                    .field(HEADER)
                    .value(key)
                    .remedy("Use 1 to 255 visible ASCII characters, such as a UUID.")
                    .asException();
        }
        String whose = Objects.toString(caller.actor(), "") + "\n" + caller.subject() + "\n" + key;
        return UUID.nameUUIDFromBytes(whose.getBytes(UTF_8));
    }

    /** The same for bodies that say the same. */
    static String fingerprint(RedriveBody body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(body.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    static ProblemException taken(@Nullable String key) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "The idempotency key was used for another request.")
                .field(HEADER)
                .value(key)
                .remedy("Use a new key for a new request; repeat a request with the same body.")
                .asException();
    }
}
