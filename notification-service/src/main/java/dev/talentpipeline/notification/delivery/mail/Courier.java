package dev.talentpipeline.notification.delivery.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails: claims some, has them written and handed over, and begins again.
 *
 * <p>Between handing a mail over and settling it, no other mail is handed over, however many are prepared at the same time, and only one courier leads among all processes. So a
 * crash leaves at most one mail of which nobody knows whether it went out, and that one is sent again under its old
 * Message-ID. A mail that the server defers waits on its own; a server that cannot be reached makes the courier wait,
 * and no mail is ever given up for that.
 *
 * <p>One thread runs the courier; {@link #stop()}, {@link #trouble()} and {@link #isLate()} may be called from any other.
 */
final class Courier implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** So few that an urgent mail does not wait long behind others that were claimed before it. */
    private static final int CLAIMED_AT_ONCE = 32;

    /** Where urgent mails are sent this long after they could be, the rest of the way to 5 seconds is not sure any more. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final MailQueue.Opening queues;
    private final Postbox postbox;
    private final SendingMails sending;
    private final Duration poll;
    private final Clock clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable String trouble;
    private volatile boolean late;

    Courier(
            MailQueue.Opening queues,
            Postbox postbox,
            SendingMails sending,
            Duration poll,
            Backoff backoff,
            Clock clock,
            RandomGenerator random) {
        this.queues = queues;
        this.postbox = postbox;
        this.sending = sending;
        this.poll = poll;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
    }

    /** Works until stopped. A lost database is a reason to open the queue anew, not to end. */
    @Override
    public void run() {
        int failures = 0;
        while (!isStopped()) {
            try (MailQueue queue = queues.open()) {
                failures = 0;
                work(queue);
            } catch (RuntimeException e) {
                failures++;
                trouble = "queue: " + e.getMessage();
                LOG.warn("The mail queue was lost and is opened again", e);
                pause(backoff.after(failures, random));
            } finally {
                postbox.hangUp();
            }
        }
    }

    void stop() {
        stopped.countDown();
    }

    /** What keeps mails from leaving just now; null if nothing does. */
    @Nullable String trouble() {
        return trouble;
    }

    /** Whether urgent mails wait for others just now. Those that wait for the server do not count: nothing else can help them. */
    boolean isLate() {
        return late;
    }

    private void work(MailQueue queue) {
        while (!queue.lead()) {
            trouble = null;
            if (pause(poll)) {
                return;
            }
        }
        int doubtful = queue.takeBack();
        if (doubtful > 0) {
            LOG.warn("A sender went away before it had settled its mails; the first of them may come twice");
        }
        int unreachable = 0;
        while (!isStopped()) {
            queue.letGo(clock.instant());
            if (sendDue(queue)) {
                unreachable = 0;
                if (!queue.awaitMails(poll)) {
                    postbox.hangUp();
                }
            } else {
                unreachable++;
                pause(backoff.after(unreachable, random));
            }
        }
    }

    /**
     * Sends what is due.
     *
     * @return whether the server could be reached
     */
    boolean sendDue(MailQueue queue) {
        try {
            return sendAllDue(queue);
        } finally {
            late = false;
        }
    }

    private boolean sendAllDue(MailQueue queue) {
        while (!isStopped()) {
            Instant now = clock.instant();
            List<ClaimedMail> claimed = queue.claim(now, CLAIMED_AT_ONCE);
            if (claimed.isEmpty()) {
                break;
            }
            late = claimed.stream()
                    .anyMatch(
                            mail -> mail.urgent() && mail.dueSince().plus(LATE).isBefore(now));
            String unreachable = sending.send(queue, claimed, () -> !isStopped());
            if (unreachable != null) {
                trouble = "server: " + unreachable;
                return false;
            }
        }
        trouble = null;
        return true;
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Returns whether the courier was stopped meanwhile. */
    private boolean pause(Duration duration) {
        try {
            return stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            return true;
        }
    }
}
