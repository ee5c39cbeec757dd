package dev.talentpipeline.monitoring.servicelevel;

import java.util.List;
import java.util.Map;

/** What operations promises. */
public interface Targets {

    /** By level; without those that keep their own. */
    Map<String, Target> all();

    /** Keeps others from setting one until the transaction ends, which the caller has opened. */
    void lock();

    /** Sets it and adds the change to the trail. */
    void set(TargetChange change);

    /** The latest changes of a level, newest first. */
    List<TargetChange> latest(String level, int limit);
}
