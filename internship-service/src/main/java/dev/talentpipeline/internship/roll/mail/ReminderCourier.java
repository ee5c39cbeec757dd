package dev.talentpipeline.internship.roll.mail;

import dev.talentpipeline.internship.roll.SendingReminders;
import dev.talentpipeline.internship.roll.SendingReminders.Sending;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends reminders from the start of the service to its end, on a thread of its own: a slow mail server keeps nothing else waiting. */
final class ReminderCourier {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderCourier.class);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final SendingReminders sending;
    private final SmtpReminderPost post;
    private final Duration poll;
    private final Duration trouble;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("claim-reminders").unstarted(this::run);

    /**
     * @param poll how often it is looked whether there is one to send
     * @param trouble how long to wait after something stood in the way
     */
    ReminderCourier(SendingReminders sending, SmtpReminderPost post, Duration poll, Duration trouble) {
        this.sending = sending;
        this.post = post;
        this.poll = poll;
        this.trouble = trouble;
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(LONGEST_FAREWELL);
    }

    private void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Sending sent = sendNext();
                if (sent == Sending.DONE) {
                    goesOn = stopped.getCount() > 0;
                } else {
                    post.hangUp();
                    Duration wait = sent == Sending.TROUBLE ? trouble : poll;
                    goesOn = !stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            post.hangUp();
        }
    }

    /** A lost database is a reason to come again, not to end. */
    private Sending sendNext() {
        try {
            return sending.sendNext();
        } catch (RuntimeException e) {
            LOG.warn("A reminder was not sent, and is tried again", e);
            return Sending.TROUBLE;
        }
    }
}
