package dev.talentpipeline.notification.preference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links by which somebody stops mails without signing in (RFC 8058). A link names its person by id and is signed, so that nobody can make one for
 * somebody else; it can do nothing but that, and never ends.
 *
 * <pre>
 *   CONSOLE/unsubscribe/ bGktbGVp       .  n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg
 *                        person, base64url HMAC-SHA256 of "unsubscribe/" and person, base64url
 * </pre>
 */
public final class UnsubscribeLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "unsubscribe/";

    private final Supplier<byte[]> secret;
    private final String console;

    /** @param secret asked for at each link, so that it may be there only later */
    public UnsubscribeLinks(Supplier<byte[]> secret, String console) {
        this.secret = secret;
        this.console = console;
    }

    public String linkFor(String personId) {
        return console + "/unsubscribe/" + tokenFor(personId);
    }

    public String tokenFor(String personId) {
        return base64(personId.getBytes(UTF_8)) + "." + base64(signature(personId));
    }

    /** Whose token it is; empty if it was not made here. */
    Optional<String> personOf(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            String person = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), UTF_8);
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(person)) ? Optional.of(person) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // No base64, so none of ours.
            return Optional.empty();
        }
    }

    private byte[] signature(String personId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
            return mac.doFinal((PURPOSE + personId).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
