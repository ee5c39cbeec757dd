package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers as their parties work on them. Safe for many threads. */
@Component
public final class OfferRecords {

    private final Api api;

    OfferRecords(Api api) {
        this.api = api;
    }

    /** The caller's in a state; `opening` narrows it if it is given. */
    public Reading<Listing<OfferRecord>> in(
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
        return api.list(caller, Service.INTERNSHIP, path, OfferRecord.class);
    }

    public Reading<OfferRecord> one(Identity caller, String offer) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("offers", offer), OfferRecord.class);
    }

    public Reading<Listing<OfferRecord.Letter>> letters(Identity caller, String offer) {
        return api.list(caller, Service.INTERNSHIP, ApiPath.of("offers", offer, "letters"), OfferRecord.Letter.class);
    }

    /** Decides on an offer; the body says the decision and what goes with it. */
    public Reading<OfferRecord> decide(Identity caller, String offer, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("offers", offer, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, OfferRecord.class);
    }
}
