package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a university knows of its students before they are in any programme. Safe for many threads. */
@Component
public final class Rolls {

    private final Api api;

    Rolls(Api api) {
        this.api = api;
    }

    /** Somebody on the roll. */
    public record Entry(
            String id,
            @Nullable String number,
            @Nullable Long version,
            @Nullable String name,
            @Nullable String school,
            @Nullable String major,
            @Nullable String majorCode,
            @Nullable String degree,
            @Nullable String graduatesOn,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String person,
            @Nullable Instant claimedAt,
            @Nullable Integer asked,
            @Nullable Instant askedAt) {}

    /** A link by which somebody claims their entry, told this once. */
    public record ClaimLink(@Nullable String link, @Nullable Instant expiresAt) {}

    /** How far those of a part of the roll have come. */
    public record Counts(int entries, int noProfile, int outOfMarket, int inMarket, int matched) {}

    /** The same, by whether they have been heard of. */
    public record Standing(int entries, Counts unclaimed, Counts claimed, int consentAwaited) {

        public int matched() {
            return unclaimed.matched() + claimed.matched();
        }

        public int inMarket() {
            return unclaimed.inMarket() + claimed.inMarket();
        }

        public int outOfMarket() {
            return unclaimed.outOfMarket() + claimed.outOfMarket();
        }

        public int noProfile() {
            return unclaimed.noProfile() + claimed.noProfile();
        }
    }

    /** The whole university and each school; null: of no school. */
    public record Standings(Standing all, List<OfSchool> items) {

        public record OfSchool(
                @Nullable String school, int entries, Counts unclaimed, Counts claimed, int consentAwaited) {

            public Standing standing() {
                return new Standing(entries, unclaimed, claimed, consentAwaited);
            }
        }
    }

    /** A school of a university. */
    public record School(
            String id, @Nullable String nameZh, @Nullable String nameEn) {

        public String shownName(String language) {
            String name = "zh".equals(language) ? nameZh : nameEn;
            return name == null ? id : name;
        }
    }

    public Reading<Standings> standing(Identity caller, @Nullable String programme) {
        ApiPath path = ApiPath.of("organisations", org(caller), "roll-standing").with("programme", programme);
        return api.get(caller, Service.INTERNSHIP, path, Standings.class);
    }

    public Reading<Listing<School>> schools(Identity caller) {
        ApiPath path = ApiPath.of("organisations", org(caller), "schools").with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, School.class);
    }

    /** Enters a school, or names it anew. */
    public Reading<School> putSchool(Identity caller, String school, Map<String, Object> names) {
        ApiPath path = ApiPath.of("organisations", org(caller), "schools", school);
        return api.put(caller, Service.INTERNSHIP, path, names, School.class);
    }

    /** What the schools are called, by their ids; none where they cannot be read. */
    public Map<String, String> schoolNames(Identity caller, String language) {
        Listing<School> known = schools(caller).valueOrNull();
        return known == null
                ? Map.of()
                : known.items().stream().collect(Collectors.toMap(School::id, school -> school.shownName(language)));
    }

    /**
     * Those of the roll that are like this; what is null or empty does not narrow.
     *
     * @param standing how far they have come, as a {@link Counts} counts them
     * @param programme in which; null: in any
     */
    public record Search(
            @Nullable String name,
            @Nullable String number,
            @Nullable String school,
            @Nullable Boolean claimed,
            @Nullable String standing,
            @Nullable String programme) {

        public static final Search ALL = new Search(null, null, null, null, null, null);

        /** A student number is looked for without what stands around it. */
        public Search {
            number = number == null || number.isBlank() ? null : number.strip();
        }

        /** This search of a list, as the API and the page's own address know it. */
        public ApiPath of(ApiPath list) {
            return list.with("name", name)
                    .with("number", number)
                    .with("school", school)
                    .with("claimed", claimed)
                    .with("standing", standing)
                    .with("programme", standing == null || standing.isBlank() ? null : programme);
        }
    }

    public Reading<Listing<Entry>> list(Identity caller, Search search, @Nullable String cursor) {
        return api.list(caller, Service.INTERNSHIP, search.of(path(caller)).page(Api.PAGE_SIZE, cursor), Entry.class);
    }

    public Reading<Entry> one(Identity caller, String number) {
        return api.get(
                caller, Service.INTERNSHIP, ApiPath.of("organisations", org(caller), "roll", number), Entry.class);
    }

    /** Enters somebody, or changes what is known of them. */
    public Reading<Entry> put(Identity caller, String number, Map<String, String> facts) {
        ApiPath path = ApiPath.of("organisations", org(caller), "roll", number);
        return api.put(caller, Service.INTERNSHIP, path, facts, Entry.class);
    }

    public Reading<ClaimLink> link(Identity caller, String number) {
        ApiPath path = ApiPath.of("organisations", org(caller), "roll", number, "claim-links");
        return api.post(caller, Service.INTERNSHIP, path, null, UUID.randomUUID(), ClaimLink.class);
    }

    /** How many are asked by mail now, and how many are not, and why. */
    public record Reminded(int queued, int noAddress, int claimed, int remindedLately) {}

    /** Has everybody who has not claimed asked by mail, but for those who were asked in the last seven days. */
    public Reading<Reminded> remind(Identity caller, @Nullable String school, @Nullable String major, UUID key) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("notWithin", "P7D");
        if (school != null && !school.isBlank()) {
            body.put("school", school);
        }
        if (major != null && !major.isBlank()) {
            body.put("major", major.strip());
        }
        ApiPath path = ApiPath.of("organisations", org(caller), "roll", "claim-reminders");
        return api.post(caller, Service.INTERNSHIP, path, body, key, Reminded.class);
    }

    static String org(Identity caller) {
        return Objects.requireNonNull(caller.org(), "a university has its organisation");
    }

    private static ApiPath path(Identity caller) {
        return ApiPath.of("organisations", org(caller), "roll");
    }
}
