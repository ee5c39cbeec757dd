package dev.talentpipeline.monitoring.expectation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How long operations lets rules wait. */
public interface Thresholds {

    /** By rule; without those that keep their own time. */
    Map<String, Duration> all();

    /** Keeps others from setting one until the transaction ends, which the caller has opened. */
    void lock();

    /** Sets it and adds the change to the trail. */
    void set(ThresholdChange change);

    /** The latest changes of a rule, newest first. */
    List<ThresholdChange> latest(String rule, int limit);
}
