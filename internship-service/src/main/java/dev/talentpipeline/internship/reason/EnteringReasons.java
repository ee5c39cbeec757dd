package dev.talentpipeline.internship.reason;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;
import java.util.Map;

/** Operations adds reasons, or corrects their words, while the system runs. */
public final class EnteringReasons {

    private final Reasons reasons;
    private final AuditTrail trail;
    private final Transactions transactions;

    public EnteringReasons(Reasons reasons, AuditTrail trail, Transactions transactions) {
        this.reasons = reasons;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Enters all of them or none. */
    public List<Posted<Reason>> enter(Caller caller, List<Reason> entries) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Only operations changes the catalogue.").asException();
        }
        return transactions.within(() -> entries.stream().map(this::enter).toList());
    }

    private Posted<Reason> enter(Reason entry) {
        boolean changes =
                reasons.find(entry.act(), entry.code()).filter(entry::equals).isEmpty();
        boolean isNew = reasons.enter(entry);
        if (changes) {
            trail.record(Deed.done(
                    isNew ? "REASON_ENTERED" : "REASON_CHANGED",
                    new Deed.Entity("REASON", entry.act() + "/" + entry.code()),
                    Deed.Concerned.NOBODY,
                    Map.of()));
        }
        return new Posted<>(entry, isNew);
    }
}
