package dev.talentpipeline.notification.webhook;

import java.time.Instant;

/** What endpoints are written, in the form that each reads. */
public interface Bodies {

    String of(Happening happening, Endpoint.Address to);

    String test(Endpoint.Address to, Instant now);
}
