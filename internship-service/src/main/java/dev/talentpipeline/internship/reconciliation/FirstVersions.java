package dev.talentpipeline.internship.reconciliation;

/**
 * The version with which an entity begins whose id is not random: 1, unless one with that id was told before and is lost. Its versions go on then, since
 * a version is never told twice.
 */
public interface FirstVersions {

    /** The first version of what has that key on the topic. */
    long of(String topic, String key);
}
