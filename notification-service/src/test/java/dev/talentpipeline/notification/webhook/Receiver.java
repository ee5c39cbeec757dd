package dev.talentpipeline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver as the Standard Webhooks specification asks for one: it takes a message whose signature holds, whose time is near and whose
 * id it has not seen.
 */
final class Receiver {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key;
    private final Set<String> seen = new TreeSet<>();

    Receiver(String secret) {
        this.key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    }

    boolean takes(String id, String timestamp, String signatures, String body, Instant now) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
        boolean near = Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
        return near && holds(id, timestamp, signatures, body) && seen.add(id);
    }

    private boolean holds(String id, String timestamp, String signatures, String body) {
        byte[] expected = hmac((id + "." + timestamp + "." + body).getBytes(UTF_8));
        for (String signature : signatures.split(" ", -1)) {
            String[] parts = signature.split(",", 2);
            if (parts[0].equals("v1")
                    && MessageDigest.isEqual(Base64.getDecoder().decode(parts[1]), expected)) {
                return true;
            }
        }
        return false;
    }

    private byte[] hmac(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
