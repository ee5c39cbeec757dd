package dev.talentpipeline.internship.destination;

import dev.talentpipeline.internship.destination.Destinations.Graduate;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.internship.roll.FindingRollEntry;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;

/** Finds destinations for the university whose graduates they are of. Who acts for one school sees those of its own graduates. */
public final class FindingDestination {

    private final FindingRollEntry roll;
    private final Destinations destinations;

    FindingDestination(FindingRollEntry roll, Destinations destinations) {
        this.roll = roll;
        this.destinations = destinations;
    }

    /** What was ever recorded of the graduate, newest first. */
    public List<Destination> history(Caller caller, String university, String graduate) {
        return destinations.of(roll.find(caller, university, graduate).id());
    }

    /** Those on the roll in the order of their numbers, each with the destination that holds. */
    public Page<Graduate> list(Caller caller, Destinations.Filter asked, Page.Request request) {
        if (!caller.is(Role.UNIVERSITY, asked.university())) {
            throw new Refusal.Forbidden("Destinations are for the university whose graduates they are of.")
                    .asException();
        }
        String own = caller.school();
        if (own != null && asked.school() != null && !own.equals(asked.school())) {
            return new Page<>(List.of(), null);
        }
        return destinations.list(
                new Destinations.Filter(
                        asked.university(),
                        own == null ? asked.school() : own,
                        asked.number(),
                        asked.name(),
                        asked.known(),
                        asked.countsAs(),
                        asked.from(),
                        asked.until()),
                request);
    }
}
