package dev.talentpipeline.internship.catalogue;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.audit.Deed;
import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;
import java.util.Map;

/** Operations adds to the catalogue, or corrects it, while the system runs. */
public final class EnteringCatalogue {

    private final Catalogue catalogue;
    private final AuditTrail trail;
    private final Transactions transactions;

    public EnteringCatalogue(Catalogue catalogue, AuditTrail trail, Transactions transactions) {
        this.catalogue = catalogue;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Enters all of them or none. */
    public List<Posted<CatalogueEntry>> enter(Caller caller, List<CatalogueEntry> entries) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Only operations changes the catalogue.").asException();
        }
        return transactions.within(() -> entries.stream().map(this::enter).toList());
    }

    private Posted<CatalogueEntry> enter(CatalogueEntry entry) {
        boolean changes =
                catalogue.find(entry.kind(), entry.id()).filter(entry::equals).isEmpty();
        boolean isNew = catalogue.enter(entry);
        if (changes) {
            trail.record(Deed.done(
                    isNew ? "CATALOGUE_ENTERED" : "CATALOGUE_CHANGED",
                    new Deed.Entity(entry.kind().name(), entry.id()),
                    Deed.Concerned.NOBODY,
                    Map.of()));
        }
        return new Posted<>(entry, isNew);
    }
}
