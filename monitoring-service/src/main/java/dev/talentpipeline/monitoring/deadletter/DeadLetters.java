package dev.talentpipeline.monitoring.deadletter;

import java.util.List;

/** What could not be processed. */
public interface DeadLetters {

    /** All of them by their cause, the latest first. */
    List<Cause> byCause();

    /** How many of a reader's have come to nothing yet, also those in quarantine. */
    long open(String group);
}
