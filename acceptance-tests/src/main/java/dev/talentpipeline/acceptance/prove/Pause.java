package dev.talentpipeline.acceptance.prove;

import java.time.Duration;

/** Time that passes between two steps of a proof. */
final class Pause {

    private Pause() {}

    static void of(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two steps.", e);
        }
    }
}
