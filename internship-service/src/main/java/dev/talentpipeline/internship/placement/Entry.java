package dev.talentpipeline.internship.placement;

import dev.talentpipeline.internship.offer.Actor;
import dev.talentpipeline.internship.offer.Party;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry in a placement's record. Entries are only ever added: what was wrong is voided by a later entry that names it.
 *
 * @param number from 1 on, without a gap
 */
public record Entry(int number, Content content, Actor by, Instant at) {

    /** Whether this party made it. */
    boolean isBy(Party party) {
        return party.name().equals(by.role());
    }

    /** What an entry says. */
    public sealed interface Content {

        /**
         * A step was taken.
         *
         * @param on the day on which it happened
         * @param reason code of the catalogue for its act; for a step that says why
         * @param early whether a completion came before the last day that was agreed on
         * @param job what was offered; for a job offer
         */
        record Recorded(
                Step step,
                LocalDate on,
                @Nullable String reason,
                boolean early,
                @Nullable Job job) implements Content {}

        /** Something is said about an earlier entry. */
        sealed interface Reply extends Content {

            /** Number of the entry that it is about. */
            int about();
        }

        record Confirmed(int about) implements Reply {}

        record Disputed(int about, String reason) implements Reply {}

        record Voided(int about, String reason) implements Reply {}
    }
}
