package dev.talentpipeline.internship.agreement;

import dev.talentpipeline.internship.agreement.Terms.EmploymentTerms;
import dev.talentpipeline.internship.offer.Party;
import dev.talentpipeline.internship.placement.Signing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as far as it decides what can be done with it.
 *
 * @param signedBy who has signed the text that holds; null: there is no text yet
 * @param job entry of the job that an employment agreement is about
 */
record Paper(
        AgreementKind kind,
        @Nullable List<Party> signedBy,
        @Nullable Integer job) {

    static Paper unwritten(AgreementKind kind) {
        return new Paper(kind, null, null);
    }

    static Paper of(Agreement agreement) {
        return new Paper(
                agreement.kind(),
                agreement.signedBy(),
                agreement.terms() instanceof EmploymentTerms terms ? terms.jobEntry() : null);
    }

    boolean isWritten() {
        return signedBy != null;
    }

    /** Whether all have signed. */
    boolean isWhole() {
        return signedBy != null && signedBy.containsAll(Signing.SIGNATORIES);
    }

    /** Whether the party, if it is one, has yet to sign. */
    boolean awaits(Optional<Party> party) {
        return party.filter(each -> signedBy == null || !signedBy.contains(each))
                .isPresent();
    }
}
