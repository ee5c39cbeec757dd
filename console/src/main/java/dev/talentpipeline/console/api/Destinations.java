package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where those on a university's roll go. Safe for many threads. */
@Component
public final class Destinations {

    private final Api api;

    Destinations(Api api) {
        this.api = api;
    }

    /** A kind of destination, and which papers prove it; none are needed where there are none. */
    public record Kind(
            String code,
            @Nullable String zh,
            @Nullable String en,
            @Nullable String countsAs,
            @Nullable List<String> evidence) {

        public String said(String language) {
            String words = "zh".equals(language) ? zh : en;
            return words == null ? code : words;
        }
    }

    public record Destination(
            String id,
            @Nullable String state,
            @Nullable String kind,
            @Nullable String kindZh,
            @Nullable String kindEn,
            @Nullable String countsAs,
            @Nullable String since,
            @Nullable String organisation,
            @Nullable String region,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String placement,
            @Nullable Instant recordedAt,
            @Nullable Instant verifiedAt,
            @Nullable List<String> possible) {

        public record Evidence(
                @Nullable String kind, @Nullable String document) {}

        /** Whether it is the one that holds. */
        public boolean isCurrent() {
            return "CURRENT".equals(state);
        }

        /** Whether the caller can decide this about it now. */
        public boolean can(String decision) {
            return possible != null && possible.contains(decision);
        }

        /** Of the one that holds, whether somebody has verified it; of another, how it ended. */
        public @Nullable String standing() {
            return isCurrent() ? verifiedAt == null ? "RECORDED" : "VERIFIED" : state;
        }

        public String kindSaid(String language) {
            String words = "zh".equals(language) ? kindZh : kindEn;
            return words == null ? String.valueOf(kind) : words;
        }
    }

    /** Somebody on the roll with the destination that holds. */
    public record Graduate(
            @Nullable String number,
            @Nullable String name,
            @Nullable String school,
            @Nullable String major,
            @Nullable String graduatesOn,
            @Nullable Destination destination) {}

    public Reading<Listing<Graduate>> list(
            Identity caller,
            @Nullable String number,
            @Nullable String name,
            @Nullable Boolean known,
            @Nullable String countsAs,
            @Nullable String school,
            @Nullable String cursor) {
        ApiPath path = ApiPath.of("organisations", Rolls.org(caller), "destinations")
                .with("number", number)
                .with("name", name)
                .with("known", known)
                .with("countsAs", countsAs)
                .with("school", school)
                .page(Api.PAGE_SIZE, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Graduate.class);
    }

    public Reading<Listing<Kind>> kinds(Identity caller) {
        return api.list(caller, Service.INTERNSHIP, ApiPath.of("destination-kinds"), Kind.class);
    }

    /** All that was ever recorded of somebody, newest first. */
    public Reading<Listing<Destination>> of(Identity caller, String number) {
        return api.list(caller, Service.INTERNSHIP, path(caller, number), Destination.class);
    }

    public Reading<Destination> record(Identity caller, String number, Map<String, Object> body, UUID key) {
        return api.post(caller, Service.INTERNSHIP, path(caller, number), body, key, Destination.class);
    }

    /** Verifies one, or voids it with a reason. */
    public Reading<Destination> decide(
            Identity caller, String number, String id, String decision, @Nullable String reason, UUID key) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", decision);
        if (reason != null && !reason.isBlank()) {
            body.put("reason", reason);
        }
        ApiPath path = ApiPath.of("organisations", Rolls.org(caller), "roll", number, "destinations", id, "decisions");
        return api.post(caller, Service.INTERNSHIP, path, body, key, Destination.class);
    }

    private static ApiPath path(Identity caller, String number) {
        return ApiPath.of("organisations", Rolls.org(caller), "roll", number, "destinations");
    }
}
