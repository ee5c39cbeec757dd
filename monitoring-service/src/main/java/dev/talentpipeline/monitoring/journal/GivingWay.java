package dev.talentpipeline.monitoring.journal;

import java.time.Duration;

/**
 * How monitoring gives way to what it watches: who worked rests longer than it worked. On a machine with room that is not felt; on one that is full each piece of work takes longer, and so does the rest after it, and what is
 * watched goes first. What is left lying is taken in more at a time, which costs less.
 *
 * @param times how many times as long as the work
 * @param longest however long the work was
 */
public record GivingWay(int times, Duration longest) {

    /** For those who go along with the journal. */
    public static final GivingWay OF_FOLLOWERS = new GivingWay(9, Duration.ofSeconds(10));

    public Duration after(Duration worked) {
        Duration rest = worked.multipliedBy(times);
        return rest.compareTo(longest) < 0 ? rest : longest;
    }

    /**
     * Rests after work; less if interrupted, which stays known.
     *
     * @param beganNanos when the work began, as {@link System#nanoTime()} had it
     */
    public void restSince(long beganNanos) {
        restUntil(endsNanos(beganNanos));
    }

    /** When the rest is over that follows work which began then and ends now, as {@link System#nanoTime()} has it. */
    public long endsNanos(long beganNanos) {
        long now = System.nanoTime();
        return now + after(Duration.ofNanos(now - beganNanos)).toNanos();
    }

    /** Rests until then, if that is not past; less if interrupted, which stays known. */
    public static void restUntil(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
