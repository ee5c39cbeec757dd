package dev.talentpipeline.notification.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How DingTalk's robots want to be called whose security setting is the signature (加签): time and signature stand in the query. */
final class RobotSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private RobotSignature() {}

    static URI signed(URI url, String secret, Instant at) {
        long timestampMs = at.toEpochMilli();
        String sign = URLEncoder.encode(hmac(secret, timestampMs + "\n" + secret), UTF_8);
        String begin = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + begin + "timestamp=" + timestampMs + "&sign=" + sign);
    }

    private static String hmac(String key, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM + ".", e);
        }
    }
}
