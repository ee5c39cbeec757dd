package dev.talentpipeline.monitoring.redrive.web;

import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.monitoring.redrive.Redrives.Actor;

/** Who acts, as it goes on record. */
final class Actors {

    private Actors() {}

    static Actor of(Caller caller) {
        String colleague = caller.actor();
        return colleague == null ? new Actor(caller.subject(), null) : new Actor(colleague, caller.subject());
    }
}
