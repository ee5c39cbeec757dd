package dev.talentpipeline.internship.catalogue;

import dev.talentpipeline.internship.catalogue.CatalogueEntry.Kind;
import dev.talentpipeline.internship.refusal.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Refuses what names a skill or an occupation that the catalogue does not have, and says what was probably meant. */
public final class CatalogueReferences {

    private final Catalogue catalogue;

    public CatalogueReferences(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Throws the refusal for the first of the ids that is not in the catalogue. */
    public void check(Kind kind, String field, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var missing = catalogue.missing(kind, ids);
        ids.stream().filter(missing::contains).findFirst().ifPresent(id -> {
            List<String> nearest = NearestEntries.to(id, catalogue.all(kind));
            throw new Refusal.Unprocessable(
                            "not-in-catalogue",
                            "%s (%s) must be in the catalogue.".formatted(kind.word(), id),
                            field,
                            id,
                            "Use one of the nearest ids, or ask operations to add it.",
                            Map.of("nearest", nearest))
                    .asException();
        });
    }
}
