package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.meeting.MeetingCommand.Overtaken;
import dev.talentpipeline.internship.resource.Between;
import dev.talentpipeline.internship.resource.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The meetings of all programmes, with their interviews and their history. */
public interface Meetings {

    Optional<Meeting> find(UUID id);

    /** Locks the meeting and gives its newest state. */
    Optional<Meeting> lock(UUID id);

    /** Adds the meeting; false if the two meet about the same already. */
    boolean add(Meeting meeting, Meeting.Entry entry);

    /** Keeps the meeting's new version, and what led there. */
    void save(Meeting meeting, Meeting.Entry entry);

    /** The invitation or meeting of the two about the internship, or about none, that stands. */
    Optional<Meeting> standing(UUID student, String company, @Nullable UUID internship);

    /** Whether the student declined to meet about the internship before. */
    boolean declinedBefore(UUID student, UUID internship);

    /** How many invitations to the internship wait for their answer. */
    int invitedTo(UUID internship);

    List<Interview> interviewsOf(UUID meeting);

    Optional<Interview> interview(UUID id);

    void add(Interview interview);

    void save(Interview interview);

    /** Invitations whose deadline has come, some of them. */
    List<Meeting> due(Instant now);

    /** Meetings and invitations whose programme, side or internship has gone, some of them. */
    List<Meeting> overtaken();

    /** What of that holds for the one. */
    Optional<Overtaken> overtaken(UUID id);

    /** The interviews in each of the meetings, by their start. */
    Map<UUID, List<Interview>> interviews(Collection<UUID> meetings);

    /** What happened in each of the meetings, oldest entry first. */
    Map<UUID, List<Meeting.Entry>> histories(Collection<UUID> meetings);

    /** Meetings in the order of their ids. */
    Page<Meeting> list(Between asked, @Nullable MeetingStatus status, Page.Request request);
}
