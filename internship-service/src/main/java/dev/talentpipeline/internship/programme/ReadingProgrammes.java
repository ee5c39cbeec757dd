package dev.talentpipeline.internship.programme;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.kit.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Gives the programmes that a caller may know of; any other looks like one that does not exist. */
public final class ReadingProgrammes {

    private final Programmes programmes;
    private final Clock clock;

    public ReadingProgrammes(Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    public Programme visible(Caller caller, String id) {
        return visible(caller, id, programmes.find(id));
    }

    private static Programme visible(Caller caller, String id, Optional<Programme> found) {
        return found.filter(programme -> programme.isVisibleTo(caller))
                .orElseThrow(() -> new Refusal.NotFound("programme", id).asException());
    }

    /** The programme, if the caller runs it. */
    public Programme runBy(Caller caller, String id) {
        return runBy(caller, id, programmes.find(id));
    }

    /** The programme, if the caller runs it, locked to be changed. */
    public Programme lockRunBy(Caller caller, String id) {
        return runBy(caller, id, programmes.lock(id));
    }

    static Programme runBy(Caller caller, String id, Optional<Programme> found) {
        Programme programme = visible(caller, id, found);
        if (!programme.isRunBy(caller)) {
            throw new Refusal.Forbidden("Only the owner of the programme and operations change it.").asException();
        }
        return programme;
    }

    /** The programme, if it still takes what is posted into it. */
    public Programme open(Caller caller, String id) {
        Programme programme = visible(caller, id);
        refuseIfClosed(programme);
        Instant closesAt = programme.rules().closesAt();
        if (closesAt != null && programme.isOver(clock.instant())) {
            throw new Refusal.Unprocessable(
                            "programme-over",
                            "programme (%s) takes nothing after closesAt (%s).".formatted(programme.id(), closesAt),
                            "programme",
                            programme.id(),
                            "Post into a programme that is still open, or ask its owner for a later closesAt.",
                            Map.of("closesAt", closesAt))
                    .asException();
        }
        return programme;
    }

    /** The programme, if what is in it may still be taken out. */
    public Programme unarchived(Caller caller, String id) {
        Programme programme = visible(caller, id);
        refuseIfArchived(programme);
        return programme;
    }

    static void refuseIfArchived(Programme programme) {
        Instant archivedAt = programme.archivedAt();
        if (archivedAt != null) {
            throw new Refusal.Conflict(
                            "programme-archived",
                            "programme (%s) is kept for the record only.".formatted(programme.id()),
                            Map.of("archivedAt", archivedAt))
                    .asException();
        }
    }

    static void refuseIfClosed(Programme programme) {
        if (programme.isClosed()) {
            throw new Refusal.Unprocessable(
                            "programme-closed",
                            "programme (%s) must not be closed.".formatted(programme.id()),
                            "programme",
                            programme.id(),
                            "Post into a programme that is still running.",
                            Map.of("state", programme.state()))
                    .asException();
        }
    }
}
