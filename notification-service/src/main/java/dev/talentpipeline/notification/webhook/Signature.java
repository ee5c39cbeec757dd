package dev.talentpipeline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures after the Standard Webhooks specification, version 1.0.0, symmetric scheme {@code v1}. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** One signature for each secret, with blanks between, so that a receiver may know either. */
    static String of(List<Secret> secrets, String id, long timestampSeconds, String body) {
        byte[] signed = (id + "." + timestampSeconds + "." + body).getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + hmac(secret.key(), signed))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM + ".", e);
        }
    }
}
