package dev.talentpipeline.internship.exports.web;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.exports.ExportTrail;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has who took which list on the audit trail. */
final class AuditedExports implements ExportTrail {

    private final AuditTrail trail;
    private final Transactions transactions;

    AuditedExports(AuditTrail trail, Transactions transactions) {
        this.trail = trail;
        this.transactions = transactions;
    }

    @Override
    public void record(TakenList taken) {
        Deed deed = Deed.done(
                taken.deed(),
                new Deed.Entity("LIST", taken.list()),
                concerned(),
                Map.of(
                        "format", taken.format().name(),
                        "filter", taken.filter(),
                        "rows", Long.toString(taken.rows())));
        transactions.within(() -> {
            trail.record(deed);
            return deed;
        });
    }

    private static Deed.Concerned concerned() {
        return Caller.current()
                .map(caller -> new Deed.Concerned(
                        caller.is(Role.UNIVERSITY) ? caller.org() : null,
                        caller.is(Role.COMPANY) ? caller.org() : null,
                        caller.is(Role.STUDENT) ? person(caller.person()) : null))
                .orElse(Deed.Concerned.NOBODY);
    }

    private static @Nullable UUID person(@Nullable String id) {
        return id == null ? null : UUID.fromString(id);
    }
}
