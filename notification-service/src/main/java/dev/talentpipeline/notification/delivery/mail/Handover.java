package dev.talentpipeline.notification.delivery.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one claim on their way to the server: several threads take and prepare them, and each has its turn to be handed over once all before it are
 * settled. So at every moment at most one mail is between handover and settlement, and that is the first which is not settled.
 *
 * <p>Safe for use by many threads. The first that is not settled is always in the hands of a thread or still to be taken, which is why every turn comes or the
 * handover ends.
 */
final class Handover {

    private final List<ClaimedMail> mails;
    /** By place; each is opened once, by whoever settled the mail before it or by the end. */
    private final List<CountDownLatch> turns;

    private int taken;
    private int settled;
    private boolean over;
    private @Nullable Throwable fault;

    Handover(List<ClaimedMail> mails) {
        this.mails = List.copyOf(mails);
        turns = Stream.generate(() -> new CountDownLatch(1)).limit(mails.size()).toList();
        openNext();
    }

    /** A mail and how many are before it. */
    record Place(int number, ClaimedMail mail) {}

    /** The next to be prepared; empty if there is none, or no more is handed over. */
    synchronized Optional<Place> take() {
        if (over || taken == mails.size()) {
            return Optional.empty();
        }
        var place = new Place(taken, mails.get(taken));
        taken++;
        return Optional.of(place);
    }

    /** Waits for the turn of a mail to be handed over; it lasts until the mail is settled. False: it does not come any more. */
    boolean comes(Place place) {
        return hasTurn(place) && !isOver();
    }

    /** Waits for the turn of a mail to be settled, which also after the end is that of the first which is not. */
    boolean hasTurn(Place place) {
        try {
            turns.get(place.number()).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
        return settledCount() == place.number();
    }

    private synchronized int settledCount() {
        return settled;
    }

    /**
     * The mail whose turn it was is settled.
     *
     * @param goesOn whether the next one has its turn
     */
    synchronized void settled(boolean goesOn) {
        settled++;
        if (goesOn) {
            openNext();
        } else {
            end();
        }
    }

    private void openNext() {
        if (settled < turns.size()) {
            turns.get(settled).countDown();
        }
    }

    private synchronized void end() {
        over = true;
        turns.forEach(CountDownLatch::countDown);
    }

    /** Ends it for a fault, of which the first is what counts. */
    synchronized void fail(Throwable because) {
        if (fault == null) {
            fault = because;
        }
        end();
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized @Nullable Throwable fault() {
        return fault;
    }

    /** What was not handed over, once no thread is at work any more. */
    synchronized List<UUID> left() {
        return mails.subList(settled, mails.size()).stream()
                .map(ClaimedMail::noticeId)
                .toList();
    }
}
