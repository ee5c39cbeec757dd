package dev.talentpipeline.console.university;

import dev.talentpipeline.console.api.CohortOpenings;
import dev.talentpipeline.console.api.CohortStudent;
import dev.talentpipeline.console.api.Cohorts;
import dev.talentpipeline.console.api.Offer;
import dev.talentpipeline.console.identity.Identity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers with the names of whom and what they are about: two calls for a page of them. */
@Component
final class Rows {

    private final Cohorts cohorts;
    private final CohortOpenings openings;

    Rows(Cohorts cohorts, CohortOpenings openings) {
        this.cohorts = cohorts;
        this.openings = openings;
    }

    /**
     * An offer; student and opening are null where they could not be named.
     *
     * @param ambiguous whether another opening that is shown with it has the same title
     */
    record Row(
            Offer offer, @Nullable CohortStudent student, CohortOpenings.@Nullable Opening opening, boolean ambiguous) {

        public String studentName() {
            return student != null ? student.shownName() : offer.student() == null ? "–" : offer.student();
        }

        public String openingTitle() {
            return opening != null ? opening.shownTitle() : offer.internship() == null ? "–" : offer.internship();
        }
    }

    List<Row> of(Identity caller, String programme, List<Offer> offers) {
        List<String> ids = offers.stream()
                .map(Offer::student)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, CohortStudent> students = cohorts.named(caller, programme, ids);
        Map<String, CohortOpenings.Opening> named = openings.named(caller, programme, CohortOpenings.idsOf(offers));
        Map<String, Long> bearers = named.values().stream()
                .collect(Collectors.groupingBy(CohortOpenings.Opening::shownTitle, Collectors.counting()));
        return offers.stream()
                .map(offer -> {
                    CohortOpenings.Opening opening = offer.internship() == null ? null : named.get(offer.internship());
                    return new Row(
                            offer,
                            offer.student() == null ? null : students.get(offer.student()),
                            opening,
                            opening != null && bearers.getOrDefault(opening.shownTitle(), 1L) > 1);
                })
                .toList();
    }
}
