package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Placements and the agreements that they rest on. Safe for many threads. */
@Component
public final class CompanyPlacements {

    private final Api api;

    CompanyPlacements(Api api) {
        this.api = api;
    }

    /** The internship agreement of an offer, as its parties sign it. */
    public record Agreement(
            String id,
            @Nullable String number,
            @Nullable String state,
            @Nullable Integer revision,
            @Nullable Terms terms,
            @Nullable List<Signature> signatures,
            @Nullable List<String> unsigned,
            @Nullable String scanHash) {

        /** Of an internship, or of the employment after it: only what belongs to it is there. */
        public record Terms(
                @Nullable String startsOn,
                @Nullable String endsOn,
                @Nullable Integer daysPerWeek,
                @Nullable Insurance insurance,
                @Nullable String mentor,
                @Nullable String supervisor,
                @Nullable String title,
                @Nullable String workplace) {}

        public record Insurance(
                @Nullable String insurer,
                @Nullable String policyNumber,
                @Nullable String paidBy) {}

        public record Signature(
                @Nullable String party,
                @Nullable String signedOn,
                @Nullable String scanHash) {}

        public boolean isAwaited(String party) {
            return unsigned != null && unsigned.contains(party) && !"VOID".equals(state);
        }
    }

    /** The caller's, in a state if one is given. */
    public Reading<Listing<CompanyPlacement>> of(
            Identity caller, String programme, @Nullable String state, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "placements")
                .with("state", state)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, CompanyPlacement.class);
    }

    public Reading<CompanyPlacement> one(Identity caller, String placement) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("placements", placement), CompanyPlacement.class);
    }

    public Reading<CompanyPlacement> record(
            Identity caller, String placement, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("placements", placement, "events");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, CompanyPlacement.class);
    }

    public Reading<Agreement> agreement(Identity caller, String offer) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("offers", offer, "agreement"), Agreement.class);
    }

    public Reading<Agreement> employment(Identity caller, String placement) {
        ApiPath path = ApiPath.of("placements", placement, "employment-agreement");
        return api.get(caller, Service.INTERNSHIP, path, Agreement.class);
    }

    public Reading<Agreement> sign(Identity caller, String offer, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("offers", offer, "agreement", "signatures");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Agreement.class);
    }

    public Reading<Agreement> signEmployment(
            Identity caller, String placement, Map<String, ?> body, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("placements", placement, "employment-agreement", "signatures");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Agreement.class);
    }
}
