package dev.talentpipeline.internship.lookup;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.lookup.Lookups.Found;
import dev.talentpipeline.internship.lookup.Lookups.Kind;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Operations looks up whose id is behind a student number or a reference, so that it can follow what became of it. It learns ids and nothing else, and each look is on the trail of whom it concerns, which does not
 * say the number.
 */
public final class LookingUp {

    private static final String LOOKED_UP = "LOOKED_UP";

    private final Lookups lookups;
    private final AuditTrail trail;
    private final Transactions transactions;

    LookingUp(Lookups lookups, AuditTrail trail, Transactions transactions) {
        this.lookups = lookups;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * What an organisation calls so.
     *
     * @param organisation a university, which calls students by numbers, or a company, which calls internships by references
     */
    public List<Found> lookUp(Caller caller, String organisation, String called) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Only operations looks up numbers and references of all organisations.")
                    .asException();
        }
        return transactions.within(() -> {
            List<Found> found = new ArrayList<>(lookups.byNumber(organisation, called));
            found.addAll(lookups.byReference(organisation, called));
            trail.recordAll(deeds(organisation, found));
            return List.copyOf(found);
        });
    }

    private static List<Deed> deeds(String organisation, List<Found> found) {
        if (found.isEmpty()) {
            return List.of(Deed.done(
                    LOOKED_UP, new Deed.Entity("ORGANISATION", organisation), Deed.Concerned.NOBODY, Map.of()));
        }
        return found.stream()
                // Who somebody is in a programme is told with the person.
                .filter(one -> one.kind() != Kind.STUDENT)
                .map(one -> Deed.done(
                        LOOKED_UP,
                        new Deed.Entity(one.kind().name(), one.id().toString()),
                        one.kind() == Kind.PERSON
                                ? Deed.Concerned.of(one.id(), organisation)
                                : new Deed.Concerned(null, organisation, null),
                        Map.of()))
                .toList();
    }
}
