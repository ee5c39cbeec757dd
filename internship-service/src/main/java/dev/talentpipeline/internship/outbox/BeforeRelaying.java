package dev.talentpipeline.internship.outbox;

/** What has to be done before anything that waits in the outbox may go out. It is done by the relay, each time that it begins to work. */
public interface BeforeRelaying {

    /** Does it; what it throws is tried again as long as it takes. */
    void run();
}
