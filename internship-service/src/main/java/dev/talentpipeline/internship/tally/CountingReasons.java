package dev.talentpipeline.internship.tally;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.ReadingProgrammes;
import dev.talentpipeline.internship.reason.Reason;
import dev.talentpipeline.internship.reason.Reasons;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.tally.Tallies.Scope;
import dev.talentpipeline.internship.tally.Tallies.Tally;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;

/** Counts the reasons given in a programme: all of them for who runs it, for an organisation those that concern it. */
public final class CountingReasons {

    private final ReadingProgrammes programmes;
    private final Reasons reasons;
    private final List<Tallies> tallies;

    public CountingReasons(ReadingProgrammes programmes, Reasons reasons, List<Tallies> tallies) {
        this.programmes = programmes;
        this.reasons = reasons;
        this.tallies = List.copyOf(tallies);
    }

    /**
     * A reason and how often it was given.
     *
     * @param reason as the catalogue has it; one from before the catalogue was there is its own name
     */
    public record Counted(Reason reason, long count) {}

    /** The counts, by act, the most frequent first. */
    public List<Counted> count(Caller caller, String programmeId) {
        Programme programme = programmes.visible(caller, programmeId);
        Scope scope = scope(caller, programme);
        return tallies.stream()
                .flatMap(each -> each.of(programme.id(), scope).stream())
                .map(this::counted)
                .sorted(comparing((Counted counted) -> counted.reason().act())
                        .thenComparing(comparingLong(Counted::count).reversed())
                        .thenComparing(counted -> counted.reason().code()))
                .toList();
    }

    private static Scope scope(Caller caller, Programme programme) {
        if (programme.isRunBy(caller)) {
            return new Scope(null, null);
        }
        if (caller.is(Role.UNIVERSITY)) {
            return new Scope(caller.org(), null);
        }
        if (caller.is(Role.COMPANY)) {
            return new Scope(null, caller.org());
        }
        throw new Refusal.Forbidden("Reasons are counted for universities, companies and operations.").asException();
    }

    private Counted counted(Tally tally) {
        Reason reason = reasons.find(tally.act(), tally.code())
                .orElseGet(() -> new Reason(tally.act(), tally.code(), tally.code(), tally.code()));
        return new Counted(reason, tally.count());
    }
}
