package dev.talentpipeline.monitoring.journal;

import dev.talentpipeline.schemas.Channels;

/** Whose group the journal's reader is. */
public final class Readers {

    /** The group that reads everything and applies nothing. */
    public static final String JOURNAL = Channels.MONITORING;

    private Readers() {}
}
