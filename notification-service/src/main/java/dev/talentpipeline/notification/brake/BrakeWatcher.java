package dev.talentpipeline.notification.brake;

import java.time.Instant;

/** Is told, within the transaction, of outlets that are open again. */
@FunctionalInterface
public interface BrakeWatcher {

    void reopened(Outlet outlet, Instant now);
}
