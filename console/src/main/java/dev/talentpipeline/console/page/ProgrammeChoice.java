package dev.talentpipeline.console.page;

import dev.talentpipeline.console.api.Listing;
import dev.talentpipeline.console.api.Programme;
import dev.talentpipeline.console.api.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programmes that somebody may choose from, and the one they look at.
 *
 * @param chosen null if there is none to look at
 */
public record ProgrammeChoice(
        Reading<Listing<Programme>> programmes, @Nullable Programme chosen) {

    /** The programme that was asked for, or else the first. */
    public static ProgrammeChoice of(Reading<Listing<Programme>> programmes, @Nullable String asked) {
        Listing<Programme> listing = programmes.valueOrNull();
        List<Programme> items = listing == null ? List.of() : listing.items();
        Programme chosen = items.stream()
                .filter(programme -> programme.id().equals(asked))
                .findFirst()
                .orElse(asked == null && !items.isEmpty() ? items.getFirst() : null);
        return new ProgrammeChoice(programmes, chosen);
    }

    /** Whether the services answered, and know of no programme for this caller. */
    public boolean isEmpty() {
        Listing<Programme> listing = programmes.valueOrNull();
        return listing != null && listing.items().isEmpty();
    }

    /** Whether a programme was asked for that the caller does not have. */
    public boolean isUnknown() {
        return programmes.isLoaded() && !isEmpty() && chosen == null;
    }
}
