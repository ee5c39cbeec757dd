package dev.talentpipeline.internship.offer.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.talentpipeline.internship.offer.DecidingManyOffers.Outcome;
import dev.talentpipeline.internship.offer.OfferStatus;
import dev.talentpipeline.internship.refusal.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What happened to each of many offers, in the order in which they were named. */
record ManyDecisionsAnswer(List<Item> items) {

    /**
     * What happened to one.
     *
     * @param status what a request for this offer alone would have been answered with
     * @param state the offer's, if the decision was carried out
     * @param problem why not, if it was not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String offer,
            int status,
            @Nullable OfferStatus state,
            @Nullable Long version,
            @Nullable ProblemDetail problem) {

        static Item of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Decided(var id, var offer) ->
                    new Item(id, HttpStatus.OK.value(), offer.status(), offer.version(), null);
                case Outcome.NotDecided(var id, var refusal) -> {
                    ProblemDetail problem = Problems.of(refusal).toDetail("/api/v1/offers/%s/decisions".formatted(id));
                    yield new Item(id, problem.getStatus(), null, null, problem);
                }
            };
        }
    }

    static ManyDecisionsAnswer of(List<Outcome> outcomes) {
        return new ManyDecisionsAnswer(outcomes.stream().map(Item::of).toList());
    }
}
