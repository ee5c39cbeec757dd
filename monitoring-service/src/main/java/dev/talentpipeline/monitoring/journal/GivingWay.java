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
        try {
            Thread.sleep(after(Duration.ofNanos(System.nanoTime() - beganNanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
