package dev.talentpipeline.kit.listing;

import dev.talentpipeline.kit.problem.Problem;
import org.springframework.http.HttpStatus;

/** How much of a list is answered at once. */
public final class PageLimit {

    private PageLimit() {}

    /** Refuses what is no size of a page: one has from 1 to so many entries. */
    public static void require(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "malformed-parameter",
                            "A page has 1 to %d entries.".formatted(most))
                    .field("limit")
                    .value(limit)
                    .remedy("Ask for fewer and follow \"next\".")
                    .asException();
        }
    }
}
