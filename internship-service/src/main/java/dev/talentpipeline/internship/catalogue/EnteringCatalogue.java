package dev.talentpipeline.internship.catalogue;

import dev.talentpipeline.internship.refusal.Refusal;
import dev.talentpipeline.internship.resource.Posted;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.kit.security.Caller;
import dev.talentpipeline.kit.security.Role;
import java.util.List;

/** Operations adds to the catalogue, or corrects it, while the system runs. */
public final class EnteringCatalogue {

    private final Catalogue catalogue;
    private final Transactions transactions;

    public EnteringCatalogue(Catalogue catalogue, Transactions transactions) {
        this.catalogue = catalogue;
        this.transactions = transactions;
    }

    /** Enters all of them or none. */
    public List<Posted<CatalogueEntry>> enter(Caller caller, List<CatalogueEntry> entries) {
        if (!caller.is(Role.OPERATIONS)) {
            throw new Refusal.Forbidden("Only operations changes the catalogue.").asException();
        }
        return transactions.within(() -> entries.stream()
                .map(entry -> new Posted<>(entry, catalogue.enter(entry)))
                .toList());
    }
}
