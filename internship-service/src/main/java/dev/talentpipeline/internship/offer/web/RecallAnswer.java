package dev.talentpipeline.internship.offer.web;

import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.offer.Recall;
import dev.talentpipeline.internship.offer.RecallingClearing.Report;
import dev.talentpipeline.internship.offer.Recalls.Concerned;
import dev.talentpipeline.internship.offer.Recalls.Effect;
import dev.talentpipeline.internship.resource.web.Listing;
import dev.talentpipeline.kit.listing.Listed;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recall, or what one would do. No student and no internship is named: who runs a programme need not see whose offers these are.
 *
 * @param recalledAt null: it is not recalled
 * @param by role of who recalled it
 * @param takesBack open offers, by state
 * @param stays offers that a student has committed to, by state
 * @param takenBack how many the recall has taken back
 */
record RecallAnswer(
        String programme,
        long clearing,
        @Nullable Instant recalledAt,
        @Nullable String by,
        Map<OfferStatus, Integer> takesBack,
        Map<OfferStatus, Integer> stays,
        int takenBack,
        List<Item> items,
        @Nullable String next)
        implements Listed<RecallAnswer.Item> {

    /** One offer. */
    record Item(UUID offer, OfferStatus state, Effect effect) {

        static Item of(Concerned concerned) {
            return new Item(
                    concerned.offer(),
                    concerned.standing().status(),
                    concerned.standing().effect());
        }
    }

    static RecallAnswer of(Report report) {
        Recall recall = report.recall();
        Listing<Item> items = Listing.of(report.offers(), Item::of);
        return new RecallAnswer(
                report.programme(),
                report.clearing(),
                recall == null ? null : recall.at(),
                recall == null ? null : recall.by().role(),
                by(report, Effect.TAKES_BACK),
                by(report, Effect.STAYS),
                by(report, Effect.TAKEN_BACK).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                items.items(),
                items.next());
    }

    private static Map<OfferStatus, Integer> by(Report report, Effect effect) {
        Map<OfferStatus, Integer> counts = new EnumMap<>(OfferStatus.class);
        report.counts().forEach((standing, offers) -> {
            if (standing.effect() == effect) {
                counts.put(standing.status(), offers);
            }
        });
        return counts;
    }
}
