package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Internship offers. Safe for many threads. */
@Component
public final class Offers {

    private final Api api;

    Offers(Api api) {
        this.api = api;
    }

    /** The caller's offers of the programme, of one student or internship if given; what counts comes first. */
    public Reading<Listing<Offer>> of(
            Identity caller, String programme, @Nullable String student, @Nullable String internship) {
        ApiPath path = ApiPath.of("programmes", programme, "offers")
                .with("student", student)
                .with("internship", internship)
                .with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class)
                .map(listing -> listing.with(offers -> offers.stream()
                        .filter(Offer::wasMade)
                        .sorted(Offer.WHAT_COUNTS_FIRST)
                        .toList()));
    }

    /**
     * Answers an offer.
     *
     * @param idempotencyKey the same for every attempt at one answer
     */
    public Reading<Offer> decide(Identity caller, UUID offer, String decision, UUID idempotencyKey) {
        return decide(caller, offer, Map.of("decision", decision), idempotencyKey);
    }

    /** The same with what else belongs to the decision, such as its reason. */
    public Reading<Offer> decide(Identity caller, UUID offer, Map<String, ?> decision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("offers", offer.toString(), "decisions");
        return api.post(caller, Service.INTERNSHIP, path, decision, idempotencyKey, Offer.class);
    }
}
