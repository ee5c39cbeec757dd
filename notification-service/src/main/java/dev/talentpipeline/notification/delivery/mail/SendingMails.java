package dev.talentpipeline.notification.delivery.mail;

import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.notification.delivery.mail.Handover.Place;
import dev.talentpipeline.notification.delivery.mail.Posting.Accepted;
import dev.talentpipeline.notification.delivery.mail.Posting.Deferred;
import dev.talentpipeline.notification.delivery.mail.Posting.Refused;
import dev.talentpipeline.notification.delivery.mail.Posting.Unreachable;
import dev.talentpipeline.notification.delivery.mail.WritingMails.Pen;
import dev.talentpipeline.notification.template.UnwritableLetterException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends the mails of one claim. Letters are written and conversations with the server led by several threads at once, up to the point at which the server would have the mail; from there
 * to its settlement there is only ever one, in the order of the claim. Used by one thread, besides those of its own.
 */
final class SendingMails {

    private final Postbox postbox;
    private final WritingMails writing;
    private final Backoff backoff;
    private final Consumer<Posting> observer;
    private final Tracing tracing;
    private final Clock clock;
    private final RandomGenerator random;
    private final int atOnce;
    private final ExecutorService others;

    /** @param atOnce how many mails are prepared at the same time */
    SendingMails(
            Postbox postbox,
            WritingMails writing,
            Backoff backoff,
            Consumer<Posting> observer,
            Tracing tracing,
            Clock clock,
            RandomGenerator random,
            int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "atOnce (%d) must be positive. Maybe talentpipeline.mail.at-once is wrong.".formatted(atOnce));
        }
        this.postbox = postbox;
        this.writing = writing;
        this.backoff = backoff;
        this.observer = observer;
        this.tracing = tracing;
        this.clock = clock;
        this.random = random;
        this.atOnce = atOnce;
        // Whoever sends waits for them, so that they need no end of their own.
        others = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("mail-sender-", 1).factory());
    }

    /**
     * Sends them, and gives back what is not to be handed over any more.
     *
     * @param goesOn asked after each mail, whether there shall be a next one
     * @return why the server could not be reached; null if it could
     */
    @Nullable String send(MailQueue queue, List<ClaimedMail> claimed, BooleanSupplier goesOn) {
        var handover = new Handover(claimed);
        Pen pen = writing.of(claimed);
        var unreachable = new AtomicReference<@Nullable String>();
        Runnable work = () -> work(handover, pen, queue, unreachable, goesOn);
        int helpers = Math.min(atOnce, claimed.size()) - 1;
        var helping = new CountDownLatch(helpers);
        for (int i = 0; i < helpers; i++) {
            others.execute(() -> {
                try {
                    work.run();
                } finally {
                    helping.countDown();
                }
            });
        }
        work.run();
        awaitAll(helping);
        rethrow(handover.fault());
        if (!handover.left().isEmpty()) {
            queue.giveBack(handover.left());
        }
        return unreachable.get();
    }

    private void work(
            Handover handover,
            Pen pen,
            MailQueue queue,
            AtomicReference<@Nullable String> unreachable,
            BooleanSupplier goesOn) {
        try {
            for (var next = handover.take(); next.isPresent(); next = handover.take()) {
                Place place = next.get();
                Optional<Posting> came = traced(place, pen, handover);
                // Nobody settles out of turn, not even what the server refused before.
                if (!handover.hasTurn(place) || (came.isEmpty() && handover.isOver())) {
                    return;
                }
                boolean mayGoOn = true;
                if (came.isPresent()) {
                    observer.accept(came.get());
                    mayGoOn = queue.settle(settlementOf(place.mail(), came.get()));
                }
                if (came.orElse(null) instanceof Unreachable(String reason)) {
                    unreachable.set(reason);
                    mayGoOn = false;
                }
                handover.settled(mayGoOn && goesOn.getAsBoolean());
            }
        } catch (Throwable e) { // Whatever it is, the others must not wait for a turn that does not come.
            handover.fail(e);
        }
    }

    /** Posts a mail as the last step of what brought it about. */
    private Optional<Posting> traced(Place place, Pen pen, Handover handover) {
        ClaimedMail claimed = place.mail();
        try (Step step = tracing.ask("send mail", claimed.traceparent()).here()) {
            step.with("talentpipeline.notice_id", claimed.noticeId().toString())
                    .with("talentpipeline.attempt", claimed.attempts());
            Optional<Posting> posting = post(claimed, pen, () -> handover.comes(place));
            posting.filter(came -> !(came instanceof Accepted))
                    .ifPresent(came -> step.failed(came.getClass().getSimpleName()));
            return posting;
        }
    }

    /** What came of the mail; nothing if it was erased after it was claimed, or its turn did not come. */
    private Optional<Posting> post(ClaimedMail claimed, Pen pen, Postbox.Turn turn) {
        Optional<Mail> mail;
        try {
            mail = pen.write(claimed);
        } catch (UnwritableLetterException e) {
            // It must not keep the others from leaving, and may be mended by the next release.
            return Optional.of(new Deferred("The letter could not be written: " + e.getMessage()));
        }
        return mail.flatMap(written -> postbox.post(written, turn));
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

    /** Settled or not, nothing is touched before the last thread has let go of its mail. */
    private static void awaitAll(CountDownLatch helping) {
        boolean interrupted = false;
        while (true) {
            try {
                helping.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable fault) {
        switch (fault) {
            case null -> {
                // All went well.
            }
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException("Nothing here throws a checked exception.", fault);
        }
    }
}
