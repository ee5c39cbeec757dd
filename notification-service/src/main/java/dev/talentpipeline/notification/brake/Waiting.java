package dev.talentpipeline.notification.brake;

import java.time.Instant;

/**
 * How many of a kind could leave and have not yet.
 *
 * @param kind of notice, such as {@code offer-made}, or of message, such as {@code offer.extended}
 * @param urgent whether they leave before all others
 * @param oldest since when the one waits that waits longest
 */
public record Waiting(String kind, boolean urgent, int count, Instant oldest) {}
