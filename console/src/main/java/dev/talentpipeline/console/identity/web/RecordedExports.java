package dev.talentpipeline.console.identity.web;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SignedIn;
import dev.talentpipeline.console.identity.trail.Act;
import dev.talentpipeline.console.identity.trail.Trail;
import dev.talentpipeline.console.identity.trail.TrailEntry;
import dev.talentpipeline.kit.exports.ExportTrail;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Keeps on the trail who took which list of people out of the console. */
@Component
final class RecordedExports implements ExportTrail {

    private final Trail trail;
    private final Clock clock;

    RecordedExports(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void record(TakenList taken) {
        Map<String, String> facts = Map.of(
                "list", taken.list(),
                "format", taken.format().name(),
                "filter", taken.filter(),
                "rows", Long.toString(taken.rows()));
        trail.add(TrailEntry.own(clock.instant(), Act.valueOf(taken.deed()), caller(), facts));
    }

    private static Identity caller() {
        Authentication caller = Objects.requireNonNull(
                SecurityContextHolder.getContext().getAuthentication(), "Nobody is let in without being known.");
        return ((SignedIn) Objects.requireNonNull(caller.getPrincipal())).identity();
    }
}
