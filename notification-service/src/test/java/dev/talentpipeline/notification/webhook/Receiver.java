package dev.talentpipeline.notification.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.talentpipeline.notification.webhook.http.Outside.Received;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A receiver as the Standard Webhooks specification asks for one, over the library that its authors publish: it takes a message whose
 * signature holds and whose time is near, and whose id it has not seen.
 */
final class Receiver {

    private final Webhook library;
    private final Set<String> seen = new TreeSet<>();

    Receiver(String secret) {
        this.library = new Webhook(secret);
    }

    boolean takes(Received received) {
        return takes(received, received.body());
    }

    /** Whether it takes the request with another body. */
    boolean takes(Received received, String body) {
        return isVerified(received, body) && seen.add(received.id());
    }

    /** What the library says of it. */
    boolean isVerified(Received received, String body) {
        try {
            library.verify(
                    body,
                    Map.of(
                            Webhook.UNBRANDED_MSG_ID_KEY, List.of(received.id()),
                            Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(received.timestamp()),
                            Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(received.signature())));
            return true;
        } catch (WebhookVerificationException e) {
            // A refusal is what is asked for.
            return false;
        }
    }
}
