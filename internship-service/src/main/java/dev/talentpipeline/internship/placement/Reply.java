package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.placement.PlacementCommand.Answer;
import dev.talentpipeline.internship.placement.PlacementCommand.Confirm;
import dev.talentpipeline.internship.placement.PlacementCommand.Dispute;
import dev.talentpipeline.internship.placement.PlacementCommand.VoidStep;

/** What may be said about a recorded step, by the name under which it is entered. */
public enum Reply {
    CONFIRMED,
    DISPUTED,
    VOIDED;

    /** What was so a student says themselves; objecting may be done for them. */
    boolean needsOwnWord() {
        return this == CONFIRMED;
    }

    /** The same as a command; the reason is of no meaning where none is carried. */
    Answer about(int entry, String reason) {
        return switch (this) {
            case CONFIRMED -> new Confirm(entry);
            case DISPUTED -> new Dispute(entry, reason);
            case VOIDED -> new VoidStep(entry, reason);
        };
    }
}
