package dev.talentpipeline.console.api;

import dev.talentpipeline.console.api.Why.AtField;
import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.identity.security.SessionTokens;
import dev.talentpipeline.console.services.Service;
import dev.talentpipeline.console.services.ServiceClient;
import dev.talentpipeline.console.services.ServiceClient.Answer;
import dev.talentpipeline.console.services.ServiceFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The services' API, asked in the name of somebody who is signed in. It knows how to ask; what can be asked stands in the classes
 * by topic beside it, such as {@link Offers}. Safe for many threads.
 */
@Component
public final class Api {

    /** How many rows a page of a list has. */
    public static final int PAGE_SIZE = 25;

    /** The most that a list answers at once. */
    public static final int WHOLE_LIST = 200;

    private static final byte[] NOTHING = {};

    private final ServiceClient services;
    private final SessionTokens tokens;
    private final JsonMapper json;

    Api(ServiceClient services, SessionTokens tokens, JsonMapper json) {
        this.services = services;
        this.tokens = tokens;
        this.json = json;
    }

    public <T> Reading<T> get(Identity caller, Service service, ApiPath path, Class<T> type) {
        return reading(service, type(type), () -> services.get(service, path.encoded(), headers(caller)));
    }

    public <T> Reading<Listing<T>> list(Identity caller, Service service, ApiPath path, Class<T> item) {
        JavaType type = json.getTypeFactory().constructParametricType(Listing.class, item);
        return reading(service, type, () -> services.get(service, path.encoded(), headers(caller)));
    }

    /**
     * Has something done.
     *
     * @param body is sent as JSON; null: the call has none
     * @param idempotencyKey the same for every attempt at one deed: from a hidden field of the form that asks for it
     */
    public <T> Reading<T> post(
            Identity caller, Service service, ApiPath path, @Nullable Object body, UUID idempotencyKey, Class<T> type) {
        Map<String, String> headers = headersOfJson(caller);
        headers.put("Idempotency-Key", idempotencyKey.toString());
        return reading(service, type(type), () -> services.post(service, path.encoded(), headers, bytes(body)));
    }

    /** Reads what something else than a sign-in says that it may be read. */
    public <T> Reading<T> getForNobody(Service service, ApiPath path, Class<T> type) {
        return reading(service, type(type), () -> services.get(service, path.encoded(), Map.of()));
    }

    /** Has something done for which something else than a sign-in says who may. */
    public <T> Reading<T> postForNobody(Service service, ApiPath path, Object body, Class<T> type) {
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        return reading(service, type(type), () -> services.post(service, path.encoded(), headers, bytes(body)));
    }

    /**
     * Sends a file, whose kind its content says, without keeping it in memory.
     *
     * @param bytes how many it has; more than none
     * @param content opens it
     */
    public <T> Reading<T> upload(
            Identity caller,
            Service service,
            ApiPath path,
            long bytes,
            InputStreamSource content,
            UUID idempotencyKey,
            Class<T> type) {
        Map<String, String> headers = headers(caller);
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Idempotency-Key", idempotencyKey.toString());
        return reading(
                service,
                type(type),
                () -> services.post(service, path.encoded(), headers, bytes, () -> opened(content)));
    }

    private static InputStream opened(InputStreamSource content) {
        try {
            return content.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts something where it belongs; to do so twice is to do it once. */
    public <T> Reading<T> put(Identity caller, Service service, ApiPath path, Object body, Class<T> type) {
        return reading(
                service, type(type), () -> services.put(service, path.encoded(), headersOfJson(caller), bytes(body)));
    }

    /**
     * The same if nobody changed it since it was looked at; otherwise the refusal's type is `version-changed`.
     *
     * @param version that was looked at
     */
    public <T> Reading<T> put(
            Identity caller, Service service, ApiPath path, Object body, long version, Class<T> type) {
        Map<String, String> headers = headersOfJson(caller);
        headers.put("If-Match", "\"" + version + "\"");
        return reading(service, type(type), () -> services.put(service, path.encoded(), headers, bytes(body)));
    }

    /** Puts something where there is nothing yet; otherwise the refusal's type is `version-changed`. */
    public <T> Reading<T> putNew(Identity caller, Service service, ApiPath path, Object body, Class<T> type) {
        Map<String, String> headers = headersOfJson(caller);
        headers.put("If-None-Match", "*");
        return reading(service, type(type), () -> services.put(service, path.encoded(), headers, bytes(body)));
    }

    public <T> Reading<T> delete(Identity caller, Service service, ApiPath path, Class<T> type) {
        return reading(service, type(type), () -> services.delete(service, path.encoded(), headers(caller)));
    }

    private <T> Reading<T> reading(Service service, JavaType type, Supplier<Answer> call) {
        Answer answer;
        try {
            answer = call.get();
        } catch (ServiceFault e) {
            return new Reading.Unreachable<>(service);
        }
        if (!answer.isSuccess()) {
            return new Reading.Refused<>(why(answer));
        }
        try {
            byte[] body = answer.body().length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : answer.body();
            T value = json.readValue(body, type);
            return new Reading.Loaded<>(value);
        } catch (JacksonException e) {
            return new Reading.Refused<>(Why.unreadable(502, ""));
        }
    }

    private Why why(Answer answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            String type = problem.path("type").asString("");
            return new Why(
                    answer.status(),
                    type.substring(type.lastIndexOf('/') + 1),
                    problem.path("detail").asString(problem.path("title").asString("")),
                    text(problem, "remedy"),
                    fields(problem));
        } catch (JacksonException e) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            return Why.unreadable(answer.status(), text.lines().findFirst().orElse(""));
        }
    }

    /** All fields that are to blame, or the one that the problem itself names. */
    private static List<AtField> fields(JsonNode problem) {
        List<AtField> fields = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            addField(error, fields);
        }
        for (JsonNode term : problem.path("terms")) {
            addTerm(term, text(problem, "remedy"), fields);
        }
        if (fields.isEmpty()) {
            addField(problem, fields);
        }
        return List.copyOf(fields);
    }

    private static void addField(JsonNode error, List<AtField> fields) {
        String field = text(error, "field");
        if (field != null) {
            fields.add(new AtField(field, text(error, "value"), text(error, "remedy")));
        }
    }

    /** A term that may not stand in a text, with the field that it stands in. */
    private static void addTerm(JsonNode term, @Nullable String ofFirst, List<AtField> fields) {
        String own = text(term, "remedy");
        String remedy = own == null ? ofFirst : own;
        String field = text(term, "field");
        String words = text(term, "term");
        if (field != null && words != null) {
            fields.add(new AtField(field, words, "“" + words + "”" + (remedy == null ? "" : ": " + remedy)));
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull()
                ? null
                : value.isValueNode() ? value.asString() : value.toString();
    }

    private Map<String, String> headers(Identity caller) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + tokens.bearerTokenOf(caller));
        headers.put("Accept", "application/json, application/problem+json");
        return headers;
    }

    private Map<String, String> headersOfJson(Identity caller) {
        Map<String, String> headers = headers(caller);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private byte[] bytes(@Nullable Object body) {
        return body == null ? NOTHING : json.writeValueAsBytes(body);
    }

    private JavaType type(Class<?> type) {
        return json.getTypeFactory().constructType(type);
    }
}
