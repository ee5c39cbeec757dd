package dev.talentpipeline.notification.delivery.mail;

import java.time.Duration;

/** Runs the courier from the start of the application to its end, and lets it finish the mail in hand. */
final class CourierThread {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(20);

    private final Courier courier;
    private final Thread thread;

    CourierThread(Courier courier) {
        this.courier = courier;
        this.thread = Thread.ofPlatform().name("mail-courier").unstarted(courier);
    }

    void start() {
        thread.start();
    }

    void stop() {
        courier.stop();
        try {
            thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
