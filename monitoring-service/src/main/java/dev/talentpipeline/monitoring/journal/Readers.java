package dev.talentpipeline.monitoring.journal;

/** Whose group the journal's reader is. */
public final class Readers {

    /** The group that reads everything and applies nothing. */
    public static final String JOURNAL = "monitoring-service";

    private Readers() {}
}
