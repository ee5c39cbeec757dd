package dev.talentpipeline.notification.brake;

import java.util.List;

/** What could leave by an outlet and has not yet. */
public interface Backlog {

    Outlet outlet();

    /** What of each kind waits, most first. What its reader chose to get later is not among it. */
    List<Waiting> waiting();
}
