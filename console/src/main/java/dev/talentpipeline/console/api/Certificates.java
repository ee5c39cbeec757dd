package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Certificates of students. Safe for many threads. */
@Component
public final class Certificates {

    private final Api api;

    Certificates(Api api) {
        this.api = api;
    }

    public Reading<Listing<Certificate>> own(Identity caller) {
        return api.list(caller, Service.INTERNSHIP, ApiPath.of("people", "me", "certificates"), Certificate.class);
    }

    /** Those of a student of the caller's university. */
    public Reading<Listing<Certificate>> of(Identity caller, String person) {
        return api.list(caller, Service.INTERNSHIP, ApiPath.of("people", person, "certificates"), Certificate.class);
    }

    /** The university's word on one: VERIFY or REJECT. */
    public Reading<Certificate> decide(
            Identity caller, String person, String occupation, String decision, UUID idempotencyKey) {
        ApiPath path = ApiPath.of("people", person, "certificates", occupation, "decisions");
        Map<String, String> body = Map.of("decision", decision);
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Certificate.class);
    }

    /** Enters the certificate for an occupation, or another in its place. */
    public Reading<Certificate> put(Identity caller, String occupation, Map<String, Object> certificate) {
        ApiPath path = ApiPath.of("people", "me", "certificates", occupation);
        return api.put(caller, Service.INTERNSHIP, path, certificate, Certificate.class);
    }

    public Reading<Object> remove(Identity caller, String occupation) {
        ApiPath path = ApiPath.of("people", "me", "certificates", occupation);
        return api.delete(caller, Service.INTERNSHIP, path, Object.class);
    }
}
