package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Universities and companies. Safe for many threads. */
@Component
public final class Organisations {

    private final Api api;

    Organisations(Api api) {
        this.api = api;
    }

    /** Companies in a state, or all; one page. */
    public Reading<Listing<Company>> companies(
            Identity caller, @Nullable String state, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("organisations")
                .with("kind", "COMPANY")
                .with("state", state)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Company.class);
    }

    /** Verifies or suspends a company; who suspends says why. */
    public Reading<Company> decide(
            Identity caller, String company, String decision, @Nullable String reason, UUID idempotencyKey) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", decision);
        if (reason != null && !reason.isBlank()) {
            body.put("reason", reason);
        }
        ApiPath path = ApiPath.of("organisations", company, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, idempotencyKey, Company.class);
    }

    /** The names of the companies that the caller may know of, by their ids; none where they cannot be read. */
    public Map<String, Company> companyNames(Identity caller) {
        ApiPath path = ApiPath.of("organisations").with("kind", "COMPANY").with("limit", Api.WHOLE_LIST);
        Listing<Company> companies =
                api.list(caller, Service.INTERNSHIP, path, Company.class).valueOrNull();
        return companies == null
                ? Map.of()
                : companies.items().stream().collect(Collectors.toMap(Company::id, Function.identity()));
    }
}
