package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The papers that an internship and the job after it rest on. Safe for many threads. */
@Component
public final class Agreements {

    private final Api api;

    Agreements(Api api) {
        this.api = api;
    }

    public Reading<Agreement> of(Identity caller, String offer) {
        return api.get(caller, Service.INTERNSHIP, ApiPath.of("offers", offer, "agreement"), Agreement.class);
    }

    public Reading<Agreement> employment(Identity caller, String placement) {
        ApiPath path = ApiPath.of("placements", placement, "employment-agreement");
        return api.get(caller, Service.INTERNSHIP, path, Agreement.class);
    }

    /** The university's text of the agreement of a confirmed offer, or another in its place. */
    public Reading<Agreement> draft(Identity caller, String offer, Map<String, ?> text) {
        return api.put(caller, Service.INTERNSHIP, ApiPath.of("offers", offer, "agreement"), text, Agreement.class);
    }

    /** The same of the agreement behind a job that was accepted. */
    public Reading<Agreement> draftEmployment(Identity caller, String placement, Map<String, ?> text) {
        ApiPath path = ApiPath.of("placements", placement, "employment-agreement");
        return api.put(caller, Service.INTERNSHIP, path, text, Agreement.class);
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
