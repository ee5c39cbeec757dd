package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The channels beside the inbox. */
public interface Deliveries {

    /** Hands the notices, in this order, to every other channel of their kinds, within the caller's transaction. */
    void enqueue(List<ReleasedNotice> released, Instant at);

    /** How far each of the notices has got; a notice that no channel holds yet is not in the answer. */
    Map<UUID, List<Delivery>> of(Collection<UUID> notices);
}
