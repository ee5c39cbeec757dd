package dev.talentpipeline.internship.roll;

import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Page;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds entries of a roll for the university whose roll it is. Who acts for one school sees that school's part: the rest looks as if it did not exist. */
public final class FindingRollEntry {

    private final RollEntries entries;
    private final ReadingProgrammes programmes;

    FindingRollEntry(RollEntries entries, ReadingProgrammes programmes) {
        this.entries = entries;
        this.programmes = programmes;
    }

    static void refuseOthers(Caller caller, String university) {
        if (!caller.is(Role.UNIVERSITY, university)) {
            throw new Refusal.Forbidden("A roll is for the university whose students are on it.").asException();
        }
    }

    /**
     * The entry, as the caller may see it.
     *
     * @param handle its id or the student number
     */
    public RollEntry find(Caller caller, String university, String handle) {
        refuseOthers(caller, university);
        return known(university, handle)
                .filter(entry -> caller.school() == null
                        || caller.school().equals(entry.facts().school()))
                .orElseThrow(() -> notFound(handle));
    }

    Optional<RollEntry> known(String university, String handle) {
        UUID id = Violations.id(handle);
        return id == null
                ? entries.find(university, handle)
                : entries.find(id).filter(entry -> entry.university().equals(university));
    }

    /** The entries that the caller may see, in the order of their numbers. */
    public Page<RollEntry> list(Caller caller, RollEntries.Filter asked, Page.Request request) {
        refuseOthers(caller, asked.university());
        if (asked.at() != null && asked.at().programme() != null) {
            programmes.visible(caller, asked.at().programme());
        }
        String own = caller.school();
        if (own != null && asked.school() != null && !own.equals(asked.school())) {
            return new Page<>(List.of(), null);
        }
        return entries.list(own == null ? asked : asked.ofSchool(own), request);
    }

    static RuntimeException notFound(String handle) {
        return new Refusal.NotFound("roll entry", handle).asException();
    }
}
