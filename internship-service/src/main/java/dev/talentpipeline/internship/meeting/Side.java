package dev.talentpipeline.internship.meeting;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;

/** One of those whom a meeting concerns. */
public enum Side {
    STUDENT,
    COMPANY,
    UNIVERSITY;

    /** Whether the caller is this side of the meeting. */
    public boolean isActedBy(Caller caller, Meeting meeting) {
        return switch (this) {
            case STUDENT ->
                caller.is(Role.STUDENT) && meeting.person().toString().equals(caller.person());
            case COMPANY -> caller.is(Role.COMPANY, meeting.company());
            case UNIVERSITY -> caller.is(Role.UNIVERSITY, meeting.university());
        };
    }
}
