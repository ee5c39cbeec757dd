package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SessionTokens;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services' API, asked in the name of somebody who is signed in. Safe for many threads. */
@Component
public final class Api {

    private static final int PAGE_SIZE = 25;
    private static final int WHOLE_LIST = 200;

    private final ServiceClient services;
    private final SessionTokens tokens;
    private final JsonMapper json;

    Api(ServiceClient services, SessionTokens tokens, JsonMapper json) {
        this.services = services;
        this.tokens = tokens;
        this.json = json;
    }

    public Reading<Listing<Programme>> programmes(Identity caller) {
        return list(caller, ApiPath.of("programmes").with("limit", WHOLE_LIST), Programme.class);
    }

    /** The students of the programme that are the caller's: a university's cohort, or the student themselves. */
    public Reading<Listing<Student>> students(Identity caller, String programme, @Nullable String cursor) {
        return list(caller, page(ApiPath.of("programmes", programme, "students"), cursor), Student.class);
    }

    /** The internships that the caller's company has posted into the programme. */
    public Reading<Listing<Internship>> ownInternships(Identity caller, String programme, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "internships").with("company", caller.org());
        return list(caller, page(path, cursor), Internship.class);
    }

    public Reading<Internship> internship(Identity caller, String programme, String internship) {
        ApiPath path = ApiPath.of("programmes", programme, "internships", internship);
        return read(caller, Service.INTERNSHIP, path, type(Internship.class));
    }

    /** The caller's offers of the programme, of one student or internship if given; what counts comes first. */
    public Reading<Listing<Offer>> offers(
            Identity caller, String programme, @Nullable String student, @Nullable String internship) {
        ApiPath path = ApiPath.of("programmes", programme, "offers")
                .with("student", student)
                .with("internship", internship)
                .with("limit", WHOLE_LIST);
        return list(caller, path, Offer.class)
                .map(listing -> listing.with(offers -> offers.stream()
                        .filter(Offer::wasMade)
                        .sorted(Offer.WHAT_COUNTS_FIRST)
                        .toList()));
    }

    /** The companies that the caller may know of: to a university all of them, verified or not. */
    public Reading<Listing<Company>> companies(Identity caller, @Nullable String cursor) {
        return list(caller, page(ApiPath.of("organisations").with("kind", "COMPANY"), cursor), Company.class);
    }

    public Reading<Clearing> latestClearing(Identity caller, String programme) {
        return read(
                caller,
                Service.MATCHING,
                ApiPath.of("programmes", programme, "clearings", "latest"),
                type(Clearing.class));
    }

    /**
     * Answers an offer.
     *
     * @param idempotencyKey the same for every attempt at one answer
     */
    public Reading<Offer> decide(Identity caller, UUID offer, String decision, UUID idempotencyKey) {
        Map<String, String> headers = headers(caller);
        headers.put("Idempotency-Key", idempotencyKey.toString());
        headers.put("Content-Type", "application/json");
        byte[] body = json.writeValueAsBytes(Map.of("decision", decision));
        ApiPath path = ApiPath.of("offers", offer.toString(), "decisions");
        try {
            return reading(services.post(Service.INTERNSHIP, path.encoded(), headers, body), type(Offer.class));
        } catch (ServiceFault e) {
            return new Reading.Unreachable<>(e.service());
        }
    }

    private <T> Reading<Listing<T>> list(Identity caller, ApiPath path, Class<T> item) {
        JavaType type = json.getTypeFactory().constructParametricType(Listing.class, item);
        return read(caller, Service.INTERNSHIP, path, type);
    }

    private <T> Reading<T> read(Identity caller, Service service, ApiPath path, JavaType type) {
        try {
            return reading(services.get(service, path.encoded(), headers(caller)), type);
        } catch (ServiceFault e) {
            return new Reading.Unreachable<>(e.service());
        }
    }

    private <T> Reading<T> reading(Answer answer, JavaType type) {
        if (!answer.isSuccess()) {
            return new Reading.Refused<>(answer.status(), detailOf(answer));
        }
        try {
            T value = json.readValue(answer.body(), type);
            return new Reading.Loaded<>(value);
        } catch (JacksonException e) {
            return new Reading.Refused<>(502, "");
        }
    }

    private String detailOf(Answer answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            return problem.path("detail").asString(problem.path("title").asString(""));
        } catch (JacksonException e) {
            return new String(answer.body(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private Map<String, String> headers(Identity caller) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + tokens.bearerTokenOf(caller));
        headers.put("Accept", "application/json, application/problem+json");
        return headers;
    }

    private JavaType type(Class<?> type) {
        return json.getTypeFactory().constructType(type);
    }

    private static ApiPath page(ApiPath path, @Nullable String cursor) {
        return path.with("limit", PAGE_SIZE).with("cursor", cursor);
    }
}
