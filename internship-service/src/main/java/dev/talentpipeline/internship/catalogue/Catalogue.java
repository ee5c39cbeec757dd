package dev.talentpipeline.internship.catalogue;

import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.resource.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue as it stands. */
public interface Catalogue {

    /** Those of the ids that the catalogue does not have. */
    Set<String> missing(Kind kind, Collection<String> ids);

    List<CatalogueEntry> all(Kind kind);

    Optional<CatalogueEntry> find(Kind kind, String id);

    /** Entries in the order of their ids, of one family only if it is given. */
    Page<CatalogueEntry> list(Kind kind, @Nullable String family, Page.Request request);

    /** Adds or changes the entry; says whether it is new. Effective at once, in every instance of the service. */
    boolean enter(CatalogueEntry entry);
}
