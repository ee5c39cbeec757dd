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

    /** The caller's in a state; `opening` narrows it if it is given. */
    public Reading<Listing<Offer>> in(
            Identity caller,
            String programme,
            String state,
            @Nullable String opening,
            int limit,
            @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "offers")
                .with("state", state)
                .with("internship", opening)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class);
    }

    public Reading<Offer> one(Identity caller, String offer) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("offers", offer), Offer.class);
    }

    public Reading<Listing<Offer.Letter>> letters(Identity caller, String offer) {
        return api.list(caller, Service.INTERNSHIP, ApiPath.of("offers", offer, "letters"), Offer.Letter.class);
    }

    /** Decides on an offer; the body says the decision and what goes with it, such as its reason. */
    public Reading<Offer> decide(Identity caller, String offer, Map<String, ?> decision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("offers", offer, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, decision, idempotencyKey, Offer.class);
    }
}
