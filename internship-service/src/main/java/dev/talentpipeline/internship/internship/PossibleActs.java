package dev.talentpipeline.internship.internship;

import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.programme.Programmes;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Says what a caller could do with openings now. The use cases ask the same before they do it. */
public final class PossibleActs {

    private final Programmes programmes;
    private final Clock clock;

    PossibleActs(Programmes programmes, Clock clock) {
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What the caller could do with each opening of the programme. */
    public Function<Internship, List<OpeningAct>> in(Caller caller, String programmeId) {
        Programme programme = programmes.find(programmeId).orElseThrow();
        Instant now = clock.instant();
        return internship -> Arrays.stream(OpeningAct.values())
                .filter(act -> isPossible(act, caller, programme, internship, now))
                .toList();
    }

    private static boolean isPossible(
            OpeningAct act, Caller caller, Programme programme, Internship internship, Instant now) {
        return switch (act) {
            case WITHDRAW ->
                caller.is(Role.COMPANY, internship.company())
                        && programme.archivedAt() == null
                        && internship.state() != InternshipState.WITHDRAWN;
            case APPROVE, REJECT ->
                programme.isOpen(now)
                        && programme.rules().openingApproval().isAsked()
                        && decides(caller, programme)
                        && isUndecided(internship);
        };
    }

    /** Whether it is for the caller to say which openings of the programme are seen, if anybody does. */
    static boolean decides(Caller caller, Programme programme) {
        return programme.rules().openingApproval().isAsked()
                ? programme.approvesOpenings(caller)
                : programme.isRunBy(caller);
    }

    /** A rejected one may still be approved; an approved one may be offered already. */
    static boolean isUndecided(Internship internship) {
        return switch (internship.approval().step()) {
            case AWAITED, REJECTED -> internship.state() != InternshipState.WITHDRAWN;
            case APPROVED, NOT_ASKED -> false;
        };
    }
}
