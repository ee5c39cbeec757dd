package dev.talentpipeline.notification.preference;

import java.time.Instant;
import java.util.Optional;

/** What people chose. Every method takes part in the caller's transaction. */
public interface KeptPreferences {

    Optional<NoticePreferences> find(String personId);

    void keep(NoticePreferences preferences, Instant at);

    void forget(String personId);

    /** The secret that links are signed with, the same for ever. */
    byte[] linkSecret();
}
