package dev.talentpipeline.kit.kafka;

/** How a listener asks the broker for what is new, where that is other than usual: {@code properties} of its annotation. Whatever the pace, it is asked anew as soon as the answer is here. */
public final class ListenerPace {

    /**
     * Of one that takes together what a poll brings: the broker waits a moment for more than a record. A transaction of one costs about as much as one of
     * many, and of records that come all the time each would be one.
     */
    public static final String TOGETHER = "fetch.min.bytes=65536\nfetch.max.wait.ms=150";

    private ListenerPace() {}
}
