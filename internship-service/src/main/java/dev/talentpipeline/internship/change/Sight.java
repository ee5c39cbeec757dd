package dev.talentpipeline.internship.change;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;

/**
 * Which changes of a programme somebody is told: operations all; an organisation and a student those that concern them, and everybody who
 * may know of the programme its own. Whoever decides which openings are seen is told of all openings.
 */
record Sight(Caller caller, boolean allOpenings) {

    static Sight of(Caller caller, Programme programme) {
        return new Sight(caller, programme.isRunBy(caller) || programme.approvesOpenings(caller));
    }

    boolean covers(Change change) {
        return caller.is(Role.OPERATIONS)
                || change.kind() == ChangedKind.PROGRAMME
                || (change.kind() == ChangedKind.INTERNSHIP && allOpenings)
                || isConcerned(change);
    }

    private boolean isConcerned(Change change) {
        return (change.university() != null && caller.is(Role.UNIVERSITY, change.university()))
                || (change.company() != null && caller.is(Role.COMPANY, change.company()))
                || (change.person() != null
                        && caller.is(Role.STUDENT)
                        && change.person().toString().equals(caller.person()));
    }
}
