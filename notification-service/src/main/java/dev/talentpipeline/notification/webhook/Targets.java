package dev.talentpipeline.notification.webhook;

import java.net.URI;
import java.util.Map;

/** The systems of organisations. */
@FunctionalInterface
public interface Targets {

    /** Posts the body as JSON. Comes back within a bound, whatever the other side does; safe for use by several threads. */
    Reply post(URI url, Map<String, String> headers, String body);
}
