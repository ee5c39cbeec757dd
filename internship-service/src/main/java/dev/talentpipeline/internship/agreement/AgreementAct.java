package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.person.OwnWord;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Arrays;
import java.util.List;

/** What is done with an agreement. */
public enum AgreementAct {
    /** Its first text, or another. */
    DRAFT,
    SIGN;

    /** What the caller could do with it now; a day may still be refused. */
    static List<AgreementAct> possible(Caller caller, Paper paper, Standing standing) {
        return standing.confirmed()
                ? Arrays.stream(values())
                        .filter(act -> act.isPossible(caller, paper, standing))
                        .toList()
                : List.of();
    }

    private boolean isPossible(Caller caller, Paper paper, Standing standing) {
        return switch (this) {
            case DRAFT ->
                standing.isParty(Party.UNIVERSITY, caller)
                        && !paper.isWhole()
                        && (paper.kind() == AgreementKind.INTERNSHIP || standing.acceptedJob() != null);
            case SIGN ->
                paper.isWritten()
                        && isOwnWord(caller)
                        && paper.awaits(standing.party(caller))
                        && isOfTheJob(paper, standing);
        };
    }

    private static boolean isOwnWord(Caller caller) {
        return !caller.is(Role.STUDENT) || OwnWord.isOf(caller);
    }

    /** Whether it is about the job that the student accepted, if it is about one. */
    private static boolean isOfTheJob(Paper paper, Standing standing) {
        return switch (paper.kind()) {
            case INTERNSHIP -> true;
            case EMPLOYMENT ->
                standing.acceptedJob() != null && standing.acceptedJob().equals(paper.job());
        };
    }
}
