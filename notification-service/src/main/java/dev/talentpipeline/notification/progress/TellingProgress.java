package dev.talentpipeline.notification.progress;

/** Tells how notices got on, as far as it has not been told. */
public final class TellingProgress {

    private static final int MOST_AT_ONCE = 500;

    private final UntoldProgress untold;
    private final ProgressTopic topic;

    TellingProgress(UntoldProgress untold, ProgressTopic topic) {
        this.untold = untold;
        this.topic = topic;
    }

    /** Tells all there is. */
    public void tell() {
        int told;
        do {
            told = untold.take(MOST_AT_ONCE, topic::tell);
        } while (told == MOST_AT_ONCE);
    }
}
