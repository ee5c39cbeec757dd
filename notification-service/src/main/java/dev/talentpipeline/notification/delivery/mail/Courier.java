package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.delivery.mail.Posting.Accepted;
import dev.talentpipeline.notification.delivery.mail.Posting.Deferred;
import dev.talentpipeline.notification.delivery.mail.Posting.Refused;
import dev.talentpipeline.notification.delivery.mail.Posting.Unreachable;
import dev.talentpipeline.notification.template.UnwritableLetterException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails one after the other: claim, send, settle.
 *
 * <p>Between sending a mail and settling it, no other mail is sent, and only one courier leads among all processes. So a
 * crash leaves at most one mail of which nobody knows whether it went out, and that one is sent again under its old
 * Message-ID. A mail that the server defers waits on its own; a server that cannot be reached makes the courier wait,
 * and no mail is ever given up for that.
 *
 * <p>One thread runs the courier; {@link #stop()} and {@link #trouble()} may be called from any other.
 */
final class Courier implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final MailQueue.Opening queues;
    private final Postbox postbox;
    private final WritingMails writing;
    private final Duration poll;
    private final Consumer<Posting> observer;
    private final Tracing tracing;
    private final Clock clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable String trouble;

    Courier(
            MailQueue.Opening queues,
            Postbox postbox,
            WritingMails writing,
            Duration poll,
            Backoff backoff,
            Consumer<Posting> observer,
            Tracing tracing,
            Clock clock,
            RandomGenerator random) {
        this.queues = queues;
        this.postbox = postbox;
        this.writing = writing;
        this.poll = poll;
        this.backoff = backoff;
        this.observer = observer;
        this.tracing = tracing;
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

    private void work(MailQueue queue) {
        while (!queue.lead()) {
            trouble = null;
            if (pause(poll)) {
                return;
            }
        }
        int doubtful = queue.takeBack();
        if (doubtful > 0) {
            LOG.warn("{} mail(s) were left between claim and settlement and are sent again", doubtful);
        }
        int unreachable = 0;
        while (!isStopped()) {
            queue.letGo(clock.instant());
            if (sendDue(queue)) {
                unreachable = 0;
                postbox.hangUp();
                queue.awaitMails(poll);
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
        Optional<ClaimedMail> claimed = queue.claim(clock.instant());
        while (claimed.isPresent()) {
            Optional<Posting> posting = traced(claimed.get());
            if (posting.isEmpty()) {
                claimed = queue.claim(clock.instant());
                continue;
            }
            observer.accept(posting.get());
            Settlement settlement = settlementOf(claimed.get(), posting.get());
            if (posting.get() instanceof Unreachable(String reason)) {
                queue.settle(settlement);
                trouble = "server: " + reason;
                return false;
            }
            if (isStopped()) {
                queue.settle(settlement);
                return true;
            }
            claimed = queue.settleAndClaim(settlement, clock.instant());
        }
        trouble = null;
        return true;
    }

    /** Posts a mail as the last step of what brought it about. */
    private Optional<Posting> traced(ClaimedMail claimed) {
        try (Step step = tracing.ask("send mail", claimed.traceparent()).here()) {
            step.with("talentpipeline.notice_id", claimed.noticeId().toString())
                    .with("talentpipeline.attempt", claimed.attempts());
            Optional<Posting> posting = post(claimed);
            posting.filter(came -> !(came instanceof Accepted))
                    .ifPresent(came -> step.failed(came.getClass().getSimpleName()));
            return posting;
        }
    }

    /** What came of the mail; nothing if it was erased after it was claimed. */
    private Optional<Posting> post(ClaimedMail claimed) {
        Optional<Mail> mail;
        try {
            mail = writing.write(claimed);
        } catch (UnwritableLetterException e) {
            // It must not keep the others from leaving, and may be mended by the next release.
            return Optional.of(new Deferred("The letter could not be written: " + e.getMessage()));
        }
        return mail.map(postbox::post);
    }

    private Settlement settlementOf(ClaimedMail mail, Posting posting) {
        Instant now = clock.instant();
        var id = mail.noticeId();
        return switch (posting) {
            case Accepted() -> new Settlement.Sent(id, now);
            case Refused(String reason) -> new Settlement.Failed(id, now, reason);
            case Deferred(String reason) ->
                new Settlement.Postponed(id, now.plus(backoff.after(mail.attempts(), random)), reason);
            // The courier itself waits, so the mail need not wait on its own.
            case Unreachable(String reason) -> new Settlement.Postponed(id, now, reason);
        };
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
