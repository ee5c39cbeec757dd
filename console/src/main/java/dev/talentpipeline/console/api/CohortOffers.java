package dev.talentpipeline.console.api;

import dev.talentpipeline.console.identity.Identity;
import dev.talentpipeline.console.services.Service;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The offers of a university's students. Safe for many threads. */
@Component
public final class CohortOffers {

    private static final String IN_A_LIST = "id,student,internship,state,score,proposedAt,respondBy,possible";

    private final Api api;

    CohortOffers(Api api) {
        this.api = api;
    }

    /** What became of a decision on one of many offers: `problem` says why where the status is not 200. */
    public record Decided(
            String offer,
            int status,
            @Nullable String state,
            @Nullable Problem problem) {

        public record Problem(
                @Nullable String type,
                @Nullable String title,
                @Nullable String detail,
                @Nullable Instant respondBy) {

            /** The last word of the type, which never changes its meaning. */
            public String code() {
                return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
            }
        }

        public boolean isDone() {
            return status == 200;
        }
    }

    public Reading<Listing<Offer>> inState(
            Identity caller, String programme, @Nullable String state, int limit, @Nullable String cursor) {
        ApiPath path =
                path(programme).with("state", state).with("fields", IN_A_LIST).page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class);
    }

    /** Those whose agreement the caller can draft now. */
    public Reading<Listing<Offer>> toDraft(Identity caller, String programme, int limit, @Nullable String cursor) {
        ApiPath path = path(programme)
                .with("possible", "DRAFT_AGREEMENT")
                .with("fields", IN_A_LIST)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class);
    }

    /** Those that the caller can endorse or refuse now, what is due first before the others. */
    public Reading<Listing<Offer>> awaitingEndorsement(
            Identity caller, String programme, int limit, @Nullable String cursor) {
        ApiPath path = ApiPath.of("programmes", programme, "endorsements")
                .with("fields", IN_A_LIST)
                .page(limit, cursor);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class);
    }

    /** All of one student, with their history; what is active comes first. */
    public Reading<List<Offer>> of(Identity caller, String programme, String student) {
        ApiPath path = path(programme).with("student", student).with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class)
                .map(listing ->
                        listing.items().stream().sorted(Offer.WHAT_COUNTS_FIRST).toList());
    }

    /** Of each of the students the offer that counts, by student. */
    public Reading<Map<String, Offer>> currentOf(Identity caller, String programme, Collection<String> students) {
        if (students.isEmpty()) {
            return new Reading.Loaded<>(Map.of());
        }
        ApiPath path = path(programme)
                .with("student", String.join(",", new TreeSet<>(students)))
                .with("fields", IN_A_LIST)
                .with("limit", Api.WHOLE_LIST);
        return api.list(caller, Service.INTERNSHIP, path, Offer.class)
                .map(listing -> listing.items().stream()
                        .filter(offer -> offer.student() != null)
                        .sorted(Offer.WHAT_COUNTS_FIRST)
                        .collect(Collectors.toMap(Offer::student, offer -> offer, (first, later) -> first)));
    }

    /**
     * Endorses or refuses many at once; each is decided by itself.
     *
     * @param reason of a refusal
     */
    public Reading<Listing<Decided>> decide(
            Identity caller, List<String> offers, String decision, @Nullable String reason, UUID idempotencyKey) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("decision", decision);
        if (reason != null && !reason.isBlank()) {
            body.put("reason", reason);
        }
        body.put("offers", offers);
        return api.post(
                        caller,
                        Service.INTERNSHIP,
                        ApiPath.of("offers", "decisions"),
                        body,
                        idempotencyKey,
                        Answer.class)
                .map(answer -> new Listing<>(answer.items(), null));
    }

    private record Answer(List<Decided> items) {}

    private static ApiPath path(String programme) {
        return ApiPath.of("programmes", programme, "offers");
    }
}
