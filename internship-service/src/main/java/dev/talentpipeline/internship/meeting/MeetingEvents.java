package dev.talentpipeline.internship.meeting;

import java.util.List;

/** Tells others of meetings, in the transaction that changes them. */
public interface MeetingEvents {

    /**
     * The meeting has a new version.
     *
     * @param interviews all of it, as they are now
     * @param by the role of whoever brought it about
     */
    void changed(Meeting meeting, List<Interview> interviews, String by);
}
