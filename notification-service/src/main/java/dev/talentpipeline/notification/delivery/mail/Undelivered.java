package dev.talentpipeline.notification.delivery.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Urgent mails to people that do not arrive. Every method takes part in the caller's transaction. */
public interface Undelivered {

    /**
     * Notices whose mail was given up, or was tried and has waited since then; and of which nobody else was told.
     *
     * @param releasedBefore since when the others wait
     */
    List<UUID> find(Instant releasedBefore, int most);

    /**
     * Notes that somebody else was told.
     *
     * @return whether nobody had been until now
     */
    boolean noteTold(UUID notice);
}
