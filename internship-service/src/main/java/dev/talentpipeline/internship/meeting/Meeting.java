package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.reason.Act;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One student and one company getting to know each other. Its changes are made under the person's lock and its own.
 *
 * @param person the person behind the student
 * @param university the student's
 * @param internship that it is about; null if a share code left that open
 * @param message what the company wrote; never on a topic
 * @param version grows by 1 with every change of the meeting or of an interview in it
 */
public record Meeting(
        UUID id,
        String programme,
        UUID student,
        UUID person,
        String university,
        String company,
        @Nullable UUID internship,
        Origin origin,
        @Nullable String message,
        long version,
        MeetingState state,
        Instant createdAt,
        Instant changedAt) {

    /** How the two found each other. */
    public enum Origin {
        INVITATION,
        SHARE_CODE
    }

    /** Whether the two meet now. */
    public boolean isOpen() {
        return status() == MeetingStatus.OPEN;
    }

    public MeetingStatus status() {
        return state.status();
    }

    /** Whether both sides are members of its programme. */
    boolean isOfMembers(Programme in) {
        return in.admitsCompany(company) && in.admitsUniversity(university);
    }

    /** This meeting in another state, one version on. */
    Meeting in(MeetingState next, Instant now) {
        return as(version + 1, next, now);
    }

    /** The same meeting under a version that tells it anew. */
    Meeting toldAs(long told, Instant now) {
        return as(told, state, now);
    }

    private Meeting as(long nextVersion, MeetingState next, Instant now) {
        return new Meeting(
                id,
                programme,
                student,
                person,
                university,
                company,
                internship,
                origin,
                message,
                nextVersion,
                next,
                createdAt,
                now);
    }

    /** This meeting with something changed in it, one version on. */
    Meeting touched(Instant now) {
        return in(state, now);
    }

    /**
     * One thing that happened in a meeting, and who brought it about.
     *
     * @param what the state that it came to, or what happened to an interview
     * @param interview the interview; null if it is about the meeting itself
     * @param act what the reason was given for; null without a reason, and where the system gave it
     */
    public record Entry(
            String what,
            @Nullable UUID interview,
            @Nullable Act act,
            @Nullable String reason,
            Instant at,
            Actor by) {

        static Entry of(Meeting meeting, @Nullable Act act, Actor by) {
            return new Entry(meeting.status().name(), null, act, meeting.state().reason(), meeting.changedAt(), by);
        }
    }
}
