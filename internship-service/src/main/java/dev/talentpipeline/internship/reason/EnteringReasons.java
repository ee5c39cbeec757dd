package dev.talentpipeline.internship.reason;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;

/** Operations adds reasons, or corrects their words, while the system runs. */
public final class EnteringReasons {

    private final Reasons reasons;
    private final Transactions transactions;

    public EnteringReasons(Reasons reasons, Transactions transactions) {
        this.reasons = reasons;
        this.transactions = transactions;
    }

    /** Enters all of them or none. */
    public List<Posted<Reason>> enter(Caller caller, List<Reason> entries) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Only operations changes the catalogue.").asException();
        }
        return transactions.within(() -> entries.stream()
                .map(entry -> new Posted<>(entry, reasons.enter(entry)))
                .toList());
    }
}
