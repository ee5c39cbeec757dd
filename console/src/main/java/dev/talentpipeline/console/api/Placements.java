package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Internships as they are lived. Safe for many threads. */
@Component
public final class Placements {

    private final Api api;

    Placements(Api api) {
        this.api = api;
    }

    /** The caller's placements of the programme. */
    public Reading<Listing<Placement>> of(Identity caller, String programme) {
        ApiPath path = ApiPath.of("programmes", programme, "placements").with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Placement.class);
    }

    /** Records a step, or says something about one. */
    public Reading<Placement> record(Identity caller, UUID placement, Map<String, Object> event, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("placements", placement.toString(), "events");
        return api.post(caller, Service.INTERNSHIP, path, event, idempotencyKey, Placement.class);
    }

    /** Enters the caller's own signature of the internship agreement, as it stands on paper. */
    public Reading<Object> sign(
            Identity caller, UUID offer, String signedOn, @Nullable Integer revision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("offers", offer.toString(), "agreement", "signatures");
        return api.post(caller, Service.INTERNSHIP, path, signature(signedOn, revision), idempotencyKey, Object.class);
    }

    /** The same of the employment agreement. */
    public Reading<Object> signEmployment(
            Identity caller, UUID placement, String signedOn, @Nullable Integer revision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("placements", placement.toString(), "employment-agreement", "signatures");
        return api.post(caller, Service.INTERNSHIP, path, signature(signedOn, revision), idempotencyKey, Object.class);
    }

    private static Map<String, Object> signature(String signedOn, @Nullable Integer revision) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("signedOn", signedOn);
        if (revision != null) {
            body.put("revision", revision);
        }
        return body;
    }
}
