package dev.talentpipeline.monitoring.journal;

/** What the events of each topic of the catalogue are about: nobody waits for a topic. */
public interface Meanings {

    EntityKind of(String topic);
}
