package dev.talentpipeline.notification.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notices of everybody. Every method takes part in the caller's transaction.
 *
 * <p>A notice that waits and the contact or label that it waits for may arrive at the same instant in two transactions.
 * {@link #expect} and {@link #expectedArrived} keep them from missing each other: of two such transactions the later one
 * sees what the earlier one committed.
 */
public interface Notices {

    /** Notes in their order that these versions of offers were read, and the states that they were in; an offer may be among them more than once. */
    List<Advance> advance(List<OfferNews> news);

    /**
     * What it means to have read a version.
     *
     * @param isNews false if this or a newer version was read before
     * @param before the state in which the offer was read last; null: it was never read
     */
    record Advance(boolean isNews, @Nullable OfferState before) {}

    /**
     * Notes that this version of the placement was read, and what it said.
     *
     * @return whether it is news; false if this or a newer version was read before
     */
    boolean advance(PlacementNews news);

    /** What the version of the placement that was read last said; empty for one that was never read. */
    Optional<PlacementReading> lastReadOfPlacement(String programmeId, String placementId);

    /** As for a placement: notes that this version of the meeting was read, and what it said. */
    boolean advance(MeetingNews news);

    /** What the version of the meeting that was read last said; empty for one that was never read. */
    Optional<MeetingReading> lastReadOfMeeting(String programmeId, String meetingId);

    /** As for a placement: notes that this version of the opening was read, and how it stood. */
    boolean advance(OpeningNews news);

    /** How the version of the opening that was read last stood; empty for one that was never read. */
    Optional<OpeningReading> lastReadOfOpening(String programmeId, String internshipId);

    /** As for a placement: notes that this version of the import was read, and the state that it was in. */
    boolean advance(ImportNews news);

    /** The state in which the import was read last; empty for one that was never read. */
    Optional<ImportState> lastReadOfImport(String programmeId, String importId);

    /** Adds notices that wait; one for the same person and event must not exist. */
    void add(List<Notice> waiting);

    /** Adds notices that have nothing to wait for, which are released at once; one for the same person and event must not exist. */
    void addReleased(List<ReleasedNotice> released, Instant at);

    /** Holds back arrivals of the notices' contacts and labels until the caller's transaction has ended. */
    void expect(List<Notice> notices);

    /** Waits until no transaction that expects this arrival is under way, and holds new ones back until the caller's has ended. */
    void expectedArrived(Arrival arrival);

    /** The notices that wait for this arrival, oldest first, locked until the caller's transaction has ended. */
    List<Notice> lockWaitingFor(Arrival arrival);

    /** Releases a notice that waited. */
    void release(ReleasedNotice released, Instant at);

    /** Those of these notices that are released, in no order. */
    List<ReleasedNotice> released(Collection<UUID> notices);

    /** Takes back a notice that turned out not to be called for. */
    void drop(UUID noticeId);

    /** Deletes every notice of the person, and with it all that was to be delivered. */
    void deleteAllOf(String personId);
}
