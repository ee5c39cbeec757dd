package dev.talentpipeline.internship.audit;

import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trail of everything that was done. New versions enter it by the outbox, which no use case can pass by; acts that make no version are
 * recorded by whoever does them. The time, who acts and the origin are taken from the running work.
 */
public interface AuditTrail {

    /** Adds the deed in the running transaction: it is on the trail if and only if it was done. */
    void record(Deed deed);

    /** The same for many deeds, with fewer statements. */
    void recordAll(List<Deed> deeds);

    /** A part of the trail, oldest entry first. */
    Page<AuditEntry> list(Filter filter, Page.Request request);

    /**
     * Which entries are asked for; what is null does not narrow.
     *
     * @param from no entry before this time
     * @param until only entries before this time
     */
    record Filter(
            Reader reader,
            @Nullable String kind,
            @Nullable String entity,
            @Nullable UUID person,
            @Nullable String correlation,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** As whom the trail is read: everybody sees what concerns them. */
    sealed interface Reader {

        record Operations() implements Reader {}

        record University(String org) implements Reader {}

        record Company(String org) implements Reader {}

        record Themselves(UUID person) implements Reader {}
    }
}
